import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Readable, Reading, Stored } from '../core/state/stored';
import { readStored, storedText } from '../core/state/stored';
import type { Storage } from './storage';
import { keysIn, readText, writeText } from './storage';
import { asidePrefixOf } from './storage-keys';

/** Reads a value; the intact parts if it is damaged. Writes nothing. Throws when the storage does. */
export function readValue<Value>(storage: Storage, stored: Readable<Value>): Reading<Value> {
  return readStored(stored, readText(storage, stored.name));
}

/** Whether a value is damaged, or was and its text was set aside. Writes nothing. */
export function isDamaged(storage: Storage, stored: Readable<unknown>): boolean {
  return readValue(storage, stored).problem !== undefined || isSetAside(storage, stored);
}

/** Whether a text of a value was set aside because it could not be read. Writes nothing. */
export function isSetAside(storage: Storage, { name }: Readable<unknown>): boolean {
  return keysIn(storage).some((key) => key.startsWith(asidePrefixOf(name)));
}

/** Whether a value is damaged and its text was not set aside yet. Writes nothing. */
export function isBadAndNew(storage: Storage, stored: Readable<unknown>): boolean {
  const prefix = asidePrefixOf(stored.name);
  const text = readText(storage, stored.name);
  return (
    readStored(stored, text).problem !== undefined &&
    !keysIn(storage).some((key) => key.startsWith(prefix) && readText(storage, key) === text)
  );
}

/**
 * Writes a value. A stored text that cannot be read completely is set aside first; if that fails, nothing is written.
 */
export function writeValue<Value>(
  storage: Storage,
  stored: Stored<Value>,
  value: Value,
): Result<void, 'notStored'> {
  const aside = setBadAside(storage, stored);
  return aside.ok ? writeText(storage, stored.name, storedText(stored, value)) : aside;
}

/**
 * Stores the text of a value that cannot be read completely under the first free number after its prefix, once. Returns
 * the number, or undefined for a text that is readable.
 */
export function setBadAside(
  storage: Storage,
  stored: Readable<unknown>,
): Result<number | undefined, 'notStored'> {
  const text = readText(storage, stored.name);
  if (text === undefined || !readStored(stored, text).problem) return ok(undefined);
  return keepAside(storage, stored, text);
}

/** Stores a text under the first free number of those set aside for a value, once. Returns the number. */
export function keepAside(
  storage: Storage,
  { name }: Readable<unknown>,
  text: string,
): Result<number, 'notStored'> {
  const prefix = asidePrefixOf(name);
  let number = 1;
  while (![undefined, text].includes(readText(storage, `${prefix}${number}`))) number += 1;
  const kept = writeText(storage, `${prefix}${number}`, text);
  return kept.ok ? ok(number) : kept;
}
