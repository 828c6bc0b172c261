import { ANSWER_NAMES, HARD_QUESTIONS } from '../core/care/answers';
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
import { isBadAndNew, readValue, writeValue } from './stored-text';

/**
 * The preferences of the watches, including those chosen on the page. Empty if they cannot be read; then the next watch
 * restores them.
 */
export function readPreferences(storage: Storage): SharedPreferences {
  return mergeShared(readValue(storage, MERGED).value, readValue(storage, CHOSEN).value);
}

/** The strength of the watches' cues. */
export function strengthIn(preferences: SharedPreferences): Strength {
  const value = preferences['strength']?.[0];
  return STRENGTHS.find((strength) => strength === value) ?? DEFAULT_PREFERENCES.strength;
}

/** Sets the strength of cues. */
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

/** Sets a value so that it wins over every change the phone has seen. */
export function putChosen(storage: Storage, name: PreferenceName, value: Scalar): Result<void, 'notStored'> {
  const change: Revised = [value, latestIn(readPreferences(storage)) + 1];
  return putAllChosen(storage, { [name]: change });
}

/**
 * Stores choices with revisions that win over every change the phone has seen. If what was chosen before cannot be read
 * any more, an answer that was taken back may be among it, so all answers are.
 */
export function putAllChosen(storage: Storage, changes: SharedPreferences): Result<void, 'notStored'> {
  // Choices imported from a backup stay until a watch has received them.
  const others = readValue(storage, CHOSEN).value;
  const asked = isBadAndNew(storage, CHOSEN) ? takenBack(storage) : {};
  return writeValue(storage, CHOSEN, { ...others, ...asked, ...changes });
}

/** All hard questions, open again, so that this wins over every answer the phone has seen. */
export function takenBack(storage: Storage): SharedPreferences {
  const revision = latestIn(readPreferences(storage)) + 1;
  return Object.fromEntries(
    HARD_QUESTIONS.map((question) => [ANSWER_NAMES[question], ['open', revision] as const]),
  );
}

/**
 * Merges the preferences of a watch, where the latest change of each wins. If there are too many, names that this
 * version of Legato does not know are dropped, lowest revisions first.
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

/** What was chosen on the page. It is stored separately, since each key has only one writer. */
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
