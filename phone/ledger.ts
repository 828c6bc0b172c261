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
 * What became of a record. `kept`: it was read back from the ledger, or the person has deleted its session from there;
 * `recordIdTaken`: the ledger has another record of its session, of the same id and start; `notStored`: the storage did
 * not take it.
 */
export type PutVerdict = 'kept' | 'recordIdTaken' | 'notStored';

/**
 * Puts records into the ledger, each in the month in which it began, and says of each what became of it. Putting a
 * record again changes nothing. Sessions are told apart by `sessionKey`: another one with an id that was there before is
 * kept beside it. A session always has the same month, so no other month is asked.
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
  /** Every session, newest first; none that was deleted. */
  readonly sessions: readonly SessionRecord[];
  /** Months, as `YYYY-MM`, of which something could not be read; oldest first. */
  readonly damaged: readonly string[];
  /** Whether the list of deleted sessions was damaged: some of `sessions` may have been deleted before. */
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

/** The mark of a count in which deleted sessions may be. */
const NONE_LEFT_OUT = 0;

/** So many months get a digest at a time. */
const DIGESTS_AT_ONCE = 4;

/**
 * Makes digests of months that an older Legato has written, a few at each call, the last months first. One that the storage
 * does not take is made another time.
 */
export function makeDigests(storage: Storage): void {
  let index = openIndex(storage);
  // All that have one are counted together, so that it need not be looked for.
  if (index.total?.months === index.months.length) return;
  const missing = index.months.filter((month) => !countIn(index, month));
  missing.slice(-DIGESTS_AT_ONCE).forEach((name) => {
    const month = readValue(storage, monthAt(name));
    // One that is damaged gets its digest when it was set aside, by who writes it next.
    if (!month.problem) index = writeDigest(storage, index, name, month.value, NONE_LEFT_OUT);
  });
}

/** Months in which there are sessions that were deleted since they were written. */
function monthsToClear(storage: Storage, deletions: Deletions): readonly string[] {
  if (deletions.size === 0) return [];
  const index = readValue(storage, INDEX).value;
  return [...new Set(monthsOf(deletions))].filter(
    (month) => countIn(index, month)?.deletions !== markOf(deletions, month),
  );
}

/** One read and one write of one month; deleted records leave it on the way. Answers with what is stored now. */
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

/** Reads a month to write it; one that is damaged is set aside first, and goes on with what is whole of it. */
function openMonth(storage: Storage, name: string): Result<Month, 'notStored'> {
  const { value, problem } = readValue(storage, monthAt(name));
  if (!problem) return ok(value);
  const aside = setBadAside(storage, monthAt(name));
  if (!aside.ok) return aside;
  const named = aside.value === undefined ? ok(undefined) : nameAside(storage, `${name}.${aside.value}`);
  return named.ok ? ok(value) : named;
}

/** A month counts as stored whether or not its digest is: what has no digest is read. */
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

/** Writes what statistics need of a month, then that it counts. Answers with the index as it is then. */
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
