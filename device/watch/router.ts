import { back, push, replace } from '@zos/router';
import { attempt } from './fence';

export const START_PAGE = 'page/start/index';
export const SESSION_PAGE = 'page/session/index';
export const SUMMARY_PAGE = 'page/summary/index';
export const HAZARDS_PAGE = 'page/hazards/index';
export const CARE_PAGE = 'page/care/index';
export const PREFERENCES_PAGE = 'page/preferences/index';
export const LEARN_PAGE = 'page/learn/index';
export const CHECK_PAGE = 'page/check/index';

export interface Router {
  /** Shows another page in the place of this one, so that a swipe back leaves the app. */
  goTo(url: typeof START_PAGE | typeof SESSION_PAGE | typeof SUMMARY_PAGE): void;
  /** Shows a page from which a swipe comes back to this one. */
  goInto(
    url:
      | typeof HAZARDS_PAGE
      | typeof CARE_PAGE
      | typeof PREFERENCES_PAGE
      | typeof LEARN_PAGE
      | typeof CHECK_PAGE,
  ): void;
  /** Goes back to the page that led here. */
  goBack(): void;
}

export const watchRouter: Router = {
  goTo(url) {
    // A page that can be reached in one way only is reached in that way.
    if (!attempt(() => replace({ url }))) attempt(() => push({ url }));
  },
  goInto(url) {
    if (!attempt(() => push({ url }))) attempt(() => replace({ url }));
  },
  goBack() {
    if (!attempt(back)) watchRouter.goTo(START_PAGE);
  },
};
