import type { Fields } from '../json';
import { isFields, isWhole, parseJson } from '../json';
import { isInstant } from '../time';
import type { PackedRecord } from './packed-record';
import { PACKED_LIMIT, RECORD_PROBLEMS } from './packed-record';
import type { Chunk, CountedChunk, Entry, EntryState, LastDone, Outbox, UnreadChunk } from './outbox';
import { countsOf, lastDone, newestRecord } from './outbox';

/**
 * An operation on the files of the outbox; they are done in order. `file` is a name without its slot, since a file is
 * kept in two slots that are written in turn. Repeating an operation does no harm. `create` makes a file that was not
 * found, and must not overwrite one that exists after all.
 */
export type FileOperation = FileWrite | { readonly kind: 'remove'; readonly file: string };

export interface FileWrite {
  readonly kind: 'create' | 'write';
  readonly file: string;
  readonly payload: string;
  /** For the newest file: the other files whose waiting counts it holds. */
  readonly counted?: readonly Numbered[];
}

type Numbered = Pick<Chunk, 'number'>;

/** A file of the outbox as it was found on disk. */
export interface FoundFile {
  readonly file: string;
  /** The payload of its newest valid slot; undefined without one. */
  readonly payload: string | undefined;
}

/** What the newest file of the outbox says at its beginning. */
export interface ChunkHead {
  readonly own: Omit<CountedChunk, 'number'>;
  /** Older files that have not changed since and have no refused records; `chunksOf` expands the runs. */
  readonly others: readonly Run[];
  /** Undefined if no record could be read. */
  readonly last: LastDone | undefined;
}

/** The content of a file of the outbox. */
export interface ChunkContent {
  readonly entries: readonly Entry[];
  readonly head: ChunkHead | undefined;
}

/**
 * The operations that turn the files of `saved` into those of `outbox`. A new session writes one file. After each
 * single operation the outbox on disk is complete: a receipt that was not saved is asked for again.
 *
 * `counted` are the files whose waiting counts the newest file currently holds. Before one of them is changed, the
 * newest is written without it; if the newest changes itself, it is written last. So it never describes a file that has
 * changed since, wherever the watch dies.
 */
export function fileOperations(
  saved: Outbox,
  outbox: Outbox,
  counted: readonly Numbered[] = [],
): readonly FileOperation[] {
  const changed = outbox.chunks.filter((chunk) => !saved.chunks.includes(chunk));
  const gone = numbersOf(saved).filter((number) => !hasNumber(outbox, number));
  const touched = changed.map(({ number }) => number).concat(gone);
  const left = counted.filter(({ number }) => !touched.includes(number));
  const before = left.length < counted.length ? recount(saved, left) : undefined;
  const writes = changed.map((chunk): FileOperation => {
    const kind = hasNumber(saved, chunk.number) ? 'write' : 'create';
    return isNewest(outbox, chunk) ? newestFile(kind, outbox, chunk) : fileOf(kind, chunk);
  });
  const removals = gone.map((number): FileOperation => ({ kind: 'remove', file: nameOf(number) }));
  return [...(before ? [before] : []), ...writes, ...removals];
}

/**
 * Rewrites the newest file, which must have been read, so that its counts of other files are right; with `counted`, of
 * those files only.
 */
export function recount(outbox: Outbox, counted?: readonly Numbered[]): FileWrite | undefined {
  const newest = outbox.chunks[outbox.chunks.length - 1];
  return newest && isNewest(outbox, newest) ? newestFile('write', outbox, newest, counted) : undefined;
}

/** The name of a file of the outbox, without its slot. */
export function nameOf(number: number): string {
  return `outbox-${number}`;
}

/** The number of a file of the outbox, given its name without the slot; NaN for any other file. */
export function numberOf(file: string): number {
  return Number(NAME.exec(file)?.[1]);
}

/**
 * Assembles the outbox from its files, in any order, and the files that are not to be read, by ascending number. Never
 * throws.
 */
export function loadOutbox(files: readonly FoundFile[], unread: readonly UnreadChunk[] = []): Outbox {
  const chunks: Chunk[] = [];
  const spent: number[] = [];
  files.forEach(({ file, payload }) => {
    const number = numberOf(file);
    if (Number.isNaN(number)) return;
    const content = payload === undefined ? undefined : parseChunk(payload);
    if (content) chunks.push({ number, entries: content.entries });
    else spent.push(number);
  });
  const outbox = { chunks: chunks.sort(byNumber), spent };
  return unread.length > 0 ? { ...outbox, unread } : outbox;
}

/** Parses a payload; undefined if it is invalid. */
export function parseChunk(payload: string): ChunkContent | undefined {
  const file = parseJson(payload);
  const list = isFields(file) && file['version'] === VERSION ? file['entries'] : undefined;
  return isFields(file) && Array.isArray(list) && list.every(isEntry)
    ? { entries: list.map(([state, record]) => ({ state, record })), head: headOf(file) }
    : undefined;
}

/** Parses the head from the start of a payload; undefined if the whole file has to be read. */
export function parseHead(start: string): ChunkHead | undefined {
  const end = start.indexOf(ENTRIES);
  const fields = end < 0 ? undefined : parseJson(`${start.slice(0, end)}}`);
  return isFields(fields) ? headOf(fields) : undefined;
}

/** The head of a file fits in this many characters, unless very many files differ in their waiting counts. */
export const HEAD_LENGTH = 300;

const VERSION = 1;
const NAME = /^outbox-([1-9]\d{0,8})$/;
const ENTRIES = ',"entries":';

function numbersOf({ chunks, unread = [] }: Outbox): readonly number[] {
  return [...chunks, ...unread].map(({ number }) => number);
}

