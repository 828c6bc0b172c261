import { isFields, isWhole } from '../../core/json';
import { isId } from '../../core/link/envelope';
import { packRecord, parseRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { isInstant } from '../../core/time';
import type { Deletable } from '../deletions';
import { undelete } from '../deletions';
import { monthAt, monthOf } from '../month';
import { sessionKey } from '../session-key';
import { UNDO_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readText, removeText, writeText } from '../storage';
import { readValue, writeValue } from '../stored-text';
import { putMade, removeMade } from './made';
import { readMoves } from './moves';

/** Changes to the past that can be undone. */
export const CHANGES = ['deleted', 'added', 'imported', 'moved', 'excused'] as const;
export type ChangeName = (typeof CHANGES)[number];

/** How to undo the last change. */
export interface Undo {
  readonly change: ChangeName;
  /** How many sessions or days it affected. */
  readonly count: number;
  /** Previous values that are single texts; undefined if there was none. */
  readonly texts: readonly (readonly [key: string, text: string | undefined])[];
  /** Sessions that were added. */
  readonly added: readonly Deletable[];
  /** Sessions that were deleted; the ledger may have dropped them by now. */
  readonly deleted: readonly SessionRecord[];
  /** What the change left of each of `texts`, in brief; undefined if that could not be stored. */
  readonly left?: readonly string[] | undefined;
}

/**
 * The last change that can be undone; undefined if there is none, or if another change came after it. Writes nothing.
 */
export function readUndo(storage: Storage): Undo | undefined {
  const undo = readValue(storage, UNDO).value;
  const { left } = undo ?? {};
  if (!undo || !left) return undo;
  // An undo that the storage did not take all of has put some texts back already.
  const isLast = undo.texts.every(([key, before], at) =>
    [left[at], brief(before)].includes(brief(readText(storage, key))),
  );
  return isLast ? undo : undefined;
}

/** Enough of a text to tell that it has changed: all of a short one, and length and ends of a long one. */
function brief(text = ''): string {
  const ends = text.length > 2 * END ? `${text.slice(0, END)}${text.slice(-END)}` : text;
  return `${String(text.length)} ${ends}`;
}

/** In characters. */
const END = 500;

/**
 * Changes the past after storing how to undo it. If either write is refused, nothing changes, and the previous undo
 * remains available.
 */
export function changeWithUndo(
  storage: Storage,
  undo: Undo,
  change: () => Result<void, 'notStored'>,
): Result<void, 'notStored'> {
  const before = readText(storage, UNDO_KEY);
  const noted = writeValue(storage, UNDO, undo);
  const changed = noted.ok ? change() : noted;
  if (!changed.ok) putBack(storage, UNDO_KEY, before);
  else writeValue(storage, UNDO, { ...undo, left: undo.texts.map(([key]) => brief(readText(storage, key))) });
  return changed;
}

/** Drops an undo that would overwrite a key which the person has changed since. */
export function forgetUndoOf(storage: Storage, key: string): void {
  if (readUndo(storage)?.texts.some(([known]) => known === key) === true) removeText(storage, UNDO_KEY);
}

/** The present values of these keys, for an undo to restore. */
export function textsOf(storage: Storage, ...keys: readonly string[]): Undo['texts'] {
  return keys.map((key) => [key, readText(storage, key)] as const);
}

/** Undoes the last change. Can be repeated if the storage did not take all of it. */
export function undoLast(storage: Storage): Result<void, 'notStored'> {
  const undo = readUndo(storage);
  if (!undo) return ok(undefined);
  const { texts, added, deleted } = undo;
  if (!texts.every(([key, text]) => putBack(storage, key, text))) return err('notStored');
  const removed = added.length > 0 ? removeMade(storage, added) : ok(undefined);
  const restored = removed.ok ? restore(storage, deleted) : removed;
  return restored.ok ? removeText(storage, UNDO_KEY) : restored;
}

/** Sessions the ledger has dropped are restored first; they stay invisible until their deletion is removed. */
function restore(storage: Storage, deleted: readonly SessionRecord[]): Result<void, 'notStored'> {
  const moved = new Set([...readMoves(storage).values()].map(({ record }) => sessionKey(record)));
  const months = new Map(
    [...new Set(deleted.map(monthOf))].map((name) => [name, readValue(storage, monthAt(name)).value]),
  );
  const missing = deleted.filter((record) => {
    const key = sessionKey(record);
    return !moved.has(key) && months.get(monthOf(record))?.has(key) !== true;
  });
  const put = missing.length > 0 ? putMade(storage, missing) : ok(undefined);
  return put.ok ? undelete(storage, deleted) : put;
}

function putBack(storage: Storage, key: string, text: string | undefined): boolean {
  return (text === undefined ? removeText(storage, key) : writeText(storage, key, text)).ok;
}

export const UNDO: Stored<Undo | undefined> = {
  name: UNDO_KEY,
  version: 1,
  initial: undefined,
  write: (undo) =>
    undo && {
      version: 1,
      change: undo.change,
      count: undo.count,
      texts: undo.texts.map(([key, text]) => [key, text ?? null]),
      added: undo.added.map(({ id, startedAt, utcOffset }) => [id, startedAt, utcOffset]),
      deleted: undo.deleted.map(packRecord),
      ...(undo.left && { left: undo.left }),
    },
  read(json) {
    if (!isFields(json)) return undefined;
    const change = CHANGES.find((known) => known === json['change']);
    const { count, texts, added, deleted, left } = json;
    if (!change || !isWhole(count) || !Array.isArray(texts) || !Array.isArray(added)) return undefined;
    if (!Array.isArray(deleted)) return undefined;
    const value: Undo = {
      change,
      count,
      texts: texts.flatMap((item) => textOf(item) ?? []),
      added: added.flatMap((item) => refOf(item) ?? []),
      deleted: deleted.map(parseRecord).flatMap((record) => (record.ok ? [record.value] : [])),
      ...(Array.isArray(left) && { left: left.map(String) }),
    };
    const isWholly =
      value.texts.length === texts.length &&
      value.added.length === added.length &&
      value.deleted.length === deleted.length;
    return isWholly ? { value } : undefined;
  },
};

/** Returns an object, because `flatMap` would flatten an array. */
function textOf(item: unknown): Undo['texts'] | undefined {
  const [key, text] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (typeof key !== 'string' || (text !== null && typeof text !== 'string')) return undefined;
  return [[key, text ?? undefined]];
}

function refOf(item: unknown): Deletable | undefined {
  const [id, startedAt, utcOffset] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (!isId(id) || !isInstant(startedAt) || !Number.isInteger(utcOffset)) return undefined;
  return { id, startedAt, utcOffset: utcOffset as number };
}
