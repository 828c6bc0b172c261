import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import { readStored, storedText } from '../core/state/stored';
import type { Pending } from './pending';
import { PENDING } from './pending';
import { PENDING_KEY } from './storage-keys';

/**
 * The Zepp app's settingsStorage as Legato uses it: persistent texts by key, shared by the side service and the
 * settings page. Any call may throw; `setItem` and `removeItem` may also do nothing.
 */
export interface Storage {
  /** Returns a nullish or empty value if nothing is stored. */
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** All stored values by key, in one read. */
  all(): Readonly<Record<string, unknown>>;
}

/** All stored values by key, as `readText` gives them. */
export function textsIn(storage: Storage): Readonly<Record<string, unknown>> {
  const all = storage.all();
  const pending = pendingIn(all[PENDING_KEY]);
  if (pending.size === 0) return all;
  const others = Object.entries(all).filter(([key]) => key !== PENDING_KEY && !pending.has(key));
  return Object.fromEntries([...others, ...[...pending].filter(([, text]) => text !== undefined)]);
}

/** All keys, in any order. */
export function keysIn(storage: Storage): readonly string[] {
  return Object.keys(textsIn(storage));
}

/** The text at a key. Throws when the storage does, because without reading nothing can be answered. */
export function readText(storage: Storage, key: string): string | undefined {
  const pending = pendingIn(storage.getItem(PENDING_KEY));
  return pending.has(key) ? textOf(pending.get(key)) : textOf(storage.getItem(key));
}

/** Removes a text and checks that it is gone. */
export function removeText(storage: Storage, key: string): Result<void, 'notStored'> {
  return attempt(() => isFree(storage, key) && remove(storage, key));
}

/** Stores a text and reads it back; it counts as stored only if it came back unchanged. */
export function writeText(storage: Storage, key: string, text: string): Result<void, 'notStored'> {
  return attempt(() => isFree(storage, key) && write(storage, key, text));
}

/**
 * Stores several texts, all or none; undefined removes one. They are in force from a single write on, even if the
 * storage then refuses to take them one by one.
 */
export function writeAll(storage: Storage, texts: Pending): Result<void, 'notStored'> {
  return attempt(() => {
    const [only] = texts;
    if (!only) return true;
    if (!finish(storage)) return false;
    if (texts.size === 1) return put(storage, ...only);
    if (!write(storage, PENDING_KEY, storedText(PENDING, texts))) return false;
    attempt(() => finish(storage));
    return true;
  });
}

/** A key of an unfinished change can be written only after that change. */
function isFree(storage: Storage, key: string): boolean {
  return !pendingIn(storage.getItem(PENDING_KEY)).has(key) || finish(storage);
}

/** Writes what is left of an unfinished change. It stays in force if the storage does not take all of it. */
function finish(storage: Storage): boolean {
  const pending = pendingIn(storage.getItem(PENDING_KEY));
  if (pending.size === 0) return true;
  const isDone = [...pending].every(([key, text]) => put(storage, key, text));
  return isDone && remove(storage, PENDING_KEY);
}

function pendingIn(stored: unknown): Pending {
  const text = textOf(stored);
  return text === undefined ? NONE : readStored(PENDING, text).value;
}

const NONE: Pending = new Map();

function textOf(stored: unknown): string | undefined {
  return typeof stored === 'string' && stored !== '' ? stored : undefined;
}

function put(storage: Storage, key: string, text: string | undefined): boolean {
  return text === undefined ? remove(storage, key) : write(storage, key, text);
}

function write(storage: Storage, key: string, text: string): boolean {
  storage.setItem(key, text);
  return storage.getItem(key) === text;
}

function remove(storage: Storage, key: string): boolean {
  if (textOf(storage.getItem(key)) === undefined) return true;
  storage.removeItem(key);
  return textOf(storage.getItem(key)) === undefined;
}

function attempt(isDone: () => boolean): Result<void, 'notStored'> {
  try {
    return isDone() ? ok(undefined) : err('notStored');
  } catch {
    return err('notStored');
  }
}
