/** A point on the watch's clock, in milliseconds since 1970 (UTC). */
export type Instant = number;

/** A length of time in whole milliseconds. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
