import type { LocalMoment } from '../core/calendar/day';
import { isFields } from '../core/json';
import { isId } from '../core/link/envelope';
import type { SessionRecord } from '../core/record/record';
import type { Result } from '../core/result';
import { keeper } from '../core/kept';
import { DELETIONS_TOLD } from '../core/link/ledger-file';
import { ok } from '../core/result';
import type { Reading, Stored } from '../core/state/stored';
import { readStored } from '../core/state/stored';
import type { Instant } from '../core/time';
import { isInstant } from '../core/time';
import { LEFT_COUNTS } from './history/left-counts';
import { monthOf } from './month';
import { sessionKey } from './session-key';
import type { Storage } from './storage';
import { readText } from './storage';
import { DELETED_KEY } from './storage-keys';
import { isSetAside, readValue, writeValue } from './stored-text';

/** The sessions that the person deleted on the phone, by `sessionKey`. */
export type Deletions = ReadonlyMap<string, Deletion>;

/** Older versions of Legato stored no start; then it stands for the session with that id in that month. */
type Deletion = readonly [id: string, month: string, startedAt?: Instant];

/**
 * The deletions. They are kept forever, because a watch that missed a receipt sends the session again, and it must not
 * come back. Returns the intact entries of a damaged list. Writes nothing.
 */
export function readDeletions(storage: Storage): Deletions {
  return readingOf(storage).value;
}

function readingOf(storage: Storage): Reading<Deletions> {
  const text = readText(storage, DELETED.name);
  return kept([text], () => readStored(DELETED, text));
}

/** There may be thousands, and a page asks several times whenever it is built. */
const kept = keeper<Reading<Deletions>>();

/** Whether the person has deleted a session. */
export function isDeleted(deletions: Deletions, record: Deletable): boolean {
  const withoutStart = deletions.get(record.id);
  return deletions.has(sessionKey(record)) || (!!withoutStart && withoutStart[1] === monthOf(record));
}

/**
 * The deleted sessions of a watch that were done last, as the part of their ids after the watch's name: those that it
 * may still have, in whatever order they were deleted.
 */
export function deletedOf(deletions: Deletions, watch: string): readonly string[] {
  const own = [...deletions.values()].filter(([id]) => id.startsWith(`${watch}-`));
  const inTime = own.sort((one, other) => startOf(one) - startOf(other));
  return inTime.slice(-DELETIONS_TOLD).map(([id]) => id.slice(watch.length + 1));
}

/** When a deleted session began; the beginning of its month if that is all that is known. */
function startOf([, month, startedAt]: Deletion): Instant {
  return startedAt ?? Date.parse(`${month}-01T00:00:00Z`);
}

/** The months with deleted sessions, as `YYYY-MM`. */
export function monthsOf(deletions: Deletions): readonly string[] {
  return [...deletions.values()].map(([, month]) => month);
}

/**
 * A number that changes when deletions are added, of a month or, if none is named, of all months; 0 if there are none.
 */
export function markOf(deletions: Deletions, month = ALL_MONTHS): number {
  return marksOf(deletions).get(month) ?? 0;
}

const ALL_MONTHS = '';

/** The marks of all months, which are asked for together and would take as long each. */
function marksOf(deletions: Deletions): ReadonlyMap<string, number> {
  const known = MARKS.get(deletions);
  if (known) return known;
  const marks = new Map<string, number>();
  deletions.forEach(([, month, startedAt = 0]) => {
    const mark = (startedAt % 1e9) + 1;
    marks.set(month, (marks.get(month) ?? 0) + mark);
    marks.set(ALL_MONTHS, (marks.get(ALL_MONTHS) ?? 0) + mark);
  });
  MARKS.set(deletions, marks);
  return marks;
}

/** Deletions are never changed, only replaced. */
const MARKS = new WeakMap<Deletions, ReadonlyMap<string, number>>();

/**
 * Whether deletions are or were damaged, or are gone, so that a deleted session may have come back. Writes nothing.
 */
export function areDeletionsDamaged(storage: Storage): boolean {
  return readingOf(storage).problem !== undefined || isSetAside(storage, DELETED) || areGone(storage);
}

/** What deletions have left of months is counted only if there are any. */
function areGone(storage: Storage): boolean {
  return readText(storage, DELETED.name) === undefined && readValue(storage, LEFT_COUNTS).value.size > 0;
}

/** The identity of a session to delete. */
export type Deletable = Pick<SessionRecord, 'id'> & LocalMoment;

/**
 * Deletes all of the sessions or none. They disappear from the ledger at once, and from the storage when the next
 * session arrives. A damaged list is set aside first; if that fails, nothing is deleted.
 */
export function deleteSessions(storage: Storage, records: readonly Deletable[]): Result<void, 'notStored'> {
  return writeValue(storage, DELETED, withDeleted(readDeletions(storage), records));
}

/** The deletions with these sessions added. */
export function withDeleted(deletions: Deletions, records: readonly Deletable[]): Deletions {
  const all = new Map(deletions);
  records.forEach((record) => all.set(sessionKey(record), [record.id, monthOf(record), record.startedAt]));
  return all;
}

/** Removes deletions. The caller has to make sure that the sessions are there. */
export function undelete(storage: Storage, records: readonly Deletable[]): Result<void, 'notStored'> {
  const deletions = new Map(readDeletions(storage));
  const isGone = records.map((record) => deletions.delete(sessionKey(record)));
  return isGone.includes(true) ? writeValue(storage, DELETED, deletions) : ok(undefined);
}

export const DELETED: Stored<Deletions> = {
  name: DELETED_KEY,
  version: 1,
  initial: new Map(),
  write: (deletions) => ({ version: 1, deleted: [...deletions.values()] }),
  read(json) {
    const list: unknown = isFields(json) ? json['deleted'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.filter(isEntry);
    const value = new Map(entries.map((entry) => [keyOf(entry), entry]));
    return { value, problem: entries.length === list.length ? undefined : 'damaged' };
  },
};

function keyOf([id, , startedAt]: Deletion): string {
  return startedAt === undefined ? id : sessionKey({ id, startedAt });
}

function isEntry(entry: unknown): entry is Deletion {
  const [id, month, startedAt] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  const isMonth = typeof month === 'string' && /^\d{4}-\d\d$/.test(month);
  return isId(id) && isMonth && (startedAt === undefined || isInstant(startedAt));
}
