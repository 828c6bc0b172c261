import type { Instant } from '../time';
import { HOUR, MINUTE } from '../time';

/** A calendar day, counted in whole days since 1970-01-01. */
export type Day = number;

/** The range of hours after midnight at which a day may end, both ends included. */
export const DAY_END_LIMITS = { min: 0, max: 12 } as const;

/** A day ends at 04:00 unless the person has set another hour, so that a late night still belongs to the day before. */
export const DAY_END = 4;

/** When something happened, and how many minutes local time was ahead of UTC there. */
export interface LocalMoment {
  readonly startedAt: Instant;
  readonly utcOffset: number;
}

/**
 * The day a session belongs to: the one on which it began, in the time zone it was done in, where a day ends `dayEnd`
 * hours after midnight.
 */
export function dayOf({ startedAt, utcOffset }: LocalMoment, dayEnd: number = DAY_END): Day {
  return Math.floor((startedAt + utcOffset * MINUTE - dayEnd * HOUR) / (24 * HOUR));
}

/** Formats a day as `2026-03-05`, in every language. */
export function dayText(day: Day): string {
  return new Date(day * 24 * HOUR).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Parses a day as `dayText` writes it; undefined if there is no such day. */
export function dayFrom(text: string): Day | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / (24 * HOUR) : NaN;
  return Number.isInteger(day) && dayText(day) === text ? day : undefined;
}

/** From 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
