import type { Result } from '../core/result';
import { setAside } from './aside';
import type { Storage } from './storage';
import { readText, writeText } from './storage';
import { asidePrefixOf } from './storage-keys';

/** A place in the storage, and how to read the text that stands there. */
export interface Place<Value> {
  readonly key: string;
  /** What there is before anything is stored. */
  readonly empty: Value;
  readonly parse: (text: string) => Reading<Value>;
}

/** What could be read of a text, and whether that is all of it. */
export interface Reading<Value> {
  readonly value: Value;
  readonly whole: boolean;
}

/** Reads a place; of a damaged one what is whole. Writes nothing. */
export function readPlace<Value>(storage: Storage, { key, empty, parse }: Place<Value>): Value {
  const text = readText(storage, key);
  return text === undefined ? empty : parse(text).value;
}

/** Whether a place is damaged, or was and what stood there is kept aside. Writes nothing. */
export function isDamaged(storage: Storage, { key, parse }: Place<unknown>): boolean {
  const text = readText(storage, key);
  if (text !== undefined && !parse(text).whole) return true;
  return storage.keys().some((other) => other.startsWith(asidePrefixOf(key)));
}

/**
 * Writes a text in the place of another. One that cannot be read whole is set aside first; where that fails nothing is
 * written.
 */
export function replaceText(
  storage: Storage,
  { key, parse }: Place<unknown>,
  text: string,
): Result<void, 'notStored'> {
  const before = readText(storage, key);
  if (before !== undefined && !parse(before).whole) {
    const aside = setAside(storage, asidePrefixOf(key), before);
    if (!aside.ok) return aside;
  }
  return writeText(storage, key, text);
}
