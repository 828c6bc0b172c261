import type { LocalMoment } from '../../core/calendar/day';
import type { Instant, Millis } from '../../core/time';

/** Cancels what was registered; calling it again does nothing. */
export type Undo = () => void;

export interface Clock {
  now(): Instant;
  /** Calls `then` once, `delay` ms from now or slightly later; never after the page is gone. */
  after(delay: Millis, then: () => void): Undo;
}

/** Minutes by which local time is ahead of UTC at an instant, in the watch's present time zone. */
export function utcOffsetAt(at: Instant): number {
  return -new Date(at).getTimezoneOffset();
}

/** An instant with the watch's present time zone. */
export function momentHere(at: Instant): LocalMoment {
  return { startedAt: at, utcOffset: utcOffsetAt(at) };
}

/** The watch's clock and the page's timers. A service has no timers, so it may only use `now`. */
export const watchClock: Clock = {
  now: () => Date.now(),
  after(delay, then) {
    const timer = setTimeout(then, Math.max(0, delay));
    return () => {
      clearTimeout(timer);
    };
  },
};
