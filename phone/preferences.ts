import type { Result } from '../core/result';
import type { CountryChoice } from '../core/emergency';
import { COUNTRY_CHOICES } from '../core/emergency';
import type { Revised, Scalar, SharedPreferences } from '../core/link/shared-preferences';
import { latestIn, mergeShared, readShared, SHARED_LIMITS } from '../core/link/shared-preferences';
import type { Strength } from '../core/cue/pattern';
import { STRENGTHS } from '../core/cue/pattern';
import type { PreferenceName } from '../core/state/preferences';
import { DEFAULT_PREFERENCES, PREFERENCE_NAMES } from '../core/state/preferences';
import type { Stored } from '../core/state/stored';
import { CHOSEN_KEY, PREFERENCES_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readValue, writeValue } from './stored-text';

/**
 * The preferences of the watches with what was chosen on the phone's page; none where they cannot be read, and then the next
 * watch brings them back.
 */
export function readPreferences(storage: Storage): SharedPreferences {
  return mergeShared(readValue(storage, MERGED).value, readValue(storage, CHOSEN).value);
}

/** How strong the cues of the watches are. */
export function strengthIn(preferences: SharedPreferences): Strength {
  const value = preferences['strength']?.[0];
  return STRENGTHS.find((strength) => strength === value) ?? DEFAULT_PREFERENCES.strength;
}

/** Chooses how strong cues are. */
export function putStrength(storage: Storage, value: Strength): Result<void, 'notStored'> {
  return putChosen(storage, 'strength', value);
}

/** The country whose emergency number is shown. */
export function countryIn(preferences: SharedPreferences): CountryChoice {
  const value = preferences['country']?.[0];
  return COUNTRY_CHOICES.find((country) => country === value) ?? DEFAULT_PREFERENCES.country;
}

export function putCountry(storage: Storage, value: CountryChoice): Result<void, 'notStored'> {
  return putChosen(storage, 'country', value);
}

/** Chooses a value against every choice that the phone has heard of. */
export function putChosen(storage: Storage, name: PreferenceName, value: Scalar): Result<void, 'notStored'> {
  const change: Revised = [value, latestIn(readPreferences(storage)) + 1];
  return putAllChosen(storage, { [name]: change });
}

/** Notes what was chosen, with revisions that count against all that the phone has heard of. */
export function putAllChosen(storage: Storage, changes: SharedPreferences): Result<void, 'notStored'> {
  // What a backup has brought stays until a watch has heard of it.
  const others = readValue(storage, CHOSEN).value;
  return writeValue(storage, CHOSEN, { ...others, ...changes });
}

/**
 * Merges the preferences of a watch: the latest change of each wins. Where there are more than there can be, names
 * that this Legato does not know make room, those of the lowest revisions first.
 */
export function mergePreferences(storage: Storage, theirs: SharedPreferences): Result<void, 'notStored'> {
  return writeValue(storage, MERGED, roomy(mergeShared(readPreferences(storage), theirs)));
}

export const MERGED: Stored<SharedPreferences> = {
  name: PREFERENCES_KEY,
  version: 1,
  initial: {},
  write: (shared) => shared,
  read(json) {
    const { value, whole } = readShared(json);
    return { value, problem: whole ? undefined : 'damaged' };
  },
};

/** What was chosen on the page, which has a place of its own, as each place has one writer. */
export const CHOSEN: Stored<SharedPreferences> = {
  ...MERGED,
  name: CHOSEN_KEY,
  write: (shared) => (Object.keys(shared).length > 0 ? shared : undefined),
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
