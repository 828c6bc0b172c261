import { back, push, replace } from '@zos/router';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { watchClock } from './clock';
import { attempt } from './fence';
import { launchMemory } from './launch';
import { pageUrl } from './page-url';

/** When no page has been opened so long after one was asked for, the watch has not heard. */
const STILL_HERE: Millis = 5 * SECOND;

export interface Router {
  /** Shows another page in the place of this one, so that a swipe back leaves the app. */
  goTo(page: 'start' | 'session' | 'summary' | 'check'): void;
  /** Shows a page from which a swipe comes back to this one. */
  goInto(page: 'hazards' | 'care' | 'preferences' | 'learn' | 'check'): void;
  /** Goes back to the page that led here. */
  goBack(): void;
}

export const watchRouter: Router = {
  goTo(page) {
    const url = pageUrl(page);
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
    if (!attempt(() => push({ url }))) attempt(() => replace({ url }));
  },
  goBack() {
    if (!attempt(back)) watchRouter.goTo('start');
  },
};
