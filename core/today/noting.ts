import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Day } from '../calendar/day';
import { dayOf } from '../calendar/day';
import type { CareBook } from '../care/book';
import { lockedLegs } from '../care/locks';
import { isLegDone } from '../record/done-share';
import type { SessionRecord } from '../record/record';
import { secondsDone, secondsPlanned } from '../record/record';
import type { Stored } from '../state/stored';
import { HOUR, MINUTE } from '../time';
import type { DayTotal, LegTotal, TodayNote } from './today';
import { DAYS_NOTED, TODAY_FILE } from './today';

type NotedRecord = Pick<SessionRecord, 'id' | 'startedAt' | 'utcOffset' | 'endedAt' | 'zones'>;

/** The note after a session. Adding the same session again changes nothing. */
export function withSession(note: TodayNote, record: NotedRecord): TodayNote {
  const last = nameOf(record);
  if (note.last === last) return note;
  const day = dayOf(record, note.dayEnd);
  const before = note.days.find((known) => known.day === day);
  const legs = { left: totalWith(before, record, 'left'), right: totalWith(before, record, 'right') };
  const isDone = LEGS.every((leg) => legs[leg].planned === 0 || isLegDone(legs[leg]));
  const doneAt = before?.doneAt ?? (isDone ? minuteOf(record, day) : undefined);
  const others = note.days.filter((known) => known.day !== day);
  const days = [...others, { day, legs, doneAt }].sort((one, other) => one.day - other.day);
  return { ...note, days: days.slice(-DAYS_NOTED), last };
}

/**
 * The note with exactly the days of these sessions, newest first. The previous note may lack one, for example if it was
 * lost.
 */
export function withSessions(note: TodayNote, records: readonly NotedRecord[]): TodayNote {
  const first: TodayNote = { ...note, days: [], last: undefined };
  return records.reduceRight(withSession, first);
}

/** The note of all sessions up to this one, which was added last and may not count. */
export function notedUpTo(note: TodayNote, record: Pick<SessionRecord, 'id' | 'startedAt'>): TodayNote {
  return { ...note, last: nameOf(record) };
}

/** Whether the note includes this session, the last one that the watch knows. */
export function isNoted({ last }: TodayNote, record: Pick<SessionRecord, 'id' | 'startedAt'>): boolean {
  return last === nameOf(record);
}

/** The note with the present locks, and those of `lost`, of which only the note tells. */
export function withCare(
  note: TodayNote,
  { said, mayLack, stopped }: CareBook,
  lost: readonly Leg[] = [],
): TodayNote {
  const locked = lockedLegs(said);
  return {
    ...note,
    locked: LEGS.filter((leg) => locked.includes(leg) || lost.includes(leg)),
    isBarred: mayLack || stopped !== undefined,
  };
}

function nameOf({ id, startedAt }: Pick<SessionRecord, 'id' | 'startedAt'>): string {
  return `${id} ${startedAt}`;
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

/** Minutes after midnight of the day the session belongs to, so that the small hours come after the evening. */
function minuteOf({ endedAt, utcOffset }: Pick<SessionRecord, 'endedAt' | 'utcOffset'>, day: Day): number {
  return Math.floor((endedAt - day * 24 * HOUR) / MINUTE) + utcOffset;
}

/** The same file, for code that writes it. */
export const TODAY_STORED: Stored<TodayNote> = {
  ...TODAY_FILE,
  write: ({ isKnown, days, last, planned, locked, isBarred, isLarge, dayEnd, reminds }) => ({
    version: 1,
    ...(isKnown ? { isKnown } : {}),
    days: days.map(({ day, legs: { left, right }, doneAt }) => [
      ...[day, left.done, left.planned, right.done, right.planned],
      ...(doneAt === undefined ? [] : [doneAt]),
    ]),
    planned,
    ...(locked.length > 0 ? { locked } : {}),
    ...(isBarred ? { isBarred } : {}),
    ...(isLarge ? { isLarge } : {}),
    dayEnd,
    ...(reminds ? { reminds } : {}),
    ...(last === undefined ? {} : { last }),
  }),
};
