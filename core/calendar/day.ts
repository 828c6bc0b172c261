import type { Instant } from '../time';
import { HOUR, MINUTE } from '../time';

/** A day of the calendar, as whole days since 1970-01-01: its neighbours are one more and one less. */
export type Day = number;

/** Hours after midnight at which a day may end, both included. */
export const DAY_END_LIMITS = { min: 0, max: 12 } as const;

/** A day ends at four in the morning, where the person has not chosen another hour: who is still up has not begun the next. */
export const DAY_END = 4;

/** What tells when and where something was: an instant, and how many minutes local time was ahead of UTC then. */
export interface LocalMoment {
  readonly startedAt: Instant;
  readonly utcOffset: number;
}

/**
 * The day to which a session belongs: the one on which it began in the time zone it was done in, where a day ends `dayEnd`
 * hours after midnight.
 */
export function dayOf({ startedAt, utcOffset }: LocalMoment, dayEnd: number = DAY_END): Day {
  return Math.floor((startedAt + utcOffset * MINUTE - dayEnd * HOUR) / (24 * HOUR));
}

/** `2026-03-05`: read alike in every language. */
export function dayText(day: Day): string {
  return new Date(day * 24 * HOUR).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The day that a text names as `dayText` does; nothing where there is no such day. */
export function dayFrom(text: string): Day | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / (24 * HOUR) : NaN;
  return Number.isInteger(day) && dayText(day) === text ? day : undefined;
}

/** 1 for a Monday up to 7 for a Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
