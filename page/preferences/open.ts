import type { Preferences, StoredPreferences } from '../../core/state/preferences';
import { changePreference, PREFERENCES } from '../../core/state/preferences';
import type { StoredFile } from '../../device/store/stored-file';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { PreferencesAction, ShownPreference } from './view';
import { viewPreferences } from './view';

/** Lets the person choose; every choice is on disk before it is shown. */
export function openPreferencesPage(watch: Watch): Undo {
  const { router } = watch;
  const store = openPreferences(watch);
  let unsaved: ShownPreference | undefined;

  const choose = (name: ShownPreference): void => {
    const isKept = chooseNext(store, name);
    unsaved = isKept ? undefined : name;
    page.show();
  };
  const act = (action: PreferencesAction): void => {
    switch (action) {
      case 'reminders':
      case 'questions':
      case 'veins':
      case 'learn':
      case 'check':
        router.goInto(action);
        return;
      case 'done':
        router.goBack();
        return;
      case 'strength':
      case 'cueSet':
      case 'lotionMode':
      case 'flipPauses':
      case 'letScreenSleep':
      case 'darkLook':
      case 'askToLeave':
      case 'earlySignal':
      case 'largeText':
        choose(action);
        return;
    }
  };
  const page = makePage(
    watch,
    (frame, text) => viewPreferences({ preferences: store.value().values, unsaved }, frame, text),
    act,
  );
  page.show();
  return page.close;
}

/** Moves on to the next value, from the last to the first. Returns whether it is on disk. */
function chooseNext(store: StoredFile<StoredPreferences>, name: ShownPreference): boolean {
  const choices: readonly Preferences[ShownPreference][] = PREFERENCES[name];
  const before = store.value();
  const next = choices[(choices.indexOf(before.values[name]) + 1) % choices.length];
  return next !== undefined && store.write(changePreference(before, name, next));
}
