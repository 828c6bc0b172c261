import { packRecord } from '../core/record/packed-record';
import type { SessionRecord } from '../core/record/record';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import { storedText } from '../core/state/stored';
import type { Deletions } from './deletions';
import { areDeletionsDamaged, isDeleted, markOf, monthsOf, readDeletions } from './deletions';
import { digestAt } from './digest';
import { gistOf } from './history/gist';
import type { OpenIndex } from './ledger-index';
import { countIn, countInIndex, INDEX, nameAside, openIndex, openInIndex, readIndex } from './ledger-index';
import type { Month } from './month';
import { monthAt, monthOf } from './month';
import { sessionKey } from './session-key';
import { DIGEST_PREFIX } from './storage-keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';
import { readValue, setBadAside, writeValue } from './stored-text';

/**
 * The result of storing a record. `kept`: it was read back from the ledger, or the person has deleted its session.
 * `recordIdTaken`: the ledger has a different record with the same id and start. `notStored`: the storage did not take
 * it.
 */
export type PutVerdict = 'kept' | 'recordIdTaken' | 'notStored';

/**
 * Stores records in the ledger, each in the month in which it began, and returns a verdict for each. Storing a record
 * again changes nothing. Sessions are identified by `sessionKey`, so a different session with a known id is kept as
 * well. A session always has the same month, so no other month is checked.
 */
export function putRecords(storage: Storage, records: readonly SessionRecord[]): readonly PutVerdict[] {
  const deletions = readDeletions(storage);
  const names = new Set([...records.map(monthOf), ...monthsToClear(storage, deletions)]);
  const months = new Map([...names].map((name) => [name, putIntoMonth(storage, name, records, deletions)]));
  return records.map((record) => {
    const month = months.get(monthOf(record));
    if (isDeleted(deletions, record)) return 'kept';
    if (!month?.ok) return 'notStored';
    const known = month.value.get(sessionKey(record));
    return known && packRecord(known) === packRecord(record) ? 'kept' : 'recordIdTaken';
  });
}

/** The ledger as the person sees it. */
export interface Ledger {
  /** Every session that was not deleted, newest first. */
  readonly sessions: readonly SessionRecord[];
  /** Months (`YYYY-MM`) that could not be read completely; oldest first. */
  readonly damaged: readonly string[];
  /** Whether the list of deleted sessions was damaged, so that some of `sessions` may be deleted ones. */
  readonly deletionsDamaged: boolean;
}

/** Reads the whole ledger. Writes nothing. */
export function readLedger(storage: Storage): Ledger {
  const deletions = readDeletions(storage);
  const { months, aside } = readIndex(storage);
  const damaged = new Set(aside.map((name) => name.slice(0, 'YYYY-MM'.length)));
  const sessions = new Map<string, SessionRecord>();
  months.forEach((name) => {
    const month = readValue(storage, monthAt(name));
    if (month.problem) damaged.add(name);
    month.value.forEach((record, key) => {
      if (!isDeleted(deletions, record)) sessions.set(key, record);
    });
  });
  return {
    sessions: [...sessions.values()].sort(newestFirst),
    damaged: [...damaged].sort(),
    deletionsDamaged: areDeletionsDamaged(storage),
  };
}

/** The deletions mark of a count that may include deleted sessions. */
const NONE_LEFT_OUT = 0;

/** How many months get a digest in one call. */
const DIGESTS_AT_ONCE = 4;

/**
 * Creates digests of months that an older version of Legato has written, a few per call, latest months first. One that
 * the storage does not take is tried again later.
 */
export function makeDigests(storage: Storage): void {
  let index = openIndex(storage);
  // The total covers every month, so all have a digest.
  if (index.total?.months === index.months.length) return;
  const missing = index.months.filter((month) => !countIn(index, month));
  const deletions = readDeletions(storage);
  missing.slice(-DIGESTS_AT_ONCE).forEach((name) => {
    const month = readValue(storage, monthAt(name));
    const known = readValue(storage, digestAt(`${DIGEST_PREFIX}${name}`)).value.length;
    if (month.value.size === 0 && !month.problem && known > 0) {
      // The month is gone, and with it the index: this is all that is left of it.
      index = countInIndex(storage, index, name, { sessions: known, deletions: NONE_LEFT_OUT });
      return;
    }
    // A damaged month gets its digest from the next writer, after it was set aside.
    if (month.problem) return;
    const isCleared = ![...month.value.values()].some((record) => isDeleted(deletions, record));
    const mark = isCleared ? markOf(deletions, name) : NONE_LEFT_OUT;
    index = writeDigest(storage, index, name, month.value, mark);
  });
}

/** Months with sessions that were deleted after the month was written. */
function monthsToClear(storage: Storage, deletions: Deletions): readonly string[] {
  if (deletions.size === 0) return [];
  const index = readValue(storage, INDEX).value;
  return [...new Set(monthsOf(deletions))].filter(
    (month) => countIn(index, month)?.deletions !== markOf(deletions, month),
  );
}

/** Reads and writes a month once, removing deleted records on the way. Returns what is stored now. */
function putIntoMonth(
  storage: Storage,
  name: string,
  records: readonly SessionRecord[],
  deletions: Deletions,
): Result<Month, 'notStored'> {
  const found = openMonth(storage, name);
  if (!found.ok) return found;
  const month = new Map([...found.value].filter(([, record]) => !isDeleted(deletions, record)));
  records
    .filter((record) => monthOf(record) === name && !isDeleted(deletions, record))
    .filter((record) => !month.has(sessionKey(record)))
    .forEach((record) => month.set(sessionKey(record), record));
  const stored = writeMonth(storage, name, month, deletions);
  return stored.ok ? ok(month) : stored;
}

/** Reads a month in order to write it. A damaged one is set aside first, and its intact records are kept. */
function openMonth(storage: Storage, name: string): Result<Month, 'notStored'> {
  const { value, problem } = readValue(storage, monthAt(name));
  if (!problem) return ok(value);
  const aside = setBadAside(storage, monthAt(name));
  if (!aside.ok) return aside;
  const named = aside.value === undefined ? ok(undefined) : nameAside(storage, `${name}.${aside.value}`);
  return named.ok ? ok(value) : named;
}

/** The month counts as stored even if its digest is not, because a month without a digest is read itself. */
function writeMonth(
  storage: Storage,
  name: string,
  month: Month,
  deletions: Deletions,
): Result<void, 'notStored'> {
  const place = monthAt(name);
  const before = readText(storage, place.name);
  if (before === undefined && month.size === 0) return ok(undefined);
  const text = storedText(place, month);
  const mark = markOf(deletions, name);
  const index = openIndex(storage);
  if (before === text) {
    if (countIn(index, name)?.deletions !== mark) writeDigest(storage, index, name, month, mark);
    return ok(undefined);
  }
  const opened = openInIndex(storage, index, name);
  const written = opened.ok ? writeText(storage, place.name, text) : opened;
  if (opened.ok && written.ok) writeDigest(storage, opened.value, name, month, mark);
  return written.ok ? ok(undefined) : written;
}

/** Writes what statistics need of a month, then its count. Returns the new index. */
function writeDigest(
  storage: Storage,
  index: OpenIndex,
  name: string,
  month: Month,
  mark: number,
): OpenIndex {
  const gists = [...month.values()].map(gistOf);
  const written = writeValue(storage, digestAt(`${DIGEST_PREFIX}${name}`), gists);
  return written.ok ? countInIndex(storage, index, name, { sessions: month.size, deletions: mark }) : index;
}

function newestFirst(a: SessionRecord, b: SessionRecord): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1);
}
