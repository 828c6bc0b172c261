import { LEGS } from '../../core/body';
import { openQuestions } from '../../core/care/answers';
import { veinsOf } from '../../core/care/veins';
import { SIGNALS } from '../../core/cue/cue';
import type { StoredPreferences } from '../../core/state/preferences';
import { changePreference } from '../../core/state/preferences';
import { WELCOME_FILE } from '../../core/state/welcome';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { StoredFile } from '../../device/store/stored-file';
import { openStored } from '../../device/store/stored-file';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Router } from '../../device/watch/router';
import type { Watch } from '../../device/watch/watch';
import type { WelcomeAction, WelcomeState } from './view';
import { viewWelcome } from './view';

/** The time from one signal to the next: enough to feel the longest, and to read what it means. */
const NEXT_SIGNAL: Millis = 4 * SECOND;

/** How long the page stays lit without a touch. */
const TO_READ: Millis = 60 * SECOND;

/**
 * Explains in a minute what the app is for, how to sit, what each signal means, and lotion mode. It is offered once.
 */
export function openWelcomePage(watch: Watch): Undo {
  const { clock, disk, display, router, scroll, vibrator } = watch;
  const preferences = openPreferences(watch);
  const welcome = openStored(disk, WELCOME_FILE);
  const isKnown = welcome.value() !== undefined;
  if (!isKnown) welcome.write(clock.now());
  let state: WelcomeState = { step: 'what', isKnown };
  let undo: Undo = () => undefined;

  /** Plays a signal and moves on to the next by itself. */
  const feel = (place: number): void => {
    const signal = SIGNALS[place];
    if (signal === undefined) {
      go({ step: 'lotion', isUnsaved: false });
      return;
    }
    const { cueSet, strength } = preferences.value().values;
    vibrator.play(signal, { set: cueSet, strength });
    state = { step: 'feel', signal };
    undo = clock.after(NEXT_SIGNAL, () => {
      feel(place + 1);
    });
    page.show();
  };
  const go = (next: WelcomeState): void => {
    state = next;
    page.show();
    scroll.toTop();
  };
  const act = (action: WelcomeAction): void => {
    undo();
    vibrator.stop();
    display.stayLit(TO_READ);
    switch (action) {
      case 'card':
        router.goInto('card');
        return;
      case 'sit':
        go({ step: 'sit', hasVeins: hasVeins(preferences.value().values) });
        return;
      case 'feel':
        feel(0);
        scroll.toTop();
        return;
      case 'lotion':
        go({ step: 'lotion', isUnsaved: false });
        return;
      case 'useLotion':
        if (useLotion(preferences)) leave(router, preferences);
        else go({ step: 'lotion', isUnsaved: true });
        return;
      case 'done':
        if (state.step === 'lotion') leave(router, preferences);
        else router.goBack();
        return;
    }
  };
  const page = makePage(watch, (frame, text) => viewWelcome(state, frame, text), act);
  display.stayLit(TO_READ);
  page.show();
  return () => {
    undo();
    vibrator.stop();
    page.close();
  };
}

/** At the end, the questions before the first session follow. */
function leave(router: Router, preferences: StoredFile<StoredPreferences>): void {
  if (openQuestions(preferences.value().values).length > 0) router.goTo('questions');
  else router.goBack();
}

function hasVeins(values: StoredPreferences['values']): boolean {
  return LEGS.some((leg) => veinsOf(leg, values).length > 0);
}

/** Returns whether the choice is on disk. */
function useLotion(preferences: StoredFile<StoredPreferences>): boolean {
  return preferences.write(changePreference(preferences.value(), 'lotionMode', true));
}
