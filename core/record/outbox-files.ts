import { isFields, parseJson } from '../json';
import type { PackedRecord } from './packed-record';
import { PACKED_LIMIT, RECORD_PROBLEMS } from './packed-record';
import type { Chunk, Entry, EntryState, Outbox } from './outbox';

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
  const removals = saved.chunks
    .filter(({ number }) => !hasNumber(outbox, number))
    .map((chunk): FileOperation => ({ kind: 'remove', file: fileOf(chunk) }));
  return writes.concat(removals);
}

/** Whether a file of this name, without its slot, belongs to the outbox. */
export function isOutboxFile(file: string): boolean {
  return NAME.test(file);
}

/** Puts the outbox together from its files, in whatever order they were found. Never throws. */
export function loadOutbox(files: readonly FoundFile[]): Outbox {
  const chunks: Chunk[] = [];
  const spent: number[] = [];
  files.forEach((found) => {
    const name = NAME.exec(found.file);
    if (!name) return;
    const number = Number(name[1]);
    const entries = found.payload === undefined ? undefined : parseEntries(found.payload);
    if (entries) chunks.push({ number, entries });
    else spent.push(number);
  });
  return { chunks: chunks.sort((a, b) => a.number - b.number), spent };
}

const VERSION = 1;
const NAME = /^outbox-([1-9]\d{0,8})$/;

function hasNumber({ chunks }: Outbox, number: number): boolean {
  return chunks.some((chunk) => chunk.number === number);
}

function fileOf(chunk: Chunk): string {
  return `outbox-${chunk.number}`;
}

/** ASCII, as records are. */
function makeChunk({ entries }: Chunk): string {
  return JSON.stringify({ version: VERSION, entries: entries.map(({ state, record }) => [state, record]) });
}

function parseEntries(payload: string): readonly Entry[] | undefined {
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
