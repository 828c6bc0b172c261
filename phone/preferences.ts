import { parseJson } from '../core/json';
import type { Result } from '../core/result';
import type { SharedPreferences } from '../core/link/shared-preferences';
import { mergeShared, readShared, SHARED_LIMITS } from '../core/link/shared-preferences';
import { PREFERENCE_NAMES } from '../core/state/preferences';
import type { Place } from './place';
import { isDamaged, readPlace, replaceText } from './place';
import { PREFERENCES_KEY } from './storage-keys';
import type { Storage } from './storage';

/** The preferences of the watches; none where they cannot be read, and then the next watch brings them back. */
export function readPreferences(storage: Storage): SharedPreferences {
  return readPlace(storage, MERGED);
}

/** Whether the preferences are or were damaged. Writes nothing. */
export function arePreferencesDamaged(storage: Storage): boolean {
  return isDamaged(storage, MERGED);
}

/**
 * Merges the preferences of a watch: the latest change of each wins. Where there are more than there can be, names
 * that this Legato does not know make room, those of the lowest revisions first.
 */
export function mergePreferences(storage: Storage, theirs: SharedPreferences): Result<void, 'notStored'> {
  const merged = roomy(mergeShared(readPreferences(storage), theirs));
  return replaceText(storage, MERGED, JSON.stringify(merged));
}

const MERGED: Place<SharedPreferences> = {
  key: PREFERENCES_KEY,
  empty: {},
  parse: (text) => readShared(parseJson(text)),
};

function roomy(merged: SharedPreferences): SharedPreferences {
  const names = Object.keys(merged);
  if (names.length <= SHARED_LIMITS.names) return merged;
  const isKnown = (name: string): number => (PREFERENCE_NAMES.some((known) => known === name) ? 1 : 0);
  const revisionOf = (name: string): number => merged[name]?.[1] ?? 0;
  const wanted = names.sort((a, b) => isKnown(b) - isKnown(a) || revisionOf(b) - revisionOf(a));
  return Object.fromEntries(
    wanted.slice(0, SHARED_LIMITS.names).flatMap((name) => {
      const entry = merged[name];
      return entry ? [[name, entry] as const] : [];
    }),
  );
}
