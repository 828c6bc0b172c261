import type { Result } from '../core/result';
import { err, ok } from '../core/result';

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

/** All keys, in any order. */
export function keysIn(storage: Storage): readonly string[] {
  return Object.keys(storage.all());
}

/** The text at a key. Throws when the storage does, because without reading nothing can be answered. */
export function readText(storage: Storage, key: string): string | undefined {
  const text = storage.getItem(key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Removes a text and checks that it is gone. */
export function removeText(storage: Storage, key: string): Result<void, 'notStored'> {
  try {
    if (readText(storage, key) === undefined) return ok(undefined);
    storage.removeItem(key);
    return readText(storage, key) === undefined ? ok(undefined) : err('notStored');
  } catch {
    return err('notStored');
  }
}

/** Stores a text and reads it back; it counts as stored only if it came back unchanged. */
export function writeText(storage: Storage, key: string, text: string): Result<void, 'notStored'> {
  try {
    storage.setItem(key, text);
    return storage.getItem(key) === text ? ok(undefined) : err('notStored');
  } catch {
    return err('notStored');
  }
}
