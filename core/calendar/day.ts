import type { Instant } from '../time';
import { HOUR, MINUTE } from '../time';

/** A calendar day, counted in whole days since 1970-01-01. */
export type Day = number;

/** The hours after midnight at which a day may end. */
export const DAY_ENDS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A day ends at 04:00 unless the person has set another hour, so that a late night still belongs to the day before. */
export const DAY_END = 4;

/** When something happened, and how many minutes local time was ahead of UTC there. */
export interface LocalMoment {
  readonly startedAt: Instant;
  readonly utcOffset: number;
}

/** The present place and time. */
export interface Here {
  readonly now: Instant;
  /** Minutes by which local time is ahead of UTC. */
  readonly utcOffset: number;
  /** The hour after midnight at which the person's day ends. */
  readonly dayEnd: number;
}

/** The present day. */
export function dayAt({ now, utcOffset, dayEnd }: Here): Day {
  return dayOf({ startedAt: now, utcOffset }, dayEnd);
}

/**
 * The day a session belongs to: the one on which it began, in the time zone it was done in, where a day ends `dayEnd`
 * hours after midnight.
 */
export function dayOf({ startedAt, utcOffset }: LocalMoment, dayEnd: number): Day {
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

/** All days of the week, as `weekdayOf` tells them. */
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** From 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