function hasNumber(outbox: Outbox, number: number): boolean {
  return numbersOf(outbox).includes(number);
}

function isNewest(outbox: Outbox, { number }: Chunk): boolean {
  return number === Math.max(...numbersOf(outbox));
}

function byNumber(a: Numbered, b: Numbered): number {
  return a.number - b.number;
}

function fileOf(kind: FileWrite['kind'], { number, entries }: Chunk): FileWrite {
  return { kind, file: nameOf(number), payload: makeChunk(entries, {}) };
}

/**
 * The newest file holds what a start needs to know about the others. Those with refused records are left out, since
 * they have to be read anyway.
 */
function newestFile(
  kind: FileWrite['kind'],
  outbox: Outbox,
  { number, entries }: Chunk,
  among?: readonly Numbered[],
): FileWrite {
  const others = countsOf(outbox).filter(
    (chunk) =>
      chunk.number < number &&
      chunk.refused === 0 &&
      (!among || among.some((one) => one.number === chunk.number)),
  );
  return {
    kind,
    file: nameOf(number),
    payload: makeChunk(entries, { others: runsOf(others), last: makeLast(outbox) }),
    counted: others,
  };
}

function makeLast(outbox: Outbox): readonly unknown[] | undefined {
  const record = outbox.last ? undefined : newestRecord(outbox);
  const last = outbox.last ?? (record && lastDone(record));
  return last && [last.id, last.startedAt, last.seconds, last.utcOffset];
}

/**
 * `counts`: the numbers of waiting, acknowledged and refused entries. An older version of Legato reads these and not
 * `head`.
 */
function makeChunk(entries: readonly Entry[], head: object): string {
  const count = (state: EntryState): number => entries.filter((entry) => entry.state === state).length;
  const [waiting, acknowledged] = [count('waiting'), count('acknowledged')];
  return JSON.stringify({
    version: VERSION,
    counts: [waiting, acknowledged, entries.length - waiting - acknowledged],
    ...head,
    entries: entries.map(({ state, record }) => [state, record]),
  });
}

function headOf({ version, counts, others, last }: Fields): ChunkHead | undefined {
  if (version !== VERSION || !isWholes(counts, 3) || !Array.isArray(others) || !others.every(isRun))
    return undefined;
  const [waiting = 0, acknowledged = 0, refused = 0] = counts;
  return { own: { waiting, acknowledged, refused }, others, last: parseLast(last) };
}

/** The largest offset from UTC that is accepted, in minutes. */
const LONGEST_OFFSET = 24 * 60;

function parseLast(last: unknown): LastDone | undefined {
  const [id, startedAt, seconds, utcOffset] = Array.isArray(last) ? (last as readonly unknown[]) : [];
  if (typeof id !== 'string' || !isInstant(startedAt) || !isWhole(seconds)) return undefined;
  const isOffset = typeof utcOffset === 'number' && Math.abs(utcOffset) < LONGEST_OFFSET;
  return { id, startedAt, seconds, ...(isOffset ? { utcOffset } : {}) };
}

/** Consecutive files with the same counts: the first, the last, how many entries wait and how many are acknowledged. */
export type Run = readonly [from: number, to: number, waiting: number, acknowledged: number];

function runsOf(chunks: readonly UnreadChunk[]): readonly Run[] {
  return chunks.reduce<readonly Run[]>((runs, { number, waiting, acknowledged }) => {
    const [from, to, ...counts] = runs[runs.length - 1] ?? NO_RUN;
    const goesOn = number === to + 1 && waiting === counts[0] && acknowledged === counts[1];
    return goesOn
      ? [...runs.slice(0, -1), [from, number, waiting, acknowledged]]
      : [...runs, [number, number, waiting, acknowledged]];
  }, []);
}

const NO_RUN: Run = [0, -1, 0, 0];

/** Expands `runs` into the files that are in `there` and older than `newest`. */
export function chunksOf(
  runs: readonly Run[],
  there: ReadonlySet<number>,
  newest: number,
): readonly UnreadChunk[] {
  const chunks: UnreadChunk[] = [];
  // Each file is looked at once, at every start.
  for (const [from, to, waiting, acknowledged] of runs) {
    for (let number = from; number <= to && number < newest; number += 1) {
      if (there.has(number)) chunks.push({ number, waiting, acknowledged });
    }
  }
  return chunks;
}

/** Limits the length to the number of possible files, so that bad input cannot use up the memory. */
function isRun(value: unknown): value is Run {
  if (!isWholes(value, 4)) return false;
  const [from = 0, to = 0] = value;
  return from > 0 && to >= from && to - from < LONGEST_RUN;
}

const LONGEST_RUN = 10_000;

function isWholes(value: unknown, length: number): value is readonly number[] {
  return Array.isArray(value) && value.length === length && value.every((one) => isWhole(one));
}

/** Accepts any record, even one of a later format; the reader of the record reports what is wrong with it. */
function isEntry(entry: unknown): entry is readonly [EntryState, PackedRecord] {
  if (!Array.isArray(entry)) return false;
  // Accessed by index: hundreds may be read, and the watch's engine is slow at array destructuring.
  const list: readonly unknown[] = entry;
  const record = list[1];
  return (STATES as readonly unknown[]).includes(list[0]) && typeof record === 'string' && hasId(record);
}

const STATES: readonly EntryState[] = ['waiting', 'acknowledged', ...RECORD_PROBLEMS];

function hasId(record: string): boolean {
  return record.length <= 2 * PACKED_LIMIT && /^\w+ [\w-]+ /.test(record);
}
