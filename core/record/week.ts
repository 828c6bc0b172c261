import type { Leg } from '../body';
import type { Here } from '../calendar/day';
import { dayAt, dayOf } from '../calendar/day';
import type { Instant, Millis } from '../time';
import { HOUR } from '../time';
import { withheldLegsIn } from './extensions';
import type { SessionRecord, ZoneRecord } from './record';
import { isLegDone } from './done-share';
import { secondsDone, secondsPlanned } from './record';

const DAY: Millis = 24 * HOUR;

/** The length of a week in days; today is the last of them. */
export const WEEK_LENGTH = 7;

/** Whether each leg was massaged on each of the last days, oldest first. */
export type Week = Readonly<Record<Leg, readonly boolean[]>>;

/** The earliest start that can count for the week ending at `now`, in any time zone. */
export function weekBegins(now: Instant): Instant {
  return now - (WEEK_LENGTH + 2) * DAY;
}

/** The week of these sessions. Each counts for the day it belongs to, as on the phone. */
export function weekOf(
  records: readonly Pick<SessionRecord, 'startedAt' | 'utcOffset' | 'zones'>[],
  here: Here,
): Week {
  const today = dayAt(here);
  const marksOf = (leg: Leg): readonly boolean[] =>
    Array.from({ length: WEEK_LENGTH }, (_, index) => {
      const day = today - WEEK_LENGTH + 1 + index;
      return isMassaged(
        records.filter((record) => dayOf(record, here.dayEnd) === day),
        leg,
      );
    });
  return { left: marksOf('left'), right: marksOf('right') };
}

/** How many days are shown individually; today is the last of them. */
export const FORTNIGHT = 14;

/** What was done of a leg on a day, by the same rule as the week. `withheld`: nothing, because it was locked. */
export type DayMark = 'done' | 'partly' | 'withheld' | 'nothing';

/** The last days of a leg, oldest first, and on how many days of the last week it was done. */
export interface LegDays {
  readonly marks: readonly DayMark[];
  /**
   * Leaves out days before the first known session, days on which the leg was withheld, and today until it is done,
   * because it is not over.
   */
  readonly week: { readonly done: number; readonly of: number };
}

/** The earliest start that can count for the last days of a leg, in any time zone. */
export function fortnightBegins(now: Instant): Instant {
  return now - (FORTNIGHT + 2) * DAY;
}

/** The last days of each leg, from all sessions that the watch knows. */
export function fortnightOf(
  records: readonly Pick<SessionRecord, 'startedAt' | 'utcOffset' | 'zones' | 'extensions'>[],
  here: Here,
): Readonly<Record<Leg, LegDays>> {
  const today = dayAt(here);
  const first = Math.min(today, ...records.map((record) => dayOf(record, here.dayEnd)));
  const daysOf = (leg: Leg): LegDays => {
    const marks = Array.from({ length: FORTNIGHT }, (_, index): DayMark => {
      const day = today - FORTNIGHT + 1 + index;
      const own = records.filter((record) => dayOf(record, here.dayEnd) === day);
      if (isMassaged(own, leg)) return 'done';
      const zones = own.flatMap((record) => record.zones.filter((zone) => zone.leg === leg));
      if (secondsDone({ zones }) > 0) return 'partly';
      return own.some((record) => withheldLegsIn(record).includes(leg)) ? 'withheld' : 'nothing';
    });
    const week = marks.slice(-Math.min(WEEK_LENGTH, today - first + 1));
    const counted = week.filter(
      (mark, index) => mark !== 'withheld' && (mark === 'done' || index < week.length - 1),
    );
    const done = counted.filter((mark) => mark === 'done').length;
    return { marks, week: { done, of: counted.length } };
  };
  return { left: daysOf('left'), right: daysOf('right') };
}

/** What was done of each zone today, by the same rule. A zone may appear more than once. */
export function zonesToday(
  records: readonly Pick<SessionRecord, 'startedAt' | 'utcOffset' | 'zones'>[],
  here: Here,
): readonly ZoneRecord[] {
  const today = dayAt(here);
  return records.filter((record) => dayOf(record, here.dayEnd) === today).flatMap(({ zones }) => zones);
}

/** As on the phone, the share that counts as done applies to all sessions of the day together. */
function isMassaged(records: readonly Pick<SessionRecord, 'zones'>[], leg: Leg): boolean {
  const own = records.map(({ zones }) => zones.filter((zone) => zone.leg === leg));
  const done = own.reduce((sum, zones) => sum + secondsDone({ zones }), 0);
  const planned = Math.max(0, ...own.map((zones) => secondsPlanned({ zones })));
  return isLegDone({ done, planned });
}
