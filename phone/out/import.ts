import { ANSWER_NAMES } from '../../core/care/answers';
import { locksIn } from '../../core/care/locks';
import type { Said } from '../../core/care/statement';
import { pack, unpack } from '../../core/care/statement';
import { isFields } from '../../core/json';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import { parsePlan } from '../../core/plan/parse-plan';
import type { Plan } from '../../core/plan/plan';
import { packRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { isInstant } from '../../core/time';
import { readSaid, say } from '../care/said';
import type { Deletions } from '../deletions';
import { DELETED, isDeleted, readDeletions } from '../deletions';
import type { DiaryNews } from '../diary/whole';
import { newsOf } from '../diary/whole';
import { DIARY, weekAt } from '../diary/weeks';
import { EARLIER_PLANS } from '../earlier-plans';
import type { Excuses } from '../history/excuses';
import { EXCUSES, readExcuses } from '../history/excuses';
import { HISTORY_SETTINGS } from '../history/history-settings';
import { openLibrary } from '../history/library';
import { putMade } from '../history/made';
import { SCHEDULE } from '../history/schedule';
import { changeWithUndo, textsOf, undoLast } from '../history/undo';
import { monthOf } from '../month';
import { PLAN, readPlan } from '../plan-store';
import { CHOSEN, readPreferences } from '../preferences';
import { sessionKey } from '../session-key';
import type { Storage } from '../storage';
import { readText } from '../storage';
import { writeValue } from '../stored-text';
import type { BackupProblem, ReadBackup, RowProblem } from './backup';
import { readBackup } from './backup';

/** Why a session of a backup is not taken: `other`, the phone has another of its id and start. */
export interface RefusedRow {
  readonly place: number;
  readonly why: RowProblem | 'other';
}

/** What a backup would change, before anything is written. */
export interface ImportPreview {
  readonly added: readonly SessionRecord[];
  /** How many sessions are here already. */
  readonly known: number;
  /** How many were deleted here, and stay so. */
  readonly deleted: number;
  readonly refused: readonly RefusedRow[];
  readonly excuses: Excuses;
  readonly deletions: Deletions;
  /** What the diary of the backup brings; nothing where it has none. */
  readonly diary: DiaryNews | undefined;
  /** The locks that hold in the backup and are not known here. */
  readonly locks: readonly Said[];
  /** How many locks the backup has as lifted; it lifts none. */
  readonly unlocks: number;
  readonly rest: ReadBackup['rest'];
  /** What of the rest there is none of here, so that it is taken. */
  readonly others: readonly OtherName[];
}

export type OtherName = 'plan' | 'earlierPlans' | 'schedule' | 'settings' | 'preferences';

/** Looks at a backup beside what is here. Writes nothing. */
export function previewImport(storage: Storage, text: string): Result<ImportPreview, BackupProblem> {
  const backup = readBackup(text);
  if (!backup.ok) return backup;
  const library = openLibrary(storage);
  const deletions = readDeletions(storage);
  const added = new Map<string, SessionRecord>();
  const refused: RefusedRow[] = [];
  let [known, deleted] = [0, 0];
  const months = new Map<string, ReadonlyMap<string, SessionRecord>>();
  const hereIn = (month: string): ReadonlyMap<string, SessionRecord> => {
    const found =
      months.get(month) ?? new Map(library.sessionsOf(month).map((each) => [sessionKey(each), each]));
    months.set(month, found);
    return found;
  };
  backup.value.sessions.forEach((row, at) => {
    if (!row.ok) {
      refused.push({ place: at + 1, why: row.error });
      return;
    }
    const key = sessionKey(row.value);
    const other = added.get(key) ?? hereIn(monthOf(row.value)).get(key);
    if (isDeleted(deletions, row.value)) deleted += 1;
    else if (!other) added.set(key, row.value);
    else if (packRecord(other) === packRecord(row.value)) known += 1;
    else refused.push({ place: at + 1, why: 'other' });
  });
  const excuses = readExcuses(storage);
  const { rest } = backup.value;
  return ok({
    added: [...added.values()],
    ...{ known, deleted, refused, rest },
    diary: rest.diary && newsOf(rest.diary, storage),
    ...locksOf(rest.said ?? [], storage),
    others: othersOf(rest, storage).map(({ name }) => name),
    excuses: new Map([...(rest.excuses ?? [])].filter(([day]) => !excuses.has(day))),
    // What was deleted elsewhere is deleted here, but never what is here.
    deletions: new Map(
      [...(rest.deletions ?? [])].filter(
        ([key, [, month]]) => !deletions.has(key) && !hereIn(month).has(key) && !library.moves.has(key),
      ),
    ),
  });
}

/**
 * Takes a backup in, so that it can be undone: all or nothing. What the phone has is kept: of the rest that is taken which
 * there is none of here. The sessions are last, in one write that counts.
 */
export function importNow(storage: Storage, preview: ImportPreview): Result<void, 'notStored'> {
  const { added } = preview;
  const writes = writesOf(preview, storage);
  const texts = textsOf(storage, ...writes.map(({ key }) => key));
  const undo = { change: 'imported', count: added.length, texts, added, deleted: [] } as const;
  return changeWithUndo(storage, undo, () => {
    // A lock is not taken back by an undo: only the word of a doctor lifts it.
    const isDone =
      say(storage, preview.locks).ok &&
      writes.every(({ write }) => write()) &&
      (added.length === 0 || putMade(storage, added).ok);
    if (!isDone) undoLast(storage);
    return isDone ? ok(undefined) : err('notStored');
  });
}

interface Write {
  readonly key: string;
  readonly write: () => boolean;
}

/** What is to be written besides sessions. */
function writesOf({ excuses, deletions, diary, rest }: ImportPreview, storage: Storage): readonly Write[] {
  return [
    ...othersOf(rest, storage),
    ...(diary ? diaryWrites(diary, storage) : []),
    ...(excuses.size > 0 ? [writing(storage, EXCUSES, new Map([...readExcuses(storage), ...excuses]))] : []),
    ...(deletions.size > 0
      ? [writing(storage, DELETED, new Map([...readDeletions(storage), ...deletions]))]
      : []),
  ];
}

/**
 * What a backup says of locks, on the safe side: a lock that holds in it comes along, unless it was lifted here; what lifts a lock
 * does not, for a backup may be old, or another's. Nothing is taken that this Legato does not understand.
 */
function locksOf(
  theirs: readonly Said[],
  storage: Storage,
): { readonly locks: readonly Said[]; readonly unlocks: number } {
  const here = readSaid(storage);
  return {
    locks: locksIn(theirs)
      .map(pack)
      .filter((lock) => !here.includes(lock)),
    unlocks: theirs.filter((said) => unpack(said)?.kind === 'unlock' && !here.includes(said)).length,
  };
}

function diaryWrites({ days, weeks, content }: DiaryNews, storage: Storage): readonly Write[] {
  if (days.length === 0) return [];
  return [
    ...[...content].map(([first, held]) => writing(storage, weekAt(first), held)),
    writing(storage, DIARY, weeks),
  ];
}

/** What is taken of the rest, each where there is none of it here. */
function othersOf(
  rest: ReadBackup['rest'],
  storage: Storage,
): readonly (Write & { readonly name: OtherName })[] {
  const { schedule = [], settings, earlierPlans = [] } = rest;
  const preferences = withoutAnswers(rest.preferences ?? {});
  const isEmpty = ({ name }: Pick<Stored<never>, 'name'>): boolean => readText(storage, name) === undefined;
  const plan = readPlan(storage).state === 'none' ? planIn(rest.planInput) : undefined;
  const hasPreferences = Object.keys(readPreferences(storage)).length > 0;
  const named = <Value>(name: OtherName, stored: Stored<Value>, value: Value) => [
    { name, ...writing(storage, stored, value) },
  ];
  return [
    ...(plan ? named('plan', PLAN, { state: 'ready', ...plan }) : []),
    ...(earlierPlans.length > 0 && isEmpty(EARLIER_PLANS)
      ? named('earlierPlans', EARLIER_PLANS, earlierPlans)
      : []),
    ...(schedule.length > 0 && isEmpty(SCHEDULE) ? named('schedule', SCHEDULE, schedule) : []),
    ...(settings && isEmpty(HISTORY_SETTINGS) ? named('settings', HISTORY_SETTINGS, settings) : []),
    ...(Object.keys(preferences).length > 0 && !hasPreferences
      ? named('preferences', CHOSEN, preferences)
      : []),
  ];
}

/** The hard questions are of the time at which they are asked: what was answered on another phone does not answer them. */
function withoutAnswers(preferences: SharedPreferences): SharedPreferences {
  const answers: readonly string[] = Object.values(ANSWER_NAMES);
  return Object.fromEntries(Object.entries(preferences).filter(([name]) => !answers.includes(name)));
}

function writing<Value>(storage: Storage, stored: Stored<Value>, value: Value): Write {
  return { key: stored.name, write: () => writeValue(storage, stored, value).ok };
}

function planIn(input: unknown): { readonly revision: number; readonly plan: Plan } | undefined {
  if (!isFields(input) || !isInstant(input['revision']) || input['revision'] === 0) return undefined;
  const plan = parsePlan(input['plan']);
  return plan.ok ? { revision: input['revision'], plan: plan.value } : undefined;
}
