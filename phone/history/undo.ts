import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import type { Fields } from '../../core/json';
import { isFields, isWhole } from '../../core/json';
import { isId } from '../../core/link/envelope';
import { packRecord, parseRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { isInstant } from '../../core/time';
import { atomically } from '../atomically';
import type { Deletable } from '../deletions';
import { undelete } from '../deletions';
import { monthAt, monthOf } from '../month';
import type { PartName } from '../out/parts';
import { PARTS } from '../out/parts';
import { sessionKey } from '../session-key';
import { UNDO_CONTENT_PREFIX, UNDO_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { keysIn, readText, removeText, writeText } from '../storage';
import { readValue, writeValue } from '../stored-text';
import type { Excuse } from './excuses';
import { excuseOf, putExcuses, excuseData } from './excuses';
import { keepLeftCounts } from './library';
import { putMade, removeMade } from './made';
import { readMoves } from './moves';

/** Changes to the past that can be undone. */
export const CHANGES = ['deleted', 'added', 'imported', 'moved', 'excused'] as const;
export type ChangeName = (typeof CHANGES)[number];

/** A change that can be undone. It is short, because the page reads it whenever it is built. */
export interface UndoNote {
  readonly change: ChangeName;
  /** How many sessions or days it affected. */
  readonly count: number;
  /** What an import took besides sessions. Older versions of Legato stored none. */
  readonly parts?: readonly PartName[];
}

/** What undoing a change takes. */
export interface UndoContent {
  /** Previous values that are single texts; undefined if there was none. */
  readonly texts?: readonly (readonly [key: string, text: string | undefined])[];
  /** Sessions that were added. */
  readonly added?: readonly Deletable[];
  /** Sessions that were deleted; the ledger may have dropped them by now. */
  readonly deleted?: readonly SessionRecord[];
  /** Previous excuses; undefined if there was none. Other days may have changed since. */
  readonly excuses?: ReadonlyMap<Day, Excuse | undefined>;
}

interface StoredUndo extends UndoNote {
  /** The single texts it changed. */
  readonly keys: readonly string[];
  /** What it left of each of them, in brief. Older versions of Legato may have stored none. */
  readonly left: readonly string[] | undefined;
  /** The number under which the content is stored. Older versions stored it here. */
  readonly content: number | UndoContent;
}

/**
 * The last change that can be undone; undefined if there is none, or if another change came after it. Writes nothing.
 */
export function readUndo(storage: Storage): UndoNote | undefined {
  return lastUndo(storage);
}

function lastUndo(storage: Storage): StoredUndo | undefined {
  const undo = readValue(storage, UNDO).value;
  if (typeof undo?.content === 'number' && readText(storage, contentAt(undo.content).name) === undefined)
    return undefined;
  const isLast =
    undo?.left?.every((left, at) => left === brief(readText(storage, undo.keys[at] ?? ''))) ?? true;
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
 * Changes the past and stores how to undo it. If the storage refuses any of it, nothing changes, and the previous undo
 * remains available.
 */
export function changeWithUndo(
  storage: Storage,
  { change, count, parts = [], ...content }: UndoNote & UndoContent,
  make: (draft: Storage) => Result<void, 'notStored'>,
): Result<void, 'notStored'> {
  return atomically(storage, (draft) => {
    const before = readValue(draft, UNDO).value?.content;
    const number = typeof before === 'number' ? before + 1 : 1;
    const made = make(draft);
    if (!made.ok) return made;
    dropContents(draft);
    const kept = writeValue(draft, contentAt(number), content);
    if (!kept.ok) return kept;
    keepLeftCounts(draft);
    const keys = (content.texts ?? []).map(([key]) => key);
    const left = keys.map((key) => brief(readText(draft, key)));
    return writeValue(draft, UNDO, { change, count, parts, keys, left, content: number });
  });
}

/** Drops an undo that would overwrite a key which the person has changed since. */
export function forgetUndoOf(storage: Storage, key: string): void {
  if (lastUndo(storage)?.keys.includes(key) !== true) return;
  atomically(storage, dropUndo);
}

/** The present values of these keys, for an undo to restore. */
export function textsOf(storage: Storage, ...keys: readonly string[]): NonNullable<UndoContent['texts']> {
  return keys.map((key) => [key, readText(storage, key)] as const);
}

/** Undoes all of the last change or nothing. One that cannot be read is no longer offered. */
export function undoLast(storage: Storage): Result<void, 'notStored'> {
  const undo = lastUndo(storage);
  if (!undo) return ok(undefined);
  const { content } = undo;
  const known = typeof content === 'number' ? readValue(storage, contentAt(content)).value : content;
  if (known) return atomically(storage, (draft) => unmake(draft, known));
  atomically(storage, dropUndo);
  return err('notStored');
}

function unmake(draft: Storage, content: UndoContent): Result<void, 'notStored'> {
  const { texts = [], added = [], deleted = [], excuses = new Map<Day, undefined>() } = content;
  const steps: readonly (() => Result<void, 'notStored'>)[] = [
    ...texts.map(
      ([key, text]) =>
        () =>
          putBack(draft, key, text),
    ),
    () => (excuses.size > 0 ? putExcuses(draft, excuses) : ok(undefined)),
    () => (added.length > 0 ? removeMade(draft, added) : ok(undefined)),
    () => restore(draft, deleted),
    () => dropUndo(draft),
    () => keepLeftCounts(draft),
  ];
  return steps.every((step) => step().ok) ? ok(undefined) : err('notStored');
}

function dropUndo(storage: Storage): Result<void, 'notStored'> {
  dropContents(storage);
  return removeText(storage, UNDO_KEY);
}

function dropContents(storage: Storage): void {
  keysIn(storage)
    .filter((key) => key.startsWith(UNDO_CONTENT_PREFIX))
    .forEach((key) => removeText(storage, key));
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

function putBack(storage: Storage, key: string, text: string | undefined): Result<void, 'notStored'> {
  return text === undefined ? removeText(storage, key) : writeText(storage, key, text);
}

/** Version 1 had the content in it. */
export const UNDO: Stored<StoredUndo | undefined> = {
  name: UNDO_KEY,
  version: 2,
  initial: undefined,
  write: (undo) =>
    undo && {
      ...{ version: 2, change: undo.change, count: undo.count },
      ...{ keys: undo.keys, left: undo.left, content: undo.content },
      ...(undo.parts && undo.parts.length > 0 ? { parts: undo.parts } : {}),
    },
  read(json) {
    if (!isFields(json)) return undefined;
    const change = CHANGES.find((known) => known === json['change']);
    const { count, version, left, parts: told } = json;
    const parts = PARTS.filter((name) => Array.isArray(told) && told.includes(name));
    const content = version === 2 ? json['content'] : contentIn(json);
    const keys =
      version === 2 ? json['keys'] : (content as UndoContent | undefined)?.texts?.map(([key]) => key);
    if (!change || !isWhole(count) || !Array.isArray(keys) || content === undefined) return undefined;
    if (version === 2 && (!isWhole(content) || !Array.isArray(left))) return undefined;
    return {
      value: {
        ...{ change, count, keys: keys.map(String), content: content as StoredUndo['content'] },
        left: Array.isArray(left) ? left.map(String) : undefined,
        ...(parts.length > 0 ? { parts } : {}),
      },
    };
  },
};

export function contentAt(number: number): Stored<UndoContent | undefined> {
  return {
    name: `${UNDO_CONTENT_PREFIX}${number}`,
    version: 1,
    initial: undefined,
    write: (content) =>
      content && {
        version: 1,
        texts: (content.texts ?? []).map(([key, text]) => [key, text ?? null]),
        added: (content.added ?? []).map(({ id, startedAt, utcOffset }) => [id, startedAt, utcOffset]),
        deleted: (content.deleted ?? []).map(packRecord),
        excuses: [...(content.excuses ?? [])].map(([day, excuse]) => [
          dayText(day),
          ...(excuse ? excuseData(excuse) : []),
        ]),
      },
    read(json) {
      const value = isFields(json) ? contentIn(json) : undefined;
      return value && { value };
    },
  };
}

/** Undefined if any part is invalid. */
function contentIn({ texts, added, deleted, excuses = [] }: Fields): UndoContent | undefined {
  if (!Array.isArray(texts) || !Array.isArray(added)) return undefined;
  if (!Array.isArray(deleted) || !Array.isArray(excuses)) return undefined;
  const value = {
    texts: texts.flatMap((item) => textOf(item) ?? []),
    added: added.flatMap((item) => refOf(item) ?? []),
    deleted: deleted.map(parseRecord).flatMap((record) => (record.ok ? [record.value] : [])),
    excuses: new Map(excuses.flatMap((item) => dayIn(item) ?? [])),
  };
  const isWholly =
    value.texts.length === texts.length &&
    value.added.length === added.length &&
    value.deleted.length === deleted.length &&
    value.excuses.size === excuses.length;
  return isWholly ? value : undefined;
}

/** Returns an object, because `flatMap` would flatten an array. */
function textOf(item: unknown): UndoContent['texts'] {
  const [key, text] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (typeof key !== 'string' || (text !== null && typeof text !== 'string')) return undefined;
  return [[key, text ?? undefined]];
}

function refOf(item: unknown): Deletable | undefined {
  const [id, startedAt, utcOffset] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (!isId(id) || !isInstant(startedAt) || !Number.isInteger(utcOffset)) return undefined;
  return { id, startedAt, utcOffset: utcOffset as number };
}

function dayIn(item: unknown): readonly (readonly [Day, Excuse | undefined])[] | undefined {
  const [text, ...words] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  const day = typeof text === 'string' ? dayFrom(text) : undefined;
  const excuse = excuseOf(words);
  return day === undefined || (words.length > 0 && !excuse) ? undefined : [[day, excuse]];
}
