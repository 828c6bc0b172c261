import { back, push, replace } from '@zos/router';
import type { Offer } from '../../core/state/offers-file';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Clock } from './clock';
import { attempt } from './fence';
import type { Launch } from './launch';
import { pageUrl } from './page-url';

/** If no page has opened this long after one was requested, the watch has ignored the request. */
const STILL_HERE: Millis = 5 * SECOND;

/** Pages from which one returns. */
type IntoPage =
  | 'hazards'
  | 'care'
  | 'days'
  | 'reminders'
  | 'preferences'
  | 'learn'
  | 'check'
  | 'welcome'
  | 'card'
  | 'questions'
  | 'lock'
  | 'veins';

/** Where an offer leads after a session. */
type OfferPage = Exclude<Offer, 'leave'> | 'reminders';

export interface Router {
  /** Replaces this page by another, so that a swipe back leaves the app. */
  goTo(page: 'start' | 'session' | 'summary' | 'hurts' | 'questions' | OfferPage): void;
  /** Opens a page from which a swipe returns to this one. */
  goInto(page: IntoPage): void;
  /** Returns to the page that led here, or to the start page; never leaves the app. */
  goBack(): void;
}

/** The router for one page, with its clock. */
export function pageRouter(clock: Clock, { memory }: Pick<Launch, 'memory'>): Router {
  const goTo: Router['goTo'] = (page) => {
    const url = pageUrl(page);
    const told = memory();
    told.wentInto = false;
    // If one way of opening a page fails, the other is tried.
    if (!attempt(() => replace({ url }))) {
      attempt(() => push({ url }));
      return;
    }
    told.awaited = url;
    clock.after(STILL_HERE, () => {
      if (told.awaited === url) attempt(() => push({ url }));
    });
  };
  return {
    goTo,
    goInto(page) {
      const url = pageUrl(page);
      const isPushed = attempt(() => push({ url }));
      memory().wentInto = isPushed;
      if (!isPushed) attempt(() => replace({ url }));
    },
    goBack() {
      // If this page has replaced another, or an alarm has opened it, going back would leave the app.
      if (memory().wentInto !== true || !attempt(back)) goTo('start');
    },
  };
}
