import { replace } from '@zos/router';

export const START_PAGE = 'page/start/index';
export const SESSION_PAGE = 'page/session/index';
export const SUMMARY_PAGE = 'page/summary/index';

/** Shows another page in the place of this one, so that a swipe back always leaves the app. */
export function goTo(url: typeof START_PAGE | typeof SESSION_PAGE | typeof SUMMARY_PAGE): void {
  replace({ url });
}
