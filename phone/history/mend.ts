import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day, LocalMoment } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import { cueRecord } from '../../core/record/cue-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Instant, Millis } from '../../core/time';
import { HOUR, MINUTE, SECOND } from '../../core/time';
import { deleteSessions } from '../deletions';
import type { PhoneClock } from '../phone-state';
import { sessionKey } from '../session-key';
import { MOVES_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import type { Excuse } from './excuses';
import { isTooLong, putExcuses, readExcuses, shortened } from './excuses';
import { gistOf } from './gist';
import { putMade } from './made';
import { moveSession } from './moves';
import type { Past } from './overview';
import { dayOfPhone, FIRST_DAY, lookAt, sessionsOn, todayOf } from './overview';
import { plannedOn } from './schedule';
import { changeWithUndo, textsOf } from './undo';

/** Deletes all of the sessions or none; can be undone. */
export function deleteWithUndo(
  storage: Storage,
  sessions: readonly SessionRecord[],
): Result<void, 'notStored'> {
  const undo = { change: 'deleted', count: sessions.length, deleted: sessions } as const;
  return changeWithUndo(storage, undo, (draft) => deleteSessions(draft, sessions));
}

/** Marks days as left out, or removes the mark; can be undone. */
export function excuseWithUndo(
  storage: Storage,
  days: readonly Day[],
  excuse: Excuse | undefined,
): Result<void, 'notStored'> {
  const known = readExcuses(storage);
  const excuses = new Map(days.map((day) => [day, known.get(day)]));
  const undo = { change: 'excused', count: days.length, excuses } as const;
  return changeWithUndo(storage, undo, (draft) =>
    putExcuses(draft, new Map(days.map((day) => [day, excuse]))),
  );
}

/** Adds sessions that no watch has sent; can be undone. */
export function addWithUndo(storage: Storage, sessions: readonly SessionRecord[]): Result<void, 'notStored'> {
  const undo = { change: 'added', count: sessions.length, added: sessions } as const;
  return changeWithUndo(storage, undo, (draft) => putMade(draft, sessions));
}

/** Changes when a session began; can be undone. */
export function moveWithUndo(
  storage: Storage,
  session: SessionRecord,
  { startedAt, utcOffset }: LocalMoment,
): Result<void, 'notStored'> {
  const endedAt = startedAt + (session.endedAt - session.startedAt);
  const undo = { change: 'moved', count: 1, texts: textsOf(storage, MOVES_KEY) } as const;
  return changeWithUndo(storage, undo, (draft) =>
    moveSession(draft, session, { ...session, startedAt, endedAt, utcOffset }),
  );
}

/** What a person tells about a session that no watch has timed. */
export interface HandMade {
  readonly day: Day;
  /** Minutes of massage; 0 for a leg that was not massaged. */
  readonly minutes: Readonly<Record<Leg, number>>;
  readonly note: string;
}

/** How many days ahead a day can be left out. A later one is a slip of the finger too. */
const DAYS_AHEAD = 366;

/** Whether a day cannot be meant by a person. */
export function isFarAway(day: Day, past: Past): boolean {
  return day < FIRST_DAY || day > todayOf(past) + DAYS_AHEAD;
}

/** The most minutes of a leg in a session entered by hand. */
const MINUTES_LIMIT = 120;

/** The most characters of a note. */
export const NOTE_LIMIT = 60;

/**
 * Why a session cannot be entered. `farAway`: its day cannot be meant. `future`: it has not come. `nothing`: no leg has a
 * minute. `tooLong`: more than `MINUTES_LIMIT`. `notYet`: more than has passed of the day. `longNote`: its note has more
 * than `NOTE_LIMIT` characters. `doneAlready`: a leg is already done on this day. `over`: another session may be the same
 * one (see `sessionsBeside`), and the person has not said that this one is in addition.
 */
export type HandProblem =
  'farAway' | 'future' | 'nothing' | 'tooLong' | 'notYet' | 'longNote' | 'doneAlready' | 'over';

/**
 * The record of a session entered by hand. It begins at noon, or early enough to be over by now, and after the other
 * sessions of the day. The whole leg stands for its zones, which are unknown.
 */
export function handMade(
  made: HandMade,
  past: Past,
  isInAddition: boolean,
): Result<SessionRecord, HandProblem> {
  const { day, minutes, note } = made;
  const { clock } = past;
  const legs = legsOf(made);
  if (isFarAway(day, past)) return err('farAway');
  if (day > todayOf(past)) return err('future');
  if (legs.length === 0) return err('nothing');
  if (legs.some((leg) => minutes[leg] > MINUTES_LIMIT)) return err('tooLong');
  if (lengthOf(made) > clock.now - beginOf(day, past)) return err('notYet');
  if (isTooLong(note, NOTE_LIMIT)) return err('longNote');
  const [status] = lookAt(past, { from: day, to: day });
  // Before the first session nothing counts as planned, but this one becomes the first and has to say what was.
  const scheduled = plannedOn(past.schedule, day, (since) => dayOfPhone(since, past));
  if (legs.some((leg) => status?.legs[leg].state === 'done')) return err('doneAlready');
  if (!isInAddition && sessionsBeside(made, past).length > 0) return err('over');
  const length = lengthOf(made);
  const startedAt = startOfHandMade(day, length, past);
  const cues = cueRecord({}, {}, 0, 0);
  if (!cues) throw new Error('no cue is later than none');
  return ok({
    version: 2,
    id: `hand-${clock.now.toString(36)}`,
    startedAt,
    endedAt: startedAt + length,
    utcOffset: clock.offsetAt(startedAt),
    ending: 'finished',
    zones: legs.map((leg) => {
      const doneSeconds = Math.round((minutes[leg] * MINUTE) / SECOND);
      const counted = status?.legs[leg].planned ?? 0;
      const planned = counted > 0 ? counted : scheduled[leg];
      return { leg, zone: 'whole', plannedSeconds: planned > 0 ? planned : doneSeconds, doneSeconds };
    }),
    pauses: { count: 0, seconds: 0 },
    cues,
    extensions: { made: 'hand', ...noteExtension(note) },
  });
}

function legsOf({ minutes }: HandMade): readonly Leg[] {
  return LEGS.filter((leg) => minutes[leg] > 0);
}

function lengthOf({ minutes }: HandMade): Millis {
  return LEGS.reduce((sum, leg) => sum + minutes[leg], 0) * MINUTE;
}

/**
 * The sessions that one entered by hand may repeat, latest first: they have minutes of the same leg on its day, or lie
 * at the only time that is left for it.
 */
export function sessionsBeside(made: HandMade, past: Past): readonly SessionRecord[] {
  const { day } = made;
  const startedAt = startOfHandMade(day, lengthOf(made), past);
  const span = { startedAt, endedAt: startedAt + lengthOf(made) };
  const isOfDay = (session: SessionRecord): boolean => dayOf(session, past.settings.dayEnd) === day;
  return around(day, past).filter(
    (session) =>
      isOver(session, span) ||
      (isOfDay(session) && legsOf(made).some((leg) => (gistOf(session).legs[leg]?.done ?? 0) > 0)),
  );
}

/** The sessions that lie at the time to which a session would move, latest first. */
export function sessionsAt(session: SessionRecord, startedAt: Instant, past: Past): readonly SessionRecord[] {
  const span = { startedAt, endedAt: startedAt + (session.endedAt - session.startedAt) };
  return around(dayOfPhone(startedAt, past), past).filter(
    (each) => sessionKey(each) !== sessionKey(session) && isOver(each, span),
  );
}

/** The sessions of a day and of the days beside it. */
function around(day: Day, past: Past): readonly SessionRecord[] {
  return sessionsOn(past, { from: day - 1, to: day + 1 });
}

type Span = Pick<SessionRecord, 'startedAt' | 'endedAt'>;

function isOver(one: Span, other: Span): boolean {
  return one.startedAt < other.endedAt && other.startedAt < one.endedAt;
}

function noteExtension(note: string): { readonly note?: string } {
  const words = shortened(note, NOTE_LIMIT);
  return words === '' ? {} : { note: encodeURIComponent(words) };
}

/** In the phone's local time, within the day, and where no other session is, if there is room: if possible after them. */
function startOfHandMade(day: Day, length: Millis, past: Past): Instant {
  const { clock, settings } = past;
  const others = around(day, past);
  const [last] = others.filter((each) => dayOf(each, settings.dayEnd) === day);
  const noon = Math.max(hourOf(day, Math.max(12, settings.dayEnd), past), last ? last.endedAt : 0);
  const begin = beginOf(day, past);
  const wanted = [noon, clock.now - length, ...others.map(({ startedAt }) => startedAt - length), begin];
  const isInDay = (start: Instant): boolean => start + length <= clock.now && dayOfPhone(start, past) === day;
  const inDay = wanted.filter(isInDay);
  const isFree = (startedAt: Instant): boolean =>
    !others.some((each) => isOver(each, { startedAt, endedAt: startedAt + length }));
  return inDay.find(isFree) ?? inDay[0] ?? Math.max(0, Math.min(clock.now, begin));
}

function beginOf(day: Day, past: Past): Instant {
  return hourOf(day, past.settings.dayEnd, past);
}

/** An hour of a day in the phone's local time. */
function hourOf(day: Day, hour: number, { clock }: Past): Instant {
  return instantAt((day * 24 + hour) * HOUR, clock.offsetAt);
}

/**
 * The instant of a local time, which is given as if it were UTC: the first of two on a day on which the clock is set
 * back, and the moment after those that are left out on a day on which it is set forward.
 */
function instantAt(local: number, offsetAt: PhoneClock['offsetAt']): Instant {
  const byDayBefore = local - offsetAt(local - 24 * HOUR) * MINUTE;
  const offset = offsetAt(byDayBefore);
  const byItsOwn = local - offset * MINUTE;
  return offsetAt(byItsOwn) === offset ? byItsOwn : byDayBefore;
}

/**
 * Why the date of a session cannot be changed. `farAway`: the day cannot be meant. `over`: it would lie over another
 * session, and the person has not said that it may.
 */
export type MoveProblem = 'farAway' | 'future' | 'noDate' | 'taken' | 'over';

/**
 * When a session begins at another date and time of day, in the local time it was done in. If that has not come yet, its
 * watch may have had another time zone or season along with another date, so it is taken in the phone's local time. The
 * minute in which it began leaves it as it is, to the second.
 */
export function movedStart(
  session: SessionRecord,
  day: Day | undefined,
  minuteOfDay: number | undefined,
  past: Past,
  mayBeOver: boolean,
): Result<LocalMoment, MoveProblem> {
  if (day === undefined || minuteOfDay === undefined) return err('noDate');
  const local = day * 24 * HOUR + minuteOfDay * MINUTE;
  const { utcOffset } = session;
  const own = { startedAt: local - utcOffset * MINUTE, utcOffset };
  if (own.startedAt === session.startedAt - (session.startedAt % MINUTE))
    return ok({ startedAt: session.startedAt, utcOffset });
  if (isFarAway(day, past)) return err('farAway');
  const { clock } = past;
  const start = own.startedAt > clock.now ? byPhone(local, past) : own;
  if (start.startedAt > clock.now) return err('future');
  const isTaken = around(day, past).some((each) => each.startedAt === start.startedAt);
  if (isTaken) return err('taken');
  return !mayBeOver && sessionsAt(session, start.startedAt, past).length > 0 ? err('over') : ok(start);
}

function byPhone(local: number, { clock }: Past): LocalMoment {
  const startedAt = instantAt(local, clock.offsetAt);
  return { startedAt, utcOffset: clock.offsetAt(startedAt) };
}
