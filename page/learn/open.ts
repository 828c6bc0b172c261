import { SIGNALS } from '../../core/cue/cue';
import type { Signal } from '../../core/cue/cue';
import type { Quiz } from '../../core/cue/quiz';
import { answer, makeQuiz, question } from '../../core/cue/quiz';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { watchDisk } from '../../device/watch/disk';
import { pageHaptics, playFromService } from '../../device/watch/vibrator';
import type { PreferencesStore } from '../../device/store/preferences-store';
import { openPreferences } from '../../device/store/preferences-store';
import { goBack } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
import { scrollToTop } from '../../device/watch/scroll';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import type { LearnAction } from './view';
import { viewLearn } from './view';

/** Lets the person feel each cue, and then find out whether they can tell them apart. */
export function openLearnPage(): Undo {
  const preferences = openPreferences(watchDisk);
  const haptics = pageHaptics(watchClock);
  const frame = wholeScreen();
  let quiz: Quiz | undefined;

  const elements = () => {
    const { cueSet, letScreenSleep } = preferences.values();
    return viewLearn(
      { wide: cueSet === 'wide', dark: letScreenSleep, ...(quiz ? { quiz } : {}) },
      frame,
      text,
    );
  };
  const play = (signal: Signal | undefined): void => {
    const { cueSet, strength, letScreenSleep } = preferences.values();
    if (signal === undefined) return;
    haptics.stop();
    if (letScreenSleep) playFromService(signal, strength);
    else haptics.play(signal, { set: cueSet, strength });
  };
  const act = (action: LearnAction): void => {
    switch (action) {
      case 'test':
        quiz = makeQuiz(Math.random);
        play(question(quiz));
        break;
      case 'again':
        if (quiz) play(question(quiz));
        break;
      case 'wider':
        // The offer stands for as long as the disk does not take the choice.
        if (useWide(preferences)) quiz = undefined;
        break;
      case 'done':
        goBack();
        return;
      default: {
        const signal = SIGNALS.find((known) => action === `signal${known}`);
        if (!quiz) play(signal);
        else if (signal !== undefined) {
          quiz = answer(quiz, signal);
          play(question(quiz));
        }
      }
    }
    mounted.update(elements());
    // A page that gets shorter would stay scrolled past its end.
    if (action === 'test' || action === 'wider' || (quiz && question(quiz) === undefined)) scrollToTop();
  };
  const mounted = mount(elements(), act);
  return () => {
    haptics.stop();
    mounted.unmount();
  };
}

/** Wide cues need a lit screen. Answers whether both choices are on disk. */
function useWide(preferences: PreferencesStore): boolean {
  const now = watchClock.now();
  return preferences.change('cueSet', 'wide', now) && preferences.change('letScreenSleep', false, now);
}
