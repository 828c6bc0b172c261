import type { StoredReminders } from '../../core/reminder/reminders-file';
import { remindersAmong } from '../../core/reminder/reminders-file';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import { latestIn } from '../../core/link/shared-preferences';
import type { Result } from '../../core/result';
import { putAllChosen, readPreferences } from '../preferences';
import type { Storage } from '../storage';

/**
 * The reminders of the watches, including what was chosen here. A change to them wins over everything this phone has
 * seen.
 */
export function remindersIn(preferences: SharedPreferences): StoredReminders {
  return { shared: remindersAmong(preferences), seen: latestIn(preferences) };
}

/** Changes reminders on the phone; the watches receive them like any preference. */
export function changeReminders(
  storage: Storage,
  change: (reminders: StoredReminders) => StoredReminders,
): Result<void, 'notStored'> {
  const before = remindersIn(readPreferences(storage));
  const { shared } = change(before);
  const changed = Object.entries(shared).filter(([name, entry]) => entry !== before.shared[name]);
  return putAllChosen(storage, Object.fromEntries(changed));
}
