import type { Day } from '../calendar/day';
import type { DayNotes } from './day-notes';
import type { MinuteOfDay } from './reminder';

/** A day on which everything planned was done, and when the last of it was. */
export interface DoneDay {
  readonly day: Day;
  readonly doneAt: MinuteOfDay;
}

/** How many days before today are considered. */
export const LOOKED_AT = 14;
/** If this many of them were done before the reminder rang, the reminder is no longer what prompts the person. */
export const DONE_WITHOUT = 10;

/**
 * Whether to offer turning a reminder off: it was not needed on 10 of the last 14 days. After an offer there is none
 * for another 14 days.
 */
export function offersToLeave(
  days: readonly DoneDay[],
  minute: MinuteOfDay,
  today: Day,
  { offered }: Pick<DayNotes, 'offered'>,
): boolean {
  if (offered !== undefined && offered <= today && today - offered < LOOKED_AT) return false;
  const isWithout = ({ day, doneAt }: DoneDay): boolean =>
    day < today && day >= today - LOOKED_AT && doneAt < minute;
  return days.filter(isWithout).length >= DONE_WITHOUT;
}
