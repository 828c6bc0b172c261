import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { EVERY_DAY } from '../../core/calendar/day';
import type { LocalMoment } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { isTooLong, readExcuses } from '../../phone/history/excuses';
import type { HistorySettings } from '../../phone/history/history-settings';
import { putHistorySettings, readHistorySettings } from '../../phone/history/history-settings';
import type { HandMade, MoveProblem } from '../../phone/history/mend';
import {
  addWithUndo,
  deleteWithUndo,
  excuseWithUndo,
  handMade,
  isFarAway,
  movedStart,
  moveWithUndo,
} from '../../phone/history/mend';
import { dayOfPhone, sessionsOn } from '../../phone/history/overview';
import { daysOf, putDays } from '../../phone/history/schedule';
import { undoLast } from '../../phone/history/undo';
import type { Phone } from '../../phone/phone';
import type { PhoneState } from '../../phone/phone-state';
import { readPhoneState } from '../../phone/phone-state';
import type { DayRange, ExcuseKind } from '../../phone/statistics/days';
import { sessionKey } from '../../phone/session-key';
import type { Attempt } from '../attempt';
import { viewOn } from '../attempt';
import { typedDay, typedMinutes, typedTime } from '../typed';

/** What a person can change about the past. Typed text is kept in the view, under the names of `FIELDS`. */
export interface MendActions {
  readonly undo: () => void;
  /** Enters a session. */
  readonly addByHand: (isInAddition?: boolean) => void;
  /** Deletes the sessions of the days that were typed. */
  readonly removeDays: () => void;
  /** Deletes the sessions of the open day. */
  readonly removeDay: (sessions: readonly SessionRecord[]) => void;
  /** Marks the typed day as left out; without a kind, removes the mark. */
  readonly excuse: (kind: ExcuseKind | undefined) => void;
  /** Gives a session the date and time that were typed. */
  readonly move: (session: SessionRecord, mayBeOver?: boolean) => void;
  readonly putSettings: (settings: Partial<HistorySettings>) => void;
  /** Adds a day of the week to the planned days, or removes it; 1 is Monday. */
  readonly turnDay: (weekday: number) => void;
}

/** The names in the view of what is typed. */
export const FIELDS = {
  addDate: 'add.date',
  addLeft: 'add.left',
  addRight: 'add.right',
  addNote: 'add.note',
  from: 'range.from',
  to: 'range.to',
  excuseDate: 'excuse.date',
  excuseReason: 'excuse.reason',
  moveDate: 'move.date',
  moveTime: 'move.time',
} as const;

/** What is wrong with the input, shown in the section where it was typed. */
export const MEND_PROBLEMS = [
  'add.noDate',
  'add.noNumber',
  'add.farAway',
  'add.future',
  'add.nothing',
  'add.tooLong',
  'add.notYet',
  'add.longNote',
  'add.doneAlready',
  'add.over',
  'range.noDate',
  'range.backwards',
  'range.none',
  'excuse.noDate',
  'excuse.farAway',
  'excuse.counts',
  'excuse.longReason',
  'move.noDate',
  'move.farAway',
  'move.future',
  'move.taken',
  'move.over',
] as const;
export type MendProblem = (typeof MEND_PROBLEMS)[number];

