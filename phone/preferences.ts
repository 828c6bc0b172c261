import { parseJson } from '../core/json';
import type { Result } from '../core/result';
import type { Stamped } from '../core/link/stamped';
import { mergeStamped, parseStamped, STAMPED_LIMITS } from '../core/link/stamped';
import { PREFERENCE_NAMES } from '../core/state/preferences';
import type { Place } from './place';
import { isDamaged, readPlace, replaceText } from './place';
import { PREFERENCES_KEY } from './storage-keys';
import type { Storage } from './storage';

/** The preferences of the watches; none where they cannot be read, and then the next watch brings them back. */
export function readPreferences(storage: Storage): Stamped {
  return readPlace(storage, MERGED);
}

/** Whether the preferences are or were damaged. Writes nothing. */
export function arePreferencesDamaged(storage: Storage): boolean {
  return isDamaged(storage, MERGED);
}

/**
 * Merges the preferences of a watch: the last change of each wins. Where there are more than there can be, names
 * that this Legato does not know make room, those changed longest ago first.
 */
export function mergePreferences(storage: Storage, theirs: Stamped): Result<void, 'notStored'> {
  const merged = roomy(mergeStamped(readPreferences(storage), theirs));
  return replaceText(storage, MERGED, JSON.stringify(merged));
}

const MERGED: Place<Stamped> = {
  key: PREFERENCES_KEY,
  empty: {},
  parse(text) {
    const stamped = parseStamped(parseJson(text));
    return { value: stamped.ok ? stamped.value : {}, whole: stamped.ok };
  },
};

function roomy(merged: Stamped): Stamped {
  const names = Object.keys(merged);
  if (names.length <= STAMPED_LIMITS.names) return merged;
  const isKnown = (name: string): number => (PREFERENCE_NAMES.some((known) => known === name) ? 1 : 0);
  const changedAt = (name: string): number => merged[name]?.[1] ?? 0;
  const wanted = names.sort((a, b) => isKnown(b) - isKnown(a) || changedAt(b) - changedAt(a));
  return Object.fromEntries(
    wanted.slice(0, STAMPED_LIMITS.names).flatMap((name) => {
      const entry = merged[name];
      return entry ? [[name, entry] as const] : [];
    }),
  );
}
