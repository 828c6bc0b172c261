import type { Day, Here } from '../calendar/day';
import { dayAt, weekdayOf } from '../calendar/day';
import type { DayNotes } from './day-notes';
import type { Instant } from '../time';
import type { Reminder } from './reminder';

/** A day with a session, and when everything planned was done, in minutes after its midnight; undefined if it was not. */
export interface DoneDay {
  readonly day: Day;
  readonly doneAt: number | undefined;
}

/** How many days before today are considered. */
export const LOOKED_AT = 14;
/** If this many of them were done before the reminder rang, the reminder is no longer what prompts the person. */
export const DONE_WITHOUT = 10;

/**
 * Whether to offer turning a reminder off: it was not needed on 10 of the last 14 days. Only days on which it rings
 * count, from the day of its first ring at this hour on (`from`); if that is unknown, there is no offer. An offer stands
 * until its day is over or it is answered; then there is none for another 14 days.
 */
export function offersToLeave(
  days: readonly DoneDay[],
  { minute, weekdays }: Pick<Reminder, 'minute' | 'weekdays'>,
  here: Here,
  { offered }: Pick<DayNotes, 'offered'>,
  from: Instant | undefined,
): boolean {
  if (from === undefined) return false;
  const today = dayAt(here);
  const first = dayAt({ ...here, now: from });
  if (offered !== undefined && offered < today && today - offered < LOOKED_AT) return false;
  // The small hours belong to the day before, and days are counted that way.
  const hour = minute < here.dayEnd * 60 ? minute + 24 * 60 : minute;
  const isWithout = ({ day, doneAt }: DoneDay): boolean =>
    isLately(day, today) &&
    day >= first &&
    weekdays.includes(weekdayOf(day)) &&
    doneAt !== undefined &&
    doneAt < hour;
  return days.filter(isWithout).length >= DONE_WITHOUT;
}

function isLately(day: Day, today: Day): boolean {
  return day < today && day >= today - LOOKED_AT;
}
