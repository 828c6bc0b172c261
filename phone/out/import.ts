import { ANSWER_NAMES } from '../../core/care/answers';
import { lifts, locksIn } from '../../core/care/locks';
import type { Said } from '../../core/care/statement';
import { pack, unpack } from '../../core/care/statement';
import { isFields } from '../../core/json';
import { lazily } from '../../core/lazily';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import { parsePlan } from '../../core/plan/parse-plan';
import type { Plan } from '../../core/plan/plan';
import { packRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import type { Instant } from '../../core/time';
import { isInstant } from '../../core/time';
import { CARE_PAST, liftedIn, withLifted } from '../care/past';
import { readSaid, say } from '../care/said';
import type { Deletions } from '../deletions';
import { DELETED, isDeleted, readDeletions } from '../deletions';
import type { DiaryNews } from '../diary/whole';
import { newsOf } from '../diary/whole';
import { DIARY, weekAt } from '../diary/weeks';
import { EARLIER_PLANS } from '../earlier-plans';
import type { Excuses } from '../history/excuses';
import { putExcuses, readExcuses } from '../history/excuses';
import { HISTORY_SETTINGS } from '../history/history-settings';
import { openLibrary } from '../history/library';
import { putMade } from '../history/made';
import { SCHEDULE } from '../history/schedule';
import { changeWithUndo, textsOf } from '../history/undo';
import { monthOf } from '../month';
import { PLAN, readPlan } from '../plan-store';
import { CHOSEN, readPreferences } from '../preferences';
import { sessionKey } from '../session-key';
import type { Storage } from '../storage';
import { readText } from '../storage';
import { writeValue } from '../stored-text';
import type { BackupProblem, ReadBackup, RowProblem } from './backup';
import { readBackup } from './backup';

/**
 * Why a session of a backup is not imported. `other`: the phone has a different one with the same id and start, or has it
 * at another date than the person gave it.
 */
export interface RefusedRow {
  readonly place: number;
  readonly why: RowProblem | 'other';
}

/** What a backup would change, before anything is written. */
export interface ImportPreview {
  readonly added: readonly SessionRecord[];
  /** How many sessions are already here. */
  readonly known: number;
  /** How many were deleted here and stay deleted. */
  readonly deleted: number;
  readonly refused: readonly RefusedRow[];
  readonly excuses: Excuses;
  readonly deletions: Deletions;
  /** What the diary of the backup adds; undefined if it has none. */
  readonly diary: DiaryNews | undefined;
  /** The locks that hold in the backup and are not known here. */
  readonly locks: readonly Said[];
  /** Locks that were lifted in the backup and are not known here, each with its unlock: history only. */
  readonly lifted: readonly Said[];
  /** How many locks that hold here are lifted in the backup. The import lifts none. */
  readonly unlocks: number;
  readonly rest: ReadBackup['rest'];
  /** The other content that is taken, because the phone has none of it. */
  readonly others: readonly OtherName[];
}

export type OtherName = 'plan' | 'earlierPlans' | 'schedule' | 'settings' | 'preferences';

/** Compares a backup with the phone's data. Writes nothing. */
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
  const idsHere = lazily(
    () => new Set(library.months.flatMap((month) => library.gistsOf(month).map(({ id }) => id))),
  );
  const isHere = ({ id }: SessionRecord): boolean => idsHere().has(id);
  backup.value.sessions.forEach((row, at) => {
    if (!row.ok) {
      refused.push({ place: at + 1, why: row.error });
      return;
    }
    const key = sessionKey(row.value);
    const other = added.get(key) ?? hereIn(monthOf(row.value)).get(key);
    if (isDeleted(deletions, row.value)) deleted += 1;
    // Here it has another date, which stays.
    else if (library.moves.has(key)) known += 1;
    else if (!other && isDated(row.value) && isHere(row.value)) refused.push({ place: at + 1, why: 'other' });
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
    // Deletions are merged, but never delete what is on the phone.
    deletions: new Map(
      [...(rest.deletions ?? [])].filter(
        ([key, [, month]]) => !deletions.has(key) && !hereIn(month).has(key) && !library.moves.has(key),
      ),
    ),
  });
}

/**
 * Imports all of a backup or nothing; can be undone. The phone's data win: other content is taken only if the phone has
 * none of it.
 */
