import { isFields, parseJson } from '../json';
import type { PackedRecord } from './packed-record';
import { PACKED_LIMIT, RECORD_PROBLEMS } from './packed-record';
import type { Chunk, Entry, EntryState, Outbox, UnreadChunk } from './outbox';

/**
 * What to do with the files of the outbox, in this order. `file` is a name without its slot: a file is kept in two
 * slots that are written in turn. Doing an operation twice does no harm. `create` makes a file that was not found: should
 * there be one after all, it must not be written over.
 */
export type FileOperation =
  | { readonly kind: 'create' | 'write'; readonly file: string; readonly payload: string }
  | { readonly kind: 'remove'; readonly file: string };

/** A file of the outbox as it was found. */
export interface FoundFile {
  readonly file: string;
  /** Of its newest whole slot, or `undefined` without one. */
  readonly payload: string | undefined;
}

/** A file of the outbox that is still to be read, with what its beginning says of it. */
export interface CountedFile {
  readonly file: string;
  readonly waiting: number;
  readonly acknowledged: number;
}

/**
 * The operations that turn the files of `saved` into those of `outbox`: a new session writes one file. Each
 * operation alone leaves an outbox that lacks nothing: a receipt that did not get to the disk is asked for again.
 */
export function fileOperations(saved: Outbox, outbox: Outbox): readonly FileOperation[] {
  const writes = outbox.chunks
    .filter((chunk) => !saved.chunks.includes(chunk))
    .map((chunk): FileOperation => {
      const kind = hasNumber(saved, chunk.number) ? 'write' : 'create';
      return { kind, file: fileOf(chunk), payload: makeChunk(chunk) };
    });
  const removals = numbersOf(saved)
    .filter((number) => !hasNumber(outbox, number))
    .map((number): FileOperation => ({ kind: 'remove', file: fileOf({ number }) }));
  return writes.concat(removals);
}

/** The number of a file of the outbox, named without its slot; not a number for any other. */
export function numberOf(file: string): number {
  return Number(NAME.exec(file)?.[1]);
}

/**
 * What the beginning of a payload says of its entries; nothing when it does not, as in files of before, or when there
 * is more to know of them than how many they are.
 */
export function parseCounts(start: string): Pick<CountedFile, 'waiting' | 'acknowledged'> | undefined {
  const found = COUNTS.exec(start);
  return found ? { waiting: Number(found[1]), acknowledged: Number(found[2]) } : undefined;
}

/** How many characters of a payload `parseCounts` looks at. */
export const COUNTS_LENGTH = 40;

/** Puts the outbox together from its files, in whatever order they were found. Never throws. */
export function loadOutbox(files: readonly (FoundFile | CountedFile)[]): Outbox {
  const chunks: Chunk[] = [];
  const unread: UnreadChunk[] = [];
  const spent: number[] = [];
  files.forEach((found) => {
    const number = numberOf(found.file);
    if (Number.isNaN(number)) return;
    if ('waiting' in found) {
      unread.push({ number, waiting: found.waiting, acknowledged: found.acknowledged });
      return;
    }
    const entries = found.payload === undefined ? undefined : parseEntries(found.payload);
    if (entries) chunks.push({ number, entries });
    else spent.push(number);
  });
  const outbox = { chunks: chunks.sort(byNumber), spent };
  return unread.length > 0 ? { ...outbox, unread: unread.sort(byNumber) } : outbox;
}

const VERSION = 1;
const NAME = /^outbox-([1-9]\d{0,8})$/;

/** As `makeChunk` begins, where no entry was refused. A Legato from before the counts does not look at them. */
const COUNTS = new RegExp(`^{"version":${VERSION},"counts":\\[(\\d{1,2}),(\\d{1,2}),0],`);

function numbersOf({ chunks, unread = [] }: Outbox): readonly number[] {
  return [...chunks, ...unread].map(({ number }) => number);
}

function hasNumber(outbox: Outbox, number: number): boolean {
  return numbersOf(outbox).includes(number);
}

function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number;
}

function fileOf({ number }: { readonly number: number }): string {
  return `outbox-${number}`;
}

/** The counts stand first: how many wait, are acknowledged, are refused. */
function makeChunk({ entries }: Chunk): string {
  const count = (state: EntryState): number => entries.filter((entry) => entry.state === state).length;
  const [waiting, acknowledged] = [count('waiting'), count('acknowledged')];
  return JSON.stringify({
    version: VERSION,
    counts: [waiting, acknowledged, entries.length - waiting - acknowledged],
    entries: entries.map(({ state, record }) => [state, record]),
  });
}

/** What the payload of a file holds; nothing when it is none. */
export function parseEntries(payload: string): readonly Entry[] | undefined {
  const file = parseJson(payload);
  const list = isFields(file) && file['version'] === VERSION ? file['entries'] : undefined;
  return Array.isArray(list) && list.every(isEntry)
    ? list.map(([state, record]) => ({ state, record }))
    : undefined;
}

/** A record is taken as it is, even one of a later format: whoever reads it says what is wrong with it. */
function isEntry(entry: unknown): entry is readonly [EntryState, PackedRecord] {
  const [state, record] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  return (STATES as readonly unknown[]).includes(state) && typeof record === 'string' && hasId(record);
}

const STATES: readonly EntryState[] = ['waiting', 'acknowledged', ...RECORD_PROBLEMS];

function hasId(record: string): boolean {
  return record.length <= 2 * PACKED_LIMIT && /^\w+ [\w-]+ /.test(record);
}
