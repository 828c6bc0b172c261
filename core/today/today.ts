import type { Leg } from '../body';
import { isLeg, LEGS } from '../body';
import type { Day } from '../calendar/day';
import { DAY_END, dayOf } from '../calendar/day';
import { isFields, isWhole } from '../json';
import type { SessionRecord } from '../record/record';
import { DONE_SHARE, secondsDone, secondsPlanned } from '../record/record';
import type { Stored } from '../state/stored';
import { HOUR, MINUTE } from '../time';

/** Seconds that were done of a leg on a day, and the most that one session of the day had planned for it. */
export interface LegTotal {
  readonly done: number;
  readonly planned: number;
}

/** What was done on a day. */
export interface DayTotal {
  readonly day: Day;
  readonly legs: Readonly<Record<Leg, LegTotal>>;
  /** The minute after midnight at which all that was planned was done; nothing where it was not. */
  readonly doneAt: number | undefined;
}

/**
 * What was done in the last days, in a small file, for what has no time to read the records: a card, and the service of a
 * reminder. The page that keeps a record is to write it.
 */
export interface TodayNote {
  /** Days with a session, growing. */
  readonly days: readonly DayTotal[];
  /** The session that was added last, which is added once. */
  readonly last: string | undefined;
  /** The legs of the plan. */
  readonly planned: readonly Leg[];
}

export const NOTHING_NOTED: TodayNote = { days: [], last: undefined, planned: LEGS };

/** As many days are told. With all numbers at their longest they take less than 2 KB on disk. */
export const DAYS_NOTED = 15;

/** The note after a session; the same session again changes nothing. */
export function withSession(
  note: TodayNote,
  record: Pick<SessionRecord, 'id' | 'startedAt' | 'utcOffset' | 'endedAt' | 'zones'>,
): TodayNote {
  const last = `${record.id} ${record.startedAt}`;
  if (note.last === last) return note;
  const day = dayOf(record);
  const before = note.days.find((known) => known.day === day);
  const legs = { left: totalWith(before, record, 'left'), right: totalWith(before, record, 'right') };
  const isDone = LEGS.every((leg) => legs[leg].planned === 0 || isLegDone(legs[leg]));
  const doneAt = before?.doneAt ?? (isDone ? minuteOf(record) : undefined);
  const others = note.days.filter((known) => known.day !== day);
  const days = [...others, { day, legs, doneAt }].sort((one, other) => one.day - other.day);
  return { ...note, days: days.slice(-DAYS_NOTED), last };
}

/** The legs that were done on a day, by the rule of the week and of the phone. */
export function legsDone({ days }: TodayNote, day: Day): readonly Leg[] {
  const total = days.find((known) => known.day === day);
  return total ? LEGS.filter((leg) => isLegDone(total.legs[leg])) : [];
}

function isLegDone({ done, planned }: LegTotal): boolean {
  return done > 0 && done >= planned * DONE_SHARE;
}

function totalWith(
  before: DayTotal | undefined,
  { zones }: Pick<SessionRecord, 'zones'>,
  leg: Leg,
): LegTotal {
  const own = { zones: zones.filter((zone) => zone.leg === leg) };
  const { done, planned } = before?.legs[leg] ?? { done: 0, planned: 0 };
  return { done: done + secondsDone(own), planned: Math.max(planned, secondsPlanned(own)) };
}

/** Minutes after midnight of the day's beginning: what ends in the small hours is later than all of the evening. */
function minuteOf({ endedAt, utcOffset }: Pick<SessionRecord, 'endedAt' | 'utcOffset'>): number {
  const sinceEnd = endedAt + utcOffset * MINUTE - DAY_END * HOUR;
  const aDay = 24 * HOUR;
  return Math.floor((((sinceEnd % aDay) + aDay) % aDay) / MINUTE) + DAY_END * 60;
}

/** The file of the note. What is torn in it is as if nothing had been noted. */
export const TODAY_FILE: Stored<TodayNote> = {
  name: 'today',
  version: 1,
  initial: NOTHING_NOTED,
  write: ({ days, last, planned }) => ({
    version: 1,
    days: days.map(({ day, legs: { left, right }, doneAt }) => [
      ...[day, left.done, left.planned, right.done, right.planned],
      ...(doneAt === undefined ? [] : [doneAt]),
    ]),
    planned,
    ...(last === undefined ? {} : { last }),
  }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { days, last, planned } = json;
    if (!Array.isArray(days) || !Array.isArray(planned)) return undefined;
    const totals = days.map(totalFrom);
    const known = totals.filter((total) => total !== undefined);
    if (known.length < totals.length) return undefined;
    const legs = LEGS.filter((leg) => planned.some((each) => isLeg(each) && each === leg));
    return { value: { days: known, last: typeof last === 'string' ? last : undefined, planned: legs } };
  },
};

function totalFrom(entry: unknown): DayTotal | undefined {
  if (!Array.isArray(entry) || !entry.every((part) => isWhole(part))) return undefined;
  const [day, leftDone, leftPlanned, rightDone, rightPlanned, doneAt] = entry as readonly number[];
  if (day === undefined || rightPlanned === undefined) return undefined;
  const left = { done: leftDone ?? 0, planned: leftPlanned ?? 0 };
  return { day, legs: { left, right: { done: rightDone ?? 0, planned: rightPlanned } }, doneAt };
}