export function importNow(storage: Storage, preview: ImportPreview): Result<void, 'notStored'> {
  const { added, excuses } = preview;
  const writes = writesOf(preview, storage);
  // An earlier change can still be undone.
  if (writes.length + added.length + excuses.size + preview.locks.length === 0) return ok(undefined);
  const undo = {
    ...({ change: 'imported', count: added.length } as const),
    texts: textsOf(storage, ...writes.map(({ key }) => key)),
    added,
    // These days had no excuse.
    excuses: new Map([...excuses.keys()].map((day) => [day, undefined])),
  };
  return changeWithUndo(storage, undo, (draft) => {
    const steps: readonly (() => Result<void, 'notStored'>)[] = [
      // An undo does not remove a lock, since only a doctor's word lifts it.
      () => say(draft, preview.locks),
      ...writes.map(
        ({ write }) =>
          () =>
            write(draft),
      ),
      () => (excuses.size > 0 ? putExcuses(draft, excuses) : ok(undefined)),
      () => (added.length > 0 ? putMade(draft, added) : ok(undefined)),
    ];
    return steps.every((step) => step().ok) ? ok(undefined) : err('notStored');
  });
}

/** Whether a person has changed when a session began. */
function isDated({ extensions }: SessionRecord): boolean {
  return 'dated' in extensions;
}

interface Write {
  readonly key: string;
  readonly write: (draft: Storage) => Result<void, 'notStored'>;
}

/** What has to be written besides locks, excuses and sessions. */
function writesOf({ deletions, diary, lifted, rest }: ImportPreview, storage: Storage): readonly Write[] {
  return [
    ...othersOf(rest, storage),
    ...(diary ? diaryWrites(diary) : []),
    ...(lifted.length > 0 ? [writing(CARE_PAST, withLifted(storage, lifted))] : []),
    ...(deletions.size > 0 ? [writing(DELETED, new Map([...readDeletions(storage), ...deletions]))] : []),
  ];
}

/**
 * Imports locks on the safe side. A lock that holds in the backup is taken, unless it was lifted here. An unlock is
 * taken only as history, together with its own lock, which must not be known here: a backup may be old or another
 * person's. Statements that this version of Legato does not understand are not taken.
 */
function locksOf(
  theirs: readonly Said[],
  storage: Storage,
): Pick<ImportPreview, 'locks' | 'lifted' | 'unlocks'> {
  const here = readSaid(storage);
  const held = locksIn(here).map(({ id }) => id);
  return {
    locks: locksIn(theirs)
      .map(pack)
      .filter((lock) => !here.includes(lock)),
    lifted: liftedIn(theirs, storage, here),
    unlocks: held.filter((id) => theirs.some((said) => lifts(unpack(said), id))).length,
  };
}

function diaryWrites({ days, weeks, content }: DiaryNews): readonly Write[] {
  if (days.length === 0) return [];
  return [...[...content].map(([first, held]) => writing(weekAt(first), held)), writing(DIARY, weeks)];
}

/** The other content that is taken, each kind only if the phone has none of it. */
function othersOf(
  rest: ReadBackup['rest'],
  storage: Storage,
): readonly (Write & { readonly name: OtherName })[] {
  const { schedule = [], settings, earlierPlans = [] } = rest;
  const preferences = withoutAnswers(rest.preferences ?? {});
  const isEmpty = ({ name }: Pick<Stored<never>, 'name'>): boolean => readText(storage, name) === undefined;
  const plan = readPlan(storage).state === 'none' ? planIn(rest.planInput, rest.made) : undefined;
  const hasPreferences = Object.keys(readPreferences(storage)).length > 0;
  const named = <Value>(name: OtherName, stored: Stored<Value>, value: Value) => [
    { name, ...writing(stored, value) },
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

/**
 * Answers to the hard questions are valid only for the time they were given, so those from another phone do not count.
 */
function withoutAnswers(preferences: SharedPreferences): SharedPreferences {
  const answers: readonly string[] = Object.values(ANSWER_NAMES);
  return Object.fromEntries(Object.entries(preferences).filter(([name]) => !answers.includes(name)));
}

function writing<Value>(stored: Stored<Value>, value: Value): Write {
  return { key: stored.name, write: (draft) => writeValue(draft, stored, value) };
}

/** A plan of which the revision is later than the backup was made with a clock that was ahead. */
function planIn(
  input: unknown,
  made: Instant | undefined,
): { readonly revision: number; readonly plan: Plan; readonly since?: Instant } | undefined {
  if (!isFields(input) || !isInstant(input['revision']) || input['revision'] === 0) return undefined;
  const plan = parsePlan(input['plan']);
  if (!plan.ok) return undefined;
  const { revision } = input;
  return { revision, plan: plan.value, ...(made !== undefined && made < revision ? { since: made } : {}) };
}
