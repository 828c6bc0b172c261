import type { PackedRecord, RecordProblem } from './packed-record';
import { idOf, isSameSession, parseRecord, withId } from './packed-record';
import type { SessionRecord } from './record';
import { secondsDone } from './record';
import type { Instant } from '../time';

/** `waiting` for the phone's word, `acknowledged` by it, or refused by it for a reason. */
export type EntryState = 'waiting' | 'acknowledged' | RecordProblem;

/** A record with what the phone has said about it. Records stay packed: hundreds may wait in a small memory. */
export interface Entry {
  readonly state: EntryState;
  readonly record: PackedRecord;
}

/** Entries that share a file. */
export interface Chunk {
  readonly number: number;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** A file whose records have not been read yet: hundreds may wait, and a start needs none of them. */
export interface UnreadChunk {
  readonly number: number;
  /** How many of its entries wait. The others are acknowledged: a chunk with refused ones is read at once. */
  readonly waiting: number;
  readonly acknowledged: number;
}

/** How many entries of a chunk are in which state. */
export interface CountedChunk extends UnreadChunk {
  readonly refused: number;
}

/** What a start tells of the session that was done last. */
export interface LastDone {
  readonly id: string;
  readonly startedAt: Instant;
  readonly seconds: number;
  /** Minutes that local time was ahead of UTC; missing in what an older Legato has written. */
  readonly utcOffset?: number;
}

/**
 * Every record of this watch that the phone has not acknowledged, and the last ones that it has. Records are added
 * at the end; an entry never moves, so each change of an entry is one write of one small file.
 */
export interface Outbox {
  /** Those that were read, oldest first, numbers growing. */
  readonly chunks: readonly Chunk[];
  /** Those that were not, numbers growing; absent when there are none. */
  readonly unread?: readonly UnreadChunk[];
  /** Numbers of chunks that nothing can be read of any more; no other chunk gets one of them. */
  readonly spent: readonly number[];
  /** The record that was added last; absent where it has to be read first. */
  readonly last?: LastDone | undefined;
}

export const EMPTY_OUTBOX: Outbox = { chunks: [], spent: [] };

/** This many acknowledged records stay as history. */
export const HISTORY_LENGTH = 60;

/** Records in a chunk: about 2.4 KB, what a slot holds after one session more. */
export const CHUNK_LENGTH = 16;

/**
 * Adds a record at the end. A session has one record: of a session that is there already, the first stays. Another
 * session with an id that was given out before, as after a damage of the identity, is kept under an id of its own. Both
 * are seen among the chunks that were read: a session that is added again is in the newest, and of the others the phone
 * tells sessions of one id apart.
 */
export function addRecord(outbox: Outbox, record: PackedRecord): Outbox {
  const known = entriesOf(outbox).map((entry) => entry.record);
  const own = withFreeId(record, known);
  if (known.some((other) => isSameSession(other, own))) return outbox;
  return { ...append(outbox, own), last: undefined };
}

/** Adds the record of a session that was just done; what a start tells of it is known then without reading it. */
export function addSession(outbox: Outbox, { packed, record }: KnownRecord): Outbox {
  const added = addRecord(outbox, packed);
  return added === outbox ? outbox : { ...added, last: lastDone(record) };
}

/** The same session always gets the same id, so that adding it twice is noticed. */
function withFreeId(record: PackedRecord, known: readonly PackedRecord[]): PackedRecord {
  let own = record;
  const isTaken = (other: PackedRecord): boolean => idOf(other) === idOf(own) && !isSameSession(other, own);
  for (let copy = 2; known.some(isTaken); copy += 1) own = withId(record, `${idOf(record)}-${copy}`);
  return own;
}

function append(outbox: Outbox, record: PackedRecord): Outbox {
  const entry: Entry = { state: 'waiting', record };
  const last = outbox.chunks[outbox.chunks.length - 1];
  if (!last || last.entries.length >= CHUNK_LENGTH || last.number < highestNumber(outbox)) {
    const chunk = { number: highestNumber(outbox) + 1, entries: [entry] };
    return { ...outbox, chunks: outbox.chunks.concat(chunk) };
  }
  const longer = { ...last, entries: last.entries.concat(entry) };
  return { ...outbox, chunks: outbox.chunks.slice(0, -1).concat(longer) };
}

/** What the phone has said of one record. */
export interface Verdict {
  readonly id: string;
  readonly state: 'acknowledged' | RecordProblem;
}

/**
 * Books what the phone has said. An acknowledged record becomes history and stays so; chunks of history older than
 * the last `HISTORY_LENGTH` go.
 */
export function settle(outbox: Outbox, verdicts: readonly Verdict[]): Outbox {
  return forget(
    changed(outbox, (entry) => {
      if (entry.state === 'acknowledged') return entry;
      const ours = idOf(entry.record);
      const verdict = verdicts.find(({ id }) => id === ours);
      return verdict ? { ...entry, state: verdict.state } : entry;
    }),
  );
}

/**
 * The unread chunk that has to be read next to know the first `count` records that wait; nothing when they are known,
 * or all are.
 */
export function nextToRead(outbox: Outbox, count: number): number | undefined {
  const next = firstUnread(outbox);
  return next && waitingRecords(outbox).length < count ? next.number : undefined;
}

/** Puts an unread chunk into its place as it was read; nothing when it cannot be read any more. */
export function fillIn(outbox: Outbox, number: number, chunk: Chunk | undefined): Outbox {
  const { chunks, spent, ...rest } = without(outbox, [number]);
  return chunk
    ? { chunks: chunks.concat(chunk).sort((a, b) => a.number - b.number), spent, ...rest }
    : { chunks, spent: spent.concat(number), ...rest };
}

/** Lets refused records wait again: the phone may have been updated since. */
export function offerAgain(outbox: Outbox): Outbox {
  return changed(outbox, (entry) => (isRefused(entry) ? { ...entry, state: 'waiting' } : entry));
}

/** Lets every record that was read wait again, for a phone that has none of them; those `deleted` from the one before go, by their ids. */
export function offerAll(outbox: Outbox, deleted: readonly string[]): Outbox {
  const isKept = ({ record }: Entry): boolean => !deleted.includes(idOf(record));
  const chunks = outbox.chunks.map((chunk) => {
    const entries = chunk.entries.filter(isKept);
    return entries.length < chunk.entries.length ? { ...chunk, entries } : chunk;
  });
  const left = chunks.some((chunk, at) => chunk !== outbox.chunks[at]);
  const known = left ? { ...outbox, chunks, last: undefined } : outbox;
  return changed(known, (entry) => (isWaiting(entry) ? entry : { ...entry, state: 'waiting' }));
}

/** The records that wait for the phone, oldest first, as far as they were read without a gap. */
export function waitingRecords(outbox: Outbox): readonly PackedRecord[] {
  const gap = firstUnread(outbox)?.number ?? Infinity;
  return entriesOf(outbox, ({ number }) => number < gap)
    .filter(isWaiting)
    .map((entry) => entry.record);
}

/** How many records wait for the phone, read or not. */
export function waitingCount(outbox: Outbox): number {
  const read = outbox.chunks.reduce((sum, { entries }) => sum + entries.filter(isWaiting).length, 0);
  return unreadOf(outbox).reduce((sum, chunk) => sum + chunk.waiting, read);
}

/** The records that the phone has refused, with the reason. */
export function refusedEntries(outbox: Outbox): readonly Entry[] {
  return entriesOf(outbox).filter(isRefused);
}

/** A record with its text, for who would have to read that. */
export interface KnownRecord {
  readonly packed: PackedRecord;
  readonly record: SessionRecord;
}

/** The record that was added last, of those that were read and that this Legato can read. One that is `known` is not read. */
export function newestRecord(outbox: Outbox, known?: KnownRecord): SessionRecord | undefined {
  return entriesOf(outbox).reduceRight<SessionRecord | undefined>(
    (found, entry) => found ?? readRecord(entry.record, known),
    undefined,
  );
}

/** The records that began at `since` or later, newest first, of those that were read and that this Legato can read. */
export function recordsSince(outbox: Outbox, since: Instant, known?: KnownRecord): readonly SessionRecord[] {
  const found: SessionRecord[] = [];
  for (const { record: packed } of entriesOf(outbox).slice().reverse()) {
    const record = readRecord(packed, known);
    // They lie in the order in which they ended: what is before an older one is older still.
    if (record && record.startedAt < since) break;
    if (record) found.push(record);
  }
  return found;
}

/** Whether what was read goes back, without a gap, to a record that began before `since`, or there is no more to read. */
export function goesBackTo(outbox: Outbox, since: Instant): boolean {
  const newest = newestUnread(outbox);
  if (newest === undefined) return true;
  const after = outbox.chunks.filter(({ number }) => number > newest);
  return after.some(({ entries }) => entries.some(({ record }) => beganBefore(record, since)));
}

/** The newest file that was not read yet; nothing where all were. */
export function newestUnread({ unread = [] }: Outbox): number | undefined {
  return unread[unread.length - 1]?.number;
}

function beganBefore(packed: PackedRecord, since: Instant): boolean {
  const record = readRecord(packed, undefined);
  return record !== undefined && record.startedAt < since;
}

function readRecord(packed: PackedRecord, known: KnownRecord | undefined): SessionRecord | undefined {
  if (packed === known?.packed) return known.record;
  const parsed = parseRecord(packed);
  return parsed.ok ? parsed.value : undefined;
}

/** How many entries each chunk has in which state, read or not, numbers growing. */
export function countsOf(outbox: Outbox): readonly CountedChunk[] {
  const read = outbox.chunks.map(({ number, entries }) => {
    const waiting = entries.filter(isWaiting).length;
    const acknowledged = entries.filter(isAcknowledged).length;
    return { number, waiting, acknowledged, refused: entries.length - waiting - acknowledged };
  });
  return read
    .concat(unreadOf(outbox).map((chunk) => ({ ...chunk, refused: 0 })))
    .sort((a, b) => a.number - b.number);
}

/** What a start tells of a record. */
export function lastDone(record: SessionRecord): LastDone {
  const { id, startedAt, utcOffset } = record;
  return { id, startedAt, seconds: secondsDone(record), utcOffset };
}

function forget(outbox: Outbox): Outbox {
  let later = 0;
  const old = countsOf(outbox)
    .slice()
    .reverse()
    .filter(({ waiting, acknowledged, refused }) => {
      const isOld = waiting + refused === 0 && later >= HISTORY_LENGTH;
      later += acknowledged;
      return isOld;
    })
    .map(({ number }) => number);
  return old.length === 0 ? outbox : without(outbox, old);
}

function without(outbox: Outbox, numbers: readonly number[]): Outbox {
  const isKept = ({ number }: { readonly number: number }): boolean => !numbers.includes(number);
  const { chunks, unread, ...rest } = outbox;
  const kept = { ...rest, chunks: chunks.filter(isKept) };
  const left = unread?.filter(isKept) ?? [];
  return left.length > 0 ? { ...kept, unread: left } : kept;
}

/** Chunks in which nothing changes stay the very same, which is how one sees what to write. */
function changed(outbox: Outbox, change: (entry: Entry) => Entry): Outbox {
  const chunks = outbox.chunks.map((chunk) => {
    const entries = chunk.entries.map(change);
    return entries.some((entry, at) => entry !== chunk.entries[at]) ? { ...chunk, entries } : chunk;
  });
  return chunks.some((chunk, at) => chunk !== outbox.chunks[at]) ? { ...outbox, chunks } : outbox;
}

function entriesOf({ chunks }: Outbox, among: (chunk: Chunk) => boolean = () => true): readonly Entry[] {
  return chunks.filter(among).reduce<readonly Entry[]>((entries, chunk) => entries.concat(chunk.entries), []);
}

function unreadOf({ unread = [] }: Outbox): readonly UnreadChunk[] {
  return unread;
}

/** The first that has records which wait. */
function firstUnread(outbox: Outbox): UnreadChunk | undefined {
  return unreadOf(outbox).find(({ waiting }) => waiting > 0);
}

function highestNumber(outbox: Outbox): number {
  const { chunks, spent } = outbox;
  const numbers = [...chunks, ...unreadOf(outbox)].map(({ number }) => number);
  return Math.max(0, ...numbers, ...spent);
}

function isWaiting({ state }: Entry): boolean {
  return state === 'waiting';
}

function isAcknowledged({ state }: Entry): boolean {
  return state === 'acknowledged';
}

function isRefused({ state }: Entry): boolean {
  return state !== 'waiting' && state !== 'acknowledged';
}
