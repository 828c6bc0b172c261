import type { PackedRecord, RecordProblem } from './packed-record';
import { idOf, isSameSession, parseRecord, withId } from './packed-record';
import type { SessionRecord } from './record';
import { secondsDone } from './record';
import type { Instant } from '../time';

/** `waiting` for the phone, `acknowledged` by it, or refused by it for a reason. */
export type EntryState = 'waiting' | 'acknowledged' | RecordProblem;

/** A record and the phone's verdict on it. Records stay packed, since hundreds may wait in a small memory. */
export interface Entry {
  readonly state: EntryState;
  readonly record: PackedRecord;
}

/** Entries stored in one file. */
export interface Chunk {
  readonly number: number;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** A file whose records have not been read yet. Hundreds of records may wait, and a start needs none of them. */
export interface UnreadChunk {
  readonly number: number;
  /** The number of waiting entries. The others are acknowledged, since a chunk with refused entries is read at once. */
  readonly waiting: number;
  readonly acknowledged: number;
}

/** The number of entries of a chunk in each state. */
export interface CountedChunk extends UnreadChunk {
  readonly refused: number;
}

/** What a start needs to know about the last session. */
export interface LastDone {
  readonly id: string;
  readonly startedAt: Instant;
  readonly seconds: number;
  /** Minutes that local time was ahead of UTC; missing in files of older versions of Legato. */
  readonly utcOffset?: number;
}

/**
 * All records of this watch that the phone has not acknowledged, and the latest that it has. Records are added at the
 * end and an entry never moves, so each change to an entry writes one small file.
 */
export interface Outbox {
  /** The chunks that were read, oldest first, by ascending number. */
  readonly chunks: readonly Chunk[];
  /** The chunks that were not read, by ascending number; absent when there are none. */
  readonly unread?: readonly UnreadChunk[];
  /** Numbers of chunks that can no longer be read; they are never reused. */
  readonly spent: readonly number[];
  /** The record added last; absent if it has to be read first. */
  readonly last?: LastDone | undefined;
}

export const EMPTY_OUTBOX: Outbox = { chunks: [], spent: [] };

/** How many acknowledged records stay as history. */
export const HISTORY_LENGTH = 60;

/** The number of records in a chunk, about 2.4 KB. A slot has room for one session more. */
export const CHUNK_LENGTH = 16;

/**
 * Adds a record at the end. Each session has one record; if its session is there already, the first record stays. A
 * different session with the same id, possible after the identity was damaged, is stored under a new id. Only chunks
 * that were read are compared: a repeated session is in the newest chunk, and the phone tells apart other sessions with
 * the same id.
 */
export function addRecord(outbox: Outbox, record: PackedRecord): Outbox {
  const known = entriesOf(outbox).map((entry) => entry.record);
  const own = withFreeId(record, known);
  if (known.some((other) => isSameSession(other, own))) return outbox;
  return { ...append(outbox, own), last: undefined };
}

/** Adds the record of a session that has just ended, so that a start knows about it without reading it. */
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

/** The phone's verdict on one record. */
export interface RecordVerdict {
  readonly id: string;
  readonly state: 'acknowledged' | RecordProblem;
}

/**
 * Applies the phone's verdicts. An acknowledged record becomes history and stays so; chunks of history older than the
 * last `HISTORY_LENGTH` records are removed.
 */
export function settle(outbox: Outbox, verdicts: readonly RecordVerdict[]): Outbox {
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
 * The unread chunk to read next to get the first `count` waiting records; undefined when they, or all chunks, have been
 * read.
 */
export function nextToRead(outbox: Outbox, count: number): number | undefined {
  const next = firstUnread(outbox);
  return next && waitingRecords(outbox).length < count ? next.number : undefined;
}

/** Puts a chunk that was unread into its place; `chunk` is undefined if it can no longer be read. */
export function fillIn(outbox: Outbox, number: number, chunk: Chunk | undefined): Outbox {
  const { chunks, spent, ...rest } = without(outbox, [number]);
  return chunk
    ? { chunks: chunks.concat(chunk).sort((a, b) => a.number - b.number), spent, ...rest }
    : { chunks, spent: spent.concat(number), ...rest };
}

/** Lets refused records wait again, since the phone may have been updated. */
export function offerAgain(outbox: Outbox): Outbox {
  return changed(outbox, (entry) => (isRefused(entry) ? { ...entry, state: 'waiting' } : entry));
}

/**
 * Lets every record that was read wait again, for a phone that has none of them. Removes those whose ids are in
 * `deleted`, which were deleted from the previous phone.
 */
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

/** The waiting records, oldest first, up to the first chunk that was not read. */
export function waitingRecords(outbox: Outbox): readonly PackedRecord[] {
  const gap = firstUnread(outbox)?.number ?? Infinity;
  return entriesOf(outbox, ({ number }) => number < gap)
    .filter(isWaiting)
    .map((entry) => entry.record);
}

/** The number of waiting records, read or not. */
export function waitingCount(outbox: Outbox): number {
  const read = outbox.chunks.reduce((sum, { entries }) => sum + entries.filter(isWaiting).length, 0);
  return unreadOf(outbox).reduce((sum, chunk) => sum + chunk.waiting, read);
}

/** The refused records, with the reasons. */
export function refusedEntries(outbox: Outbox): readonly Entry[] {
  return entriesOf(outbox).filter(isRefused);
}

/** A record together with its text, to save parsing the text again. */
export interface KnownRecord {
  readonly packed: PackedRecord;
  readonly record: SessionRecord;
}

/**
 * The newest record, among those that were read and that this version of Legato can parse. If it is `known`, it is not
 * parsed again.
 */
export function newestRecord(outbox: Outbox, known?: KnownRecord): SessionRecord | undefined {
  return entriesOf(outbox).reduceRight<SessionRecord | undefined>(
    (found, entry) => found ?? readRecord(entry.record, known),
    undefined,
  );
}

/**
 * The records that began at `since` or later, newest first, among those that were read and that this version of Legato
 * can parse.
 */
export function recordsSince(outbox: Outbox, since: Instant, known?: KnownRecord): readonly SessionRecord[] {
  const found: SessionRecord[] = [];
  for (const { record: packed } of entriesOf(outbox).slice().reverse()) {
    const record = readRecord(packed, known);
    // Records are stored in the order in which they ended, so everything before an older one is older still.
    if (record && record.startedAt < since) break;
    if (record) found.push(record);
  }
  return found;
}

/** Whether what was read reaches back, without a gap, to a record that began before `since`, or everything was read. */
export function goesBackTo(outbox: Outbox, since: Instant): boolean {
  const newest = newestUnread(outbox);
  if (newest === undefined) return true;
  const after = outbox.chunks.filter(({ number }) => number > newest);
  return after.some(({ entries }) => entries.some(({ record }) => beganBefore(record, since)));
}

/** The newest unread file; undefined when all were read. */
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

/** The number of entries of each chunk in each state, read or not, by ascending number. */
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

/** What a start needs to know about a record. */
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
  const { chunks, unread = [], ...rest } = outbox;
  const kept = { ...rest, chunks: chunks.filter(isKept) };
  const left = unread.filter(isKept);
  return left.length > 0 ? { ...kept, unread: left } : kept;
}

/** Unchanged chunks keep their identity, which shows which files need to be written. */
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

/** The first unread chunk with waiting records. */
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
