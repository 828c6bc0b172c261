import type { Day } from '../calendar/day';
import type { DayNotes } from './day-notes';
import type { MinuteOfDay } from './reminder';

/** A day on which everything that was planned was done, and when the last of it was. */
export interface DoneDay {
  readonly day: Day;
  readonly doneAt: MinuteOfDay;
}

/** Of so many days before today… */
export const LOOKED_AT = 14;
/** …so many were done before the reminder rang: then it is not what brings the person to it any more. */
export const DONE_WITHOUT = 10;

/**
 * Whether a reminder offers to leave: it was not needed on 10 of the last 14 days. Once it was offered it is not offered again
 * for as many days.
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
