import type { LocalMoment } from '../../core/calendar/day';
import type { Instant, Millis } from '../../core/time';

/** Takes back what was registered; calling it again does nothing. */
export type Undo = () => void;

export interface Clock {
  now(): Instant;
  /** Calls `then` once, `delay` ms from now or a little later; never after the page is gone. */
  after(delay: Millis, then: () => void): Undo;
}

/** Minutes that local time is ahead of UTC at an instant, by the time zone that the watch has now. */
export function utcOffsetAt(at: Instant): number {
  return -new Date(at).getTimezoneOffset();
}

/** An instant with the time zone that the watch has now. */
export function momentHere(at: Instant): LocalMoment {
  return { startedAt: at, utcOffset: utcOffsetAt(at) };
}

/** The watch's clock and the page's timers. A service has no timers: it may only ask for `now`. */
export const watchClock: Clock = {
  now: () => Date.now(),
  after(delay, then) {
    const timer = setTimeout(then, Math.max(0, delay));
    return () => {
      clearTimeout(timer);
    };
  },
};
