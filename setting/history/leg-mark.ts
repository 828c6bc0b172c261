import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { DayStatus, LegState } from '../../phone/statistics/days';

/** What calendars show of a leg on a day. `besides`: something was done although nothing was planned. */
export type LegMark = Exclude<LegState, 'before'> | 'besides';

/** The mark of a leg on a day; undefined for a day that is still to come or before the first session. */
export function markOn({ day, legs }: DayStatus, leg: Leg, today: Day): LegMark | undefined {
  const { state, done } = legs[leg];
  if (day > today || state === 'before') return undefined;
  return state === 'free' && done > 0 ? 'besides' : state;
}
