import type { Here } from '../../core/calendar/day';
import type { StoredPreferences } from '../../core/state/preferences';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import { utcOffsetAt } from '../watch/clock';
import type { Choices, LaunchMemory } from '../watch/launch';
import type { Watch } from '../watch/watch';
import type { StoredFile } from './stored-file';
import { openStored } from './stored-file';

export type PreferencesStore = StoredFile<StoredPreferences>;

/** The person's choices. Opening or changing them tells all pages of the launch the text size and when a day ends. */
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

/** For a page that only needs what the launch remembers of them. */
export function learnChoices(watch: Pick<Watch, 'disk' | 'launch'>): Choices {
  return watch.launch.memory().choices ?? openPreferences(watch).value().values;
}

/** The present place and time, for a page. */
export function hereNow(watch: Pick<Watch, 'clock' | 'disk' | 'launch'>): Here {
  const now = watch.clock.now();
  return { now, utcOffset: utcOffsetAt(now), dayEnd: learnChoices(watch).dayEnd };
}

function tell(memory: LaunchMemory, store: PreferencesStore): void {
  memory.choices = store.value().values;
}
