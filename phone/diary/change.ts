import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { Result } from '../../core/result';
import { err } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { atomically } from '../atomically';
import { forgetUndoOf } from '../history/undo';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';
import type { EveningDraft } from './draft';
import { answersIn, draftIn, draftText } from './draft';
import type { DiaryDay, Evening } from './evening';
import { EMPTY_DAY, girthIn } from './evening';
import type { Diary, DiaryWeeks, WeekDays } from './weeks';
import { DIARY, entryOf, inOrder, openDiary, readWeeks, weekAt, weekOf, weeksOf, wholeWeek } from './weeks';

/**
 * Why a diary entry is refused. `noWeek`: no week was begun for the day. `over`: the day is over. `answered`,
 * `skipped`, `deleted`: the present state of the evening. `unfinished`: some answers are missing. `noGirth`: the number
 * cannot be the girth of a calf.
 */
export const DIARY_PROBLEMS = [
  'noWeek',
  'over',
  'answered',
  'skipped',
  'deleted',
  'unfinished',
  'noGirth',
] as const;
export type DiaryProblem = (typeof DIARY_PROBLEMS)[number];

type Change = Result<void, DiaryProblem | 'notStored'>;

/** Begins a week today, unless one is under way. */
export function beginWeek(storage: Storage, today: Day): Result<void, 'notStored'> {
  const weeks = readWeeks(storage);
  const begun = weekOf(weeks, today) === undefined ? [...weeks.begun, today] : weeks.begun;
  return putWeeks(storage, { ...weeks, begun });
}

/** Declines the week offered today. */
export function declineWeek(storage: Storage, today: Day): Result<void, 'notStored'> {
  const weeks = readWeeks(storage);
  return putWeeks(storage, { ...weeks, declined: [...weeks.declined, today] });
}

/** The most weeks kept; the oldest are dropped. */
const WEEKS_LIMIT = 400;

function putWeeks(storage: Storage, { begun, declined }: DiaryWeeks): Result<void, 'notStored'> {
  const kept = (days: readonly Day[]): readonly Day[] => inOrder(days).slice(-WEEKS_LIMIT);
  return put(storage, DIARY, { begun: kept(begun), declined: kept(declined) });
}

/** A change made after an undoable one must not be reverted by that undo. */
function put<Value>(storage: Storage, stored: Stored<Value>, value: Value): Result<void, 'notStored'> {
  const written = writeValue(storage, stored, value);
  if (written.ok) forgetUndoOf(storage, stored.name);
  return written;
}

/** Saves the answers of this evening. */
export function keepEvening(storage: Storage, draft: EveningDraft, today: Day): Change {
  if (draft.day !== today) return err('over');
  const answers = answersIn(draft);
  return answers ? putEvening(storage, today, answers) : err('unfinished');
}

/** Skips this evening, for good. */
export function skipEvening(storage: Storage, today: Day): Change {
  return putEvening(storage, today, { state: 'skipped' });
}

function putEvening(storage: Storage, today: Day, evening: Evening): Change {
  return changeDay(storage, today, (held) => {
    const { state } = held.evening;
    return state === 'open' ? { ...held, evening } : state;
  });
}

/** Saves today's girths as typed, in cm. An empty field leaves the value as it is. */
export function putGirth(storage: Storage, today: Day, typed: Readonly<Record<Leg, string>>): Change {
  const [left, right] = [typed.left.trim(), typed.right.trim()];
  const girth = { left: girthIn(left), right: girthIn(right) };
  const isWrong = (left !== '' && girth.left === undefined) || (right !== '' && girth.right === undefined);
  if (isWrong || (left === '' && right === '')) return err('noGirth');
  return changeDay(storage, today, (held) =>
    held.evening.state === 'deleted'
      ? 'deleted'
      : {
          ...held,
          girth: {
            ...held.girth,
            ...(girth.left === undefined ? {} : { left: girth.left }),
            ...(girth.right === undefined ? {} : { right: girth.right }),
          },
        },
  );
}

/** Deletes the entries of a day for good: nothing can be added to it any more. */
export function deleteDay(storage: Storage, day: Day): Change {
  return changeDay(storage, day, () => ({ ...EMPTY_DAY, evening: { state: 'deleted' } }));
}

function changeDay(storage: Storage, day: Day, change: (held: DiaryDay) => DiaryDay | DiaryProblem): Change {
  const diary = openDiary(storage);
  const [first, ...others] = weeksOf(diary.weeks, day);
  if (first === undefined) return err('noWeek');
  const next = change(entryOf(diary, day) ?? EMPTY_DAY);
  if (typeof next === 'string') return err(next);
  const storedIn = (week: Day): WeekDays => readValue(storage, weekAt(week)).value;
  const write = (draft: Storage): Result<void, 'notStored'> =>
    put(draft, weekAt(first), new Map([...storedIn(first), [day, next]]));
  const doubled = others.filter((week) => storedIn(week).has(day));
  if (doubled.length === 0) return write(storage);
  // Weeks that overlap may each hold an entry of the day; from now on only one does.
  return atomically(storage, (draft) => {
    const steps = doubled.map(
      (week) => () => put(draft, weekAt(week), new Map([...storedIn(week)].filter(([each]) => each !== day))),
    );
    return steps.every((step) => step().ok) ? write(draft) : err('notStored');
  });
}

/** Yesterday's answers as a draft; undefined if there are none. */
export function asYesterday(diary: Diary, today: Day): EveningDraft | undefined {
  const evening = entryOf(diary, today - 1)?.evening;
  if (evening?.state !== 'answered') return undefined;
  const { left, right } = evening.legs;
  return { day: today, how: 'asYesterday', ratings: [...left, ...right] };
}

/** The draft with one more answer; unchanged when all questions are answered. */
export function withAnswer(text: string, rating: number): string {
  const draft = draftIn(text);
  return draft && !answersIn(draft) ? draftText({ ...draft, ratings: [...draft.ratings, rating] }) : text;
}

/** A draft without its last answer. */
export function withoutLast(text: string): string {
  const draft = draftIn(text);
  return draft ? draftText({ ...draft, ratings: draft.ratings.slice(0, -1) }) : '';
}

/** Whether a week has any answer or measurement. */
export function holdsAnything(days: WeekDays, first: Day): boolean {
  return wholeWeek(days, first).some(
    ([, { evening, girth }]) => evening.state === 'answered' || Object.keys(girth).length > 0,
  );
}
