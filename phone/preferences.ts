import { parseJson } from '../core/json';
import type { Result } from '../core/result';
import { err } from '../core/result';
import type { Stamped } from '../core/stamped';
import { mergeStamped, parseStamped } from '../core/stamped';
import { PREFERENCES_KEY } from './keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/** The preferences of the watches; none where they cannot be read, and then the next watch brings them back. */
export function readPreferences(storage: Storage): Stamped {
  const stamped = parseStamped(parseJson(readText(storage, PREFERENCES_KEY) ?? ''));
  return stamped.ok ? stamped.value : {};
}

/** Merges the preferences of a watch: the last change of each wins. More of them than there can be are not taken. */
export function mergePreferences(storage: Storage, theirs: Stamped): Result<void, 'notStored' | 'tooLarge'> {
  const merged = parseStamped(mergeStamped(readPreferences(storage), theirs));
  if (!merged.ok) return err('tooLarge');
  return writeText(storage, PREFERENCES_KEY, JSON.stringify(merged.value));
}
