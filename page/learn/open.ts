import { BRIEF_SIGNALS, SIGNALS } from '../../core/cue/cue';
import type { FeltSignal } from '../../core/cue/cue';
import type { Quiz } from '../../core/cue/quiz';
import { answer, goOn, makeQuiz, stageOf } from '../../core/cue/quiz';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/routine';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { watchDisk } from '../../device/watch/disk';
import { pageHaptics } from '../../device/watch/vibrator';
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
  const play = (signal: FeltSignal): void => {
    const { cueSet, strength } = preferences.values();
    haptics.play(signal, { set: cueSet, strength });
  };
  /** Plays what a test is about at its present stage; one that is over is about nothing. */
  const playAsked = (): void => {
    const stage = quiz ? stageOf(quiz) : undefined;
    if (stage && stage.kind !== 'over') play(stage.question.signal);
  };
  const act = (action: LearnAction): void => {
    switch (action) {
      case 'test':
        quiz = makeQuiz(
          preferences.values().letScreenSleep ? 'brief' : 'full',
          makeRoutine(DEFAULT_PLAN),
          Math.random,
        );
        playAsked();
        break;
      case 'again':
        playAsked();
        break;
      case 'next':
        if (quiz) quiz = goOn(quiz);
        playAsked();
        break;
      case 'wider':
        // The offer stands for as long as the disk does not take the choice.
        if (useWide(preferences)) quiz = undefined;
        break;
      case 'done':
        goBack();
        return;
      default: {
        const signal = [...SIGNALS, ...BRIEF_SIGNALS].find(
          (known) => action === `signal${known}` || action === `brief${known}`,
        );
        if (signal === undefined) break;
        if (quiz) quiz = answer(quiz, signal);
        else play(signal);
      }
    }
    mounted.update(elements());
    // A page that gets shorter would stay scrolled past its end, and what it says now stands at its top.
    if (quiz ? action !== 'again' : action === 'wider') scrollToTop();
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
