import { back, push, replace } from '@zos/router';

export const START_PAGE = 'page/start/index';
export const SESSION_PAGE = 'page/session/index';
export const SUMMARY_PAGE = 'page/summary/index';
export const HAZARDS_PAGE = 'page/hazards/index';
export const CARE_PAGE = 'page/care/index';
export const PREFERENCES_PAGE = 'page/preferences/index';
export const LEARN_PAGE = 'page/learn/index';
export const CHECK_PAGE = 'page/check/index';

/** Shows another page in the place of this one, so that a swipe back leaves the app. */
export function goTo(url: typeof START_PAGE | typeof SESSION_PAGE | typeof SUMMARY_PAGE): void {
  replace({ url });
}

/** Shows a page from which a swipe comes back to this one. */
export function goInto(
  url:
    typeof HAZARDS_PAGE | typeof CARE_PAGE | typeof PREFERENCES_PAGE | typeof LEARN_PAGE | typeof CHECK_PAGE,
): void {
  push({ url });
}

/** Goes back to the page that led here. */
export function goBack(): void {
  back();
}
