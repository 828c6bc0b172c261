import type { PreferenceName, Preferences } from '../../core/state/preferences';
import { PREFERENCES } from '../../core/state/preferences';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { askForServices, mayRunServices } from '../../device/watch/permission';
import { watchDisk } from '../../device/watch/disk';
import type { PreferencesStore } from '../../device/store/preferences-store';
import { openPreferences } from '../../device/store/preferences-store';
import { CHECK_PAGE, goBack, goInto, LEARN_PAGE } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
import { text } from '../../device/text/text';
import { hasTimer } from '../../device/watch/system';
import { mount } from '../../device/ui/mount';
import type { PreferencesAction, ShownPreference } from './view';
import { viewPreferences } from './view';

/** Lets the person choose; every choice is on disk before it is shown. */
export function openPreferencesPage(): Undo {
  const store = openPreferences(watchDisk);
  const frame = wholeScreen();
  const elements = (unsaved?: ShownPreference) =>
    viewPreferences({ preferences: store.values(), hasTimer: hasTimer(), unsaved }, frame, text);
  const act = (action: PreferencesAction): void => {
    switch (action) {
      case 'learn':
        goInto(LEARN_PAGE);
        return;
      case 'check':
        goInto(CHECK_PAGE);
        return;
      case 'done':
        goBack();
        return;
      case 'strength':
      case 'cueSet':
      case 'lotionMode':
      case 'flipPauses':
      case 'letScreenSleep':
      case 'timerCarrier':
        if (!chooseNext(store, action)) {
          mounted.update(elements(action));
          return;
        }
        if (action === 'timerCarrier' && store.values().timerCarrier && !mayRunServices()) askForServices();
        mounted.update(elements());
        return;
    }
  };
  const mounted = mount(elements(), act);
  return () => {
    mounted.unmount();
  };
}

/** Goes on to the next choice, after the last one to the first. Answers whether it is on disk. */
function chooseNext(store: PreferencesStore, name: PreferenceName): boolean {
  const choices: readonly Preferences[PreferenceName][] = PREFERENCES[name];
  const next = choices[(choices.indexOf(store.values()[name]) + 1) % choices.length];
  return next !== undefined && store.change(name, next, watchClock.now());
}
