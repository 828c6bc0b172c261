import type { Preferences } from '../../core/state/preferences';
import { PREFERENCES } from '../../core/state/preferences';
import type { PreferencesStore } from '../../device/store/preferences-store';
import { openPreferences } from '../../device/store/preferences-store';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { PreferencesAction, ShownPreference } from './view';
import { viewPreferences } from './view';

/** Lets the person choose; every choice is on disk before it is shown. */
export function openPreferencesPage(watch: Watch): Undo {
  const { disk, router } = watch;
  const store = openPreferences(disk);
  let unsaved: ShownPreference | undefined;

  const choose = (name: ShownPreference): void => {
    const isKept = chooseNext(store, name);
    unsaved = isKept ? undefined : name;
    page.show();
  };
  const act = (action: PreferencesAction): void => {
    switch (action) {
      case 'learn':
        router.goInto('learn');
        return;
      case 'check':
        router.goInto('check');
        return;
      case 'done':
        router.goBack();
        return;
      case 'strength':
      case 'cueSet':
      case 'lotionMode':
      case 'flipPauses':
      case 'letScreenSleep':
        choose(action);
        return;
    }
  };
  const page = makePage(
    watch,
    (frame, text) => viewPreferences({ preferences: store.values(), unsaved }, frame, text),
    act,
  );
  page.show();
  return page.close;
}

/** Goes on to the next choice, after the last one to the first. Answers whether it is on disk. */
function chooseNext(store: PreferencesStore, name: ShownPreference): boolean {
  const choices: readonly Preferences[ShownPreference][] = PREFERENCES[name];
  const next = choices[(choices.indexOf(store.values()[name]) + 1) % choices.length];
  return next !== undefined && store.change(name, next);
}
