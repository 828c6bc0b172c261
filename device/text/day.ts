import type { Here, LocalMoment } from '../../core/calendar/day';
import { dayAt, dayOf } from '../../core/calendar/day';
import { HOUR, MINUTE } from '../../core/time';
import type { Formats } from '../watch/formats';
import type { Text } from './ids';

/** A moment relative to another. */
export type DayAgo =
  | { readonly kind: 'today'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'yesterday' }
  /** With a year only if the date without it would be taken for another. */
  | { readonly kind: 'earlier'; readonly year?: number; readonly month: number; readonly day: number };

/** A day that is more days away than this, also ahead by a clock that was wrong, is told with its year. */
const CLEAR_FOR = 300;

export function dayName(text: Text, day: DayAgo, formats: Formats): string {
  switch (day.kind) {
    case 'today':
      return text('today {time}', { time: timeOfDay(text, day, formats) });
    case 'yesterday':
      return text('yesterday');
    case 'earlier':
      return dateOf(text, day, formats);
  }
}

/** The time as this watch shows it: `08:14`, or `8:14 am`. */
export function timeOfDay(
  text: Text,
  { hour, minute }: Extract<DayAgo, { readonly kind: 'today' }>,
  { hours }: Formats,
): string {
  if (hours === 24) return `${twoDigits(hour)}:${twoDigits(minute)}`;
  return text(hour < 12 ? '{time} am' : '{time} pm', {
    time: `${String(hour % 12 === 0 ? 12 : hour % 12)}:${twoDigits(minute)}`,
  });
}

function dateOf(
  text: Text,
  { year, month, day }: Extract<DayAgo, { readonly kind: 'earlier' }>,
  { date }: Formats,
): string {
  // As on the phone.
  if (year !== undefined) return [year, twoDigits(month), twoDigits(day)].join('-');
  switch (date) {
    case 'ymd':
      return text('{month}-{day}', { month: twoDigits(month), day: twoDigits(day) });
    case 'dmy':
      return text('{day}/{month}', { month, day });
    case 'mdy':
      return text('{month}/{day}', { month, day });
  }
}

/** The day of a moment relative to now. As on the phone, each moment belongs to a day by its own time zone. */
export function dayAgo(then: LocalMoment, here: Here): DayAgo {
  const day = dayOf(then, here.dayEnd);
  const ago = dayAt(here) - day;
  const local = new Date(then.startedAt + then.utcOffset * MINUTE);
  if (ago === 0) return { kind: 'today', hour: local.getUTCHours(), minute: local.getUTCMinutes() };
  if (ago === 1) return { kind: 'yesterday' };
  const date = new Date(day * 24 * HOUR);
  return {
    kind: 'earlier',
    ...(Math.abs(ago) > CLEAR_FOR ? { year: date.getUTCFullYear() } : {}),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** A part of a time or date as on a clock. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
