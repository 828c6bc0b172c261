import type { PackedRecord, RecordProblem } from './packed-record';
import { idOf, isSameSession, parseRecord, withId } from './packed-record';
import type { SessionRecord } from './record';

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

/**
 * Every record of this watch that the phone has not acknowledged, and the last ones that it has. Records are added
 * at the end; an entry never moves, so each change of an entry is one write of one small file.
 */
export interface Outbox {
  /** Oldest first, numbers growing. */
  readonly chunks: readonly Chunk[];
  /** Numbers of chunks that nothing can be read of any more; no other chunk gets one of them. */
  readonly spent: readonly number[];
}

export const EMPTY_OUTBOX: Outbox = { chunks: [], spent: [] };

/** This many acknowledged records stay as history. */
export const HISTORY_LENGTH = 60;

/** Records in a chunk: about 2.4 KB, what a slot holds after one session more. */
export const CHUNK_LENGTH = 16;

/**
 * Adds a record at the end. A session has one record: of a session that is there already, the first stays. Another
 * session with an id that was given out before, as after a damage of the identity, is kept under an id of its own.
 */
export function addRecord(outbox: Outbox, record: PackedRecord): Outbox {
  const known = entriesOf(outbox).map((entry) => entry.record);
  const own = withFreeId(record, known);
  return known.some((other) => isSameSession(other, own)) ? outbox : append(outbox, own);
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

/** Lets refused records wait again: the phone may have been updated since. */
export function offerAgain(outbox: Outbox): Outbox {
  return changed(outbox, (entry) => (isRefused(entry) ? { ...entry, state: 'waiting' } : entry));
}

/** The records that wait for the phone, oldest first. */
export function waitingRecords(outbox: Outbox): readonly PackedRecord[] {
  return entriesOf(outbox)
    .filter((entry) => entry.state === 'waiting')
    .map((entry) => entry.record);
}

/** The records that the phone has refused, with the reason. */
export function refusedEntries(outbox: Outbox): readonly Entry[] {
  return entriesOf(outbox).filter(isRefused);
}

/** The record that was added last, of those that this Legato can read. */
export function newestRecord(outbox: Outbox): SessionRecord | undefined {
  return entriesOf(outbox).reduceRight<SessionRecord | undefined>((found, entry) => {
    const record = found ? undefined : parseRecord(entry.record);
    return record?.ok ? record.value : found;
  }, undefined);
}

function forget(outbox: Outbox): Outbox {
  let later = 0;
  const kept = outbox.chunks
    .slice()
    .reverse()
    .filter(({ entries }) => {
      const old = later >= HISTORY_LENGTH && entries.every(isAcknowledged);
      later += entries.filter(isAcknowledged).length;
      return !old;
    });
  return kept.length === outbox.chunks.length ? outbox : { ...outbox, chunks: kept.reverse() };
}

/** Chunks in which nothing changes stay the very same, which is how one sees what to write. */
function changed(outbox: Outbox, change: (entry: Entry) => Entry): Outbox {
  const chunks = outbox.chunks.map((chunk) => {
    const entries = chunk.entries.map(change);
    return entries.some((entry, at) => entry !== chunk.entries[at]) ? { ...chunk, entries } : chunk;
  });
  return chunks.some((chunk, at) => chunk !== outbox.chunks[at]) ? { ...outbox, chunks } : outbox;
}

function entriesOf(outbox: Outbox): readonly Entry[] {
  return outbox.chunks.reduce<readonly Entry[]>((entries, chunk) => entries.concat(chunk.entries), []);
}

function highestNumber({ chunks, spent }: Outbox): number {
  return chunks.reduce((most, { number }) => Math.max(most, number), spent.reduce(max, 0));
}

function max(a: number, b: number): number {
  return Math.max(a, b);
}

function isAcknowledged({ state }: Entry): boolean {
  return state === 'acknowledged';
}

function isRefused({ state }: Entry): boolean {
  return state !== 'waiting' && state !== 'acknowledged';
}
