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

/** What a person did to the past that can be undone. */
export const CHANGES = ['deleted', 'added', 'imported', 'moved', 'excused'] as const;
export type ChangeName = (typeof CHANGES)[number];

/** How the last change is undone. */
export interface Undo {
  readonly change: ChangeName;
  /** How many sessions or days it was. */
  readonly count: number;
  /** Values that are one text, as they were; nothing where nothing was. */
  readonly texts: readonly (readonly [key: string, text: string | undefined])[];
  /** Sessions that were put in. */
  readonly added: readonly Deletable[];
  /** Sessions that were deleted: the ledger may have let go of them by now. */
  readonly deleted: readonly SessionRecord[];
}

/** What can be undone; nothing where nothing was changed, or another change came after it. Writes nothing. */
export function readUndo(storage: Storage): Undo | undefined {
  return readValue(storage, UNDO).value;
}

/**
 * Changes the past, and notes before that how it is undone. Where the note or the change is refused, nothing is changed, and
 * what could be undone before can be undone still.
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
  return changed;
}

/** Lets go of an undo that would put back what stood at a key before, since the person has changed it after that. */
export function forgetUndoOf(storage: Storage, key: string): void {
  if (readUndo(storage)?.texts.some(([known]) => known === key) === true) removeText(storage, UNDO_KEY);
}

/** The values of these keys, to be put back by an undo. */
export function textsOf(storage: Storage, ...keys: readonly string[]): Undo['texts'] {
  return keys.map((key) => [key, readText(storage, key)] as const);
}

/** Undoes the last change. May be asked again where the storage did not take all of it. */
export function undoLast(storage: Storage): Result<void, 'notStored'> {
  const undo = readUndo(storage);
  if (!undo) return ok(undefined);
  const { texts, added, deleted } = undo;
  if (!texts.every(([key, text]) => putBack(storage, key, text))) return err('notStored');
  const removed = added.length > 0 ? removeMade(storage, added) : ok(undefined);
  const restored = removed.ok ? restore(storage, deleted) : removed;
  return restored.ok ? removeText(storage, UNDO_KEY) : restored;
}

/** What the ledger has let go of is put back first, where it is not seen until it is no longer deleted. */
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
    },
  read(json) {
    if (!isFields(json)) return undefined;
    const change = CHANGES.find((known) => known === json['change']);
    const { count, texts, added, deleted } = json;
    if (!change || !isWhole(count) || !Array.isArray(texts) || !Array.isArray(added)) return undefined;
    if (!Array.isArray(deleted)) return undefined;
    const value: Undo = {
      change,
      count,
      texts: texts.flatMap((item) => textOf(item) ?? []),
      added: added.flatMap((item) => refOf(item) ?? []),
      deleted: deleted.map(parseRecord).flatMap((record) => (record.ok ? [record.value] : [])),
    };
    const isWholly =
      value.texts.length === texts.length &&
      value.added.length === added.length &&
      value.deleted.length === deleted.length;
    return isWholly ? { value } : undefined;
  },
};

/** An array, so that none of it is taken apart by `flatMap`. */
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
