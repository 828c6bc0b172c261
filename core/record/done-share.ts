/** The share of what was planned from which on a session that went to its end counts as done. */
export const DONE_SHARE = 0.9;
