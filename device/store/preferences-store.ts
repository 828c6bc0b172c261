import type { PreferenceName, Preferences, StoredPreferences } from '../../core/state/preferences';
import {
  changePreference,
  makePreferences,
  parsePreferences,
  UNCHANGED_PREFERENCES,
} from '../../core/state/preferences';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

/** What the person has chosen, on disk. */
export interface PreferencesStore {
  values(): Preferences;
  stored(): StoredPreferences;
  /** Whether anything could not be read and was at its default when the store was opened. */
  readonly damaged: boolean;
  /** Answers whether the choice is on disk; when it is not, the one before still holds. The same goes for all at once. */
  change<Name extends Exclude<PreferenceName, 'firstLeg'>>(name: Name, value: Preferences[Name]): boolean;
  replace(preferences: StoredPreferences): boolean;
}

export function openPreferences(disk: Disk): PreferencesStore {
  const file = openSlotted(disk, 'preferences');
  const payload = file.payload();
  const parsed = payload === undefined ? undefined : parsePreferences(payload);
  if (parsed && parsed.problems.length > 0) file.setAside();
  let current = parsed ? parsed.preferences : UNCHANGED_PREFERENCES;
  const replace = (preferences: StoredPreferences): boolean => {
    const isKept = file.write(makePreferences(preferences));
    if (isKept) current = preferences;
    return isKept;
  };
  return {
    values: () => current.values,
    stored: () => current,
    damaged: parsed ? parsed.problems.length > 0 : file.lost,
    change: (name, value) => replace(changePreference(current, name, value)),
    replace,
  };
}
