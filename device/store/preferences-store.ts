import type { StoredPreferences } from '../../core/state/preferences';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import type { LaunchMemory } from '../watch/launch';
import type { Watch } from '../watch/watch';
import type { StoredFile } from './stored-file';
import { openStored } from './stored-file';

export type PreferencesStore = StoredFile<StoredPreferences>;

/** The person's choices. Opening or changing them tells all pages of the launch whether large text is on. */
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

/** For a page that only needs the text size. */
export function learnTextSize(watch: Pick<Watch, 'disk' | 'launch'>): void {
  if (watch.launch.memory().isLarge === undefined) openPreferences(watch);
}

function tell(memory: LaunchMemory, store: PreferencesStore): void {
  memory.isLarge = store.value().values.largeText;
}
