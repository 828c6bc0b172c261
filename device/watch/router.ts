import { back, push, replace } from '@zos/router';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { watchClock } from './clock';
import { attempt } from './fence';
import { launchMemory } from './launch';
import { pageUrl } from './page-url';

/** When no page has been opened so long after one was asked for, the watch has not heard. */
const STILL_HERE: Millis = 5 * SECOND;

/** The pages from which one comes back. */
type IntoPage =
  | 'hazards'
  | 'care'
  | 'days'
  | 'reminders'
  | 'preferences'
  | 'learn'
  | 'check'
  | 'welcome'
  | 'questions'
  | 'lock'
  | 'veins';

export interface Router {
  /** Shows another page in the place of this one, so that a swipe back leaves the app. */
  goTo(page: 'start' | 'session' | 'summary' | 'check' | 'hurts' | 'questions'): void;
  /** Shows a page from which a swipe comes back to this one. */
  goInto(page: IntoPage): void;
  /** Goes back to the page that led here, or to the start page, and never out of the app. */
  goBack(): void;
}

export const watchRouter: Router = {
  goTo(page) {
    const url = pageUrl(page);
    launchMemory().wentInto = false;
    // A page that can be reached in one way only is reached in that way.
    if (!attempt(() => replace({ url }))) {
      attempt(() => push({ url }));
      return;
    }
    const memory = launchMemory();
    memory.awaited = url;
    watchClock.after(STILL_HERE, () => {
      if (memory.awaited === url) attempt(() => push({ url }));
    });
  },
  goInto(page) {
    const url = pageUrl(page);
    const isPushed = attempt(() => push({ url }));
    launchMemory().wentInto = isPushed;
    if (!isPushed) attempt(() => replace({ url }));
  },
  goBack() {
    // Where this page has taken the place of another, or an alarm has opened it, to go back would leave the app.
    if (launchMemory().wentInto !== true || !attempt(back)) watchRouter.goTo('start');
  },
};
