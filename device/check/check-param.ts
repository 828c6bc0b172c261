/** What an alarm of the check hands to the service: it plays something that is easily felt. */
export const CHECK_PARAM = 'check';
