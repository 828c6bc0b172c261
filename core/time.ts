import { isWhole } from './json';

/** A point on the watch's clock, in milliseconds since 1970 (UTC). */
export type Instant = number;

/** A length of time in whole milliseconds. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;

/** Whether a value from outside is an instant with a valid date in every time zone. */
export function isInstant(value: unknown): value is Instant {
  return isWhole(value) && value <= LAST_INSTANT;
}

/** A `Date` ends 8.64e15 ms after 1970 (ECMAScript, time values), and local time is less than a day ahead of UTC. */
const LAST_INSTANT: Instant = 8.64e15 - 24 * HOUR;

/** Whether no more than `time` has passed since `then`; false if the clock was set back. */
export function isWithin(then: Instant, time: Millis, now: Instant): boolean {
  const since = now - then;
  return since >= 0 && since < time;
}
