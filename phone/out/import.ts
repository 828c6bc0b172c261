import { ANSWER_NAMES } from '../../core/care/answers';
import { lifts, locksIn, locksOnce } from '../../core/care/locks';
import type { Said } from '../../core/care/statement';
import { pack, unpack } from '../../core/care/statement';
import { lazily } from '../../core/lazily';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import { packRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { CARE_PAST, liftedIn, withLifted } from '../care/past';
import { readSaid, say } from '../care/said';
import type { Deletions } from '../deletions';
import { DELETED, isDeleted, readDeletions } from '../deletions';
import type { DiaryNews } from '../diary/whole';
import { newsOf } from '../diary/whole';
import { DIARY, weekAt } from '../diary/weeks';
import { EARLIER_PLANS, readEarlierPlans } from '../earlier-plans';
import type { Excuses } from '../history/excuses';
import { putExcuses, readExcuses } from '../history/excuses';
import { HISTORY_SETTINGS, readHistorySettings } from '../history/history-settings';
import { openLibrary } from '../history/library';
import { putMade } from '../history/made';
import { readSchedule, SCHEDULE } from '../history/schedule';
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
import type { PartName } from './parts';
import type { PlanInBackup, ReadRest, RestReading } from './rest';

/**
 * Why a session of a backup is not imported. `other`: the phone has a different one with the same id and start, or has it
 * at another date than the person gave it.
 */
export interface RefusedRow {
  readonly place: number;
  readonly why: RowProblem | 'other';
}

/** What a backup would change, before anything is written. */
export interface ImportPreview extends RestReading, Pick<ReadBackup, 'part'> {
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
  /** The other content that is taken, because the phone has none of it. */
  readonly others: readonly OtherName[];
  /** The other content that differs from the phone's, which is kept. */
  readonly kept: readonly OtherName[];
}

export type OtherName = Extract<PartName, 'plan' | 'earlierPlans' | 'schedule' | 'settings' | 'preferences'>;

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
  const { rest, unreadable, partly, part } = backup.value;
  const others = othersOf(rest, storage);
  return ok({
    added: [...added.values()],
    ...{ known, deleted, refused, rest, unreadable, partly, part },
    diary: rest.diary && newsOf(rest.diary, storage),
    ...locksOf(rest.said ?? [], storage),
    others: others.flatMap(({ name, isTaken }) => (isTaken ? [name] : [])),
    kept: others.flatMap(({ name, isTaken, isHere }) => (isTaken || isHere ? [] : [name])),
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
    ...({ change: 'imported', count: added.length, parts: partsOf(preview) } as const),
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

/** What an import takes besides sessions. */
function partsOf(preview: ImportPreview): readonly PartName[] {
  const { others, excuses, deletions, diary, locks, lifted } = preview;
  return [
    ...others,
    ...(excuses.size > 0 ? (['excuses'] as const) : []),
    ...(deletions.size > 0 ? (['deleted'] as const) : []),
    ...(diary && isNews(diary) ? (['diary'] as const) : []),
    ...(locks.length + lifted.length > 0 ? (['said'] as const) : []),
  ];
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
    ...othersOf(rest, storage).filter(({ isTaken }) => isTaken),
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
    locks: locksOnce(theirs)
      .map(pack)
      .filter((lock) => !here.includes(lock)),
    lifted: liftedIn(theirs, storage, here),
    unlocks: held.filter((id) => theirs.some((said) => lifts(unpack(said), id))).length,
  };
}

function isNews({ days, begun }: DiaryNews): boolean {
  return days.length + begun.length > 0;
}

function diaryWrites(diary: DiaryNews): readonly Write[] {
  if (!isNews(diary)) return [];
  const { weeks, content } = diary;
  return [...[...content].map(([first, held]) => writing(weekAt(first), held)), writing(DIARY, weeks)];
}

/** A part of the other content. */
interface Other extends Write {
  readonly name: OtherName;
  /** Whether the phone has none of it. */
  readonly isTaken: boolean;
  /** Whether the phone has the same. */
  readonly isHere: boolean;
}

/** The other content of a backup, each part of which is taken only if the phone has none of it. */
function othersOf(rest: ReadRest, storage: Storage): readonly Other[] {
  const { plan, schedule = [], settings, earlierPlans = [] } = rest;
  const own = readPlan(storage);
  const plans = [own.state === 'ready' ? own.plan : undefined, ...readEarlierPlans(storage, undefined)];
  const other = <Value>(name: OtherName, at: Stored<Value>, value: Value, isHere: boolean): Other => ({
    ...{ name, isHere, isTaken: readText(storage, at.name) === undefined },
    ...writing(at, value),
  });
  const entries = SCHEDULE.write(readSchedule(storage, own));
  const ownSettings = HISTORY_SETTINGS.write(readHistorySettings(storage));
  const areKnown = earlierPlans.every((each) => plans.some((known) => isSame(each, known)));
  const planOf = (inBackup: PlanInBackup): Other => ({
    ...other('plan', PLAN, { state: 'ready', ...inBackup }, isSame(inBackup.plan, plans[0])),
    // A watch may have given one.
    isTaken: own.state === 'none',
  });
  return [
    ...(plan ? [planOf(plan)] : []),
    ...(earlierPlans.length > 0 ? [other('earlierPlans', EARLIER_PLANS, earlierPlans, areKnown)] : []),
    ...(schedule.length > 0
      ? [other('schedule', SCHEDULE, schedule, isSame(SCHEDULE.write(schedule), entries))]
      : []),
    ...(settings
      ? [other('settings', HISTORY_SETTINGS, settings, isSame(HISTORY_SETTINGS.write(settings), ownSettings))]
      : []),
    ...preferencesOf(rest, storage),
  ];
}

function preferencesOf(rest: ReadRest, storage: Storage): readonly Other[] {
  const theirs = withoutAnswers(rest.preferences ?? {});
  const here = readPreferences(storage);
  const names = Object.keys(theirs);
  if (names.length === 0) return [];
  const isHere = names.every((name) => isSame(theirs[name]?.[0], here[name]?.[0]));
  const isTaken = Object.keys(here).length === 0;
  return [{ ...{ name: 'preferences', isHere, isTaken }, ...writing(CHOSEN, theirs) }];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
