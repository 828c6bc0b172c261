import type { Leg } from '../body';
import { dayOf } from '../calendar/day';
import type { Instant, Millis } from '../time';
import { HOUR, MINUTE, SECOND } from '../time';
import type { SessionRecord, ZoneRecord } from './record';

const DAY: Millis = 24 * HOUR;

/** So many days are told, today the last of them. */
export const WEEK_LENGTH = 7;

/** On which of the last days each leg was massaged, oldest first. */
export type Week = Readonly<Record<Leg, readonly boolean[]>>;

/** As much of a leg counts as massaged, in seconds, or all that was planned of it where that is less. */
const LEAST = MINUTE / SECOND;

/** No session that began before counts for a week that ends at `now`, in whatever time zone it was done. */
export function weekBegins(now: Instant): Instant {
  return now - (WEEK_LENGTH + 2) * DAY;
}

/**
 * The week of these sessions. Each counts on the day to which it belongs, as on the phone; `utcOffset` says by how many minutes local time is ahead of UTC now.
 */
export function weekOf(
  records: readonly Pick<SessionRecord, 'startedAt' | 'utcOffset' | 'zones'>[],
  now: Instant,
  utcOffset: number,
): Week {
  const today = dayOf({ startedAt: now, utcOffset });
  const marksOf = (leg: Leg): readonly boolean[] => {
    const days = records.filter((record) => isMassaged(record, leg)).map((record) => dayOf(record));
    return Array.from({ length: WEEK_LENGTH }, (_, index) => days.includes(today - WEEK_LENGTH + 1 + index));
  };
  return { left: marksOf('left'), right: marksOf('right') };
}

/** What was done today of each zone, by the same rule; a zone may be there more than once. */
export function zonesToday(
  records: readonly Pick<SessionRecord, 'startedAt' | 'utcOffset' | 'zones'>[],
  now: Instant,
  utcOffset: number,
): readonly ZoneRecord[] {
  const today = dayOf({ startedAt: now, utcOffset });
  return records.filter((record) => dayOf(record) === today).flatMap(({ zones }) => zones);
}

function isMassaged({ zones }: Pick<SessionRecord, 'zones'>, leg: Leg): boolean {
  const own = zones.filter((zone) => zone.leg === leg);
  const done = own.reduce((sum, { doneSeconds }) => sum + doneSeconds, 0);
  const planned = own.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0);
  return done > 0 && done >= Math.min(LEAST, planned);
}
