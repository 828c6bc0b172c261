import type { StoredPreferences } from '../../core/state/preferences';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import type { LaunchMemory } from '../watch/launch';
import type { Watch } from '../watch/watch';
import type { StoredFile } from './stored-file';
import { openStored } from './stored-file';

export type PreferencesStore = StoredFile<StoredPreferences>;

/** What a person has chosen. All pages of the launch are told whether that is large text, by whoever opens it and whoever changes it. */
export function openPreferences({ disk, launch }: Pick<Watch, 'disk' | 'launch'>): PreferencesStore {
  const store = openStored(disk, PREFERENCES_FILE);
  const memory = launch.memory();
  tell(memory, store);
  return {
    ...store,
    write(next) {
      const isWritten = store.write(next);
      tell(memory, store);
      return isWritten;
    },
  };
}

/** For a page that needs no more of the preferences than this. */
export function learnTextSize(watch: Pick<Watch, 'disk' | 'launch'>): void {
  if (watch.launch.memory().isLarge === undefined) openPreferences(watch);
}

function tell(memory: LaunchMemory, store: PreferencesStore): void {
  memory.isLarge = store.value().values.largeText;
}