export function mendActionsOn({ storage, clock }: Phone, attempt: Attempt): MendActions {
  const stateNow = (): PhoneState => readPhoneState(storage, clock());
  const { typed, show } = viewOn(storage);
  const say = (problem: MendProblem): boolean => show({ problem });
  /** Typed text is cleared after a success. If that fails, it does no harm. */
  const clear = (...names: readonly string[]): true => {
    show(Object.fromEntries([...names, 'sure'].map((name) => [name, ''])));
    return true;
  };
  const past = (isDone: () => boolean): void => attempt('pastNotChanged', isDone);
  return {
    undo: () => past(() => undoLast(storage).ok),
    addByHand: (isInAddition = false) =>
      past(() => {
        const wanted = typedSession(typed);
        if (!wanted.ok) return say(`add.${wanted.error}`);
        const made = handMade(wanted.value, stateNow(), isInAddition);
        if (!made.ok) return say(`add.${made.error}`);
        return addWithUndo(storage, [made.value]).ok && clear(...ADD_FIELDS);
      }),
    removeDays: () =>
      past(() => {
        const range = typedRange(typed);
        if (!range.ok) return say(`range.${range.error}`);
        const sessions = sessionsOn(stateNow(), range.value);
        if (sessions.length === 0) return say('range.none');
        return deleteWithUndo(storage, sessions).ok && clear(FIELDS.from, FIELDS.to);
      }),
    removeDay: (sessions) => past(() => deleteWithUndo(storage, sessions).ok && clear('day')),
    excuse: (kind) =>
      past(() => {
        const day = typedDay(typed(FIELDS.excuseDate));
        if (day === undefined) return say('excuse.noDate');
        if (!kind && !readExcuses(storage).has(day)) return say('excuse.counts');
        // An older version of Legato took any day, and its mark can still be removed.
        if (kind && isFarAway(day, stateNow())) return say('excuse.farAway');
        const reason = typed(FIELDS.excuseReason);
        if (kind && isTooLong(reason)) return say('excuse.longReason');
        const excuse = kind && { kind, reason };
        return excuseWithUndo(storage, [day], excuse).ok && clear(FIELDS.excuseDate, FIELDS.excuseReason);
      }),
    move: (session, mayBeOver = false) =>
      past(() => {
        const start = typedStart(session, typed, stateNow(), mayBeOver);
        if (!start.ok) return say(`move.${start.error}`);
        const isDone =
          start.value.startedAt === session.startedAt || moveWithUndo(storage, session, start.value).ok;
        return isDone && clear(FIELDS.moveDate, FIELDS.moveTime, 'moving');
      }),
    putSettings: (settings) => attempt('pageNotChanged', () => isKept(storage, settings)),
    turnDay: (weekday) => attempt('pageNotChanged', () => isTurned(storage, stateNow(), weekday)),
  };
}

function isKept(storage: Phone['storage'], settings: Partial<HistorySettings>): boolean {
  return putHistorySettings(storage, { ...readHistorySettings(storage), ...settings }).ok;
}

function isTurned(storage: Phone['storage'], state: PhoneState, weekday: number): boolean {
  const { schedule, plan, clock } = state;
  const before = daysOf(schedule);
  const days = EVERY_DAY.filter((day) => (day === weekday) !== before.includes(day));
  return putDays(storage, plan, days, clock.now, (since) => dayOfPhone(since, state)).ok;
}

const ADD_FIELDS = [FIELDS.addDate, FIELDS.addLeft, FIELDS.addRight, FIELDS.addNote];

/** The session that was typed. */
export function typedSession(typed: (name: string) => string): Result<HandMade, 'noDate' | 'noNumber'> {
  const day = typedDay(typed(FIELDS.addDate));
  if (day === undefined) return err('noDate');
  const [left, right] = [typedMinutes(typed(FIELDS.addLeft)), typedMinutes(typed(FIELDS.addRight))];
  if (left === undefined || right === undefined) return err('noNumber');
  return ok({ day, minutes: { left, right }, note: typed(FIELDS.addNote) });
}

/** When a session begins by the date and time that were typed. */
export function typedStart(
  session: SessionRecord,
  typed: (name: string) => string,
  state: PhoneState,
  mayBeOver: boolean,
): Result<LocalMoment, MoveProblem> {
  const day = typedDay(typed(FIELDS.moveDate));
  return movedStart(session, day, typedTime(typed(FIELDS.moveTime)), state, mayBeOver);
}

/** The days that were typed: a single one if the second is left out. */
export function typedRange(typed: (name: string) => string): Result<DayRange, 'noDate' | 'backwards'> {
  const from = typedDay(typed(FIELDS.from));
  const last = typed(FIELDS.to).trim();
  const to = last === '' ? from : typedDay(last);
  if (from === undefined || to === undefined) return err('noDate');
  return to < from ? err('backwards') : ok({ from, to });
}

/** Whether this is the session whose date is being changed. */
export function isMoving(session: SessionRecord, { view }: Pick<PhoneState, 'view'>): boolean {
  return view['moving'] === sessionKey(session);
}
