import { NOT_TRIED, verdictOf } from '../../core/check/proof';
import { BRIEF_SIGNALS, SIGNALS } from '../../core/cue/cue';
import type { FeltSignal } from '../../core/cue/cue';
import type { Quiz } from '../../core/lesson/quiz';
import { answer, goOn, makeQuiz, stageOf } from '../../core/lesson/quiz';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import type { StoredPreferences } from '../../core/state/preferences';
import { changePreference, letsScreenSleep } from '../../core/state/preferences';
import { readChecked } from '../../device/store/checked';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { LearnAction } from './view';
import { viewLearn } from './view';

/** Lets the person feel each cue, and then test whether they can tell them apart. */
export function openLearnPage(watch: Watch): Undo {
  const { disk, random, router, scroll, system, vibrator } = watch;
  const whole = verdictOf(readChecked(disk, system) ?? NOT_TRIED) === 'whole';
  const preferences = openPreferences(watch);
  let quiz: Quiz | undefined;

  const play = (signal: FeltSignal): void => {
    const { cueSet, strength } = preferences.value().values;
    vibrator.play(signal, { set: cueSet, strength });
  };
  /** Plays the signal of the present question; does nothing after the last one. */
  const playAsked = (): void => {
    const stage = quiz ? stageOf(quiz) : undefined;
    if (stage && stage.kind !== 'over') play(stage.question.signal);
  };
  const act = (action: LearnAction): void => {
    switch (action) {
      case 'test':
        quiz = makeQuiz(
          letsScreenSleep(preferences.value().values) && !whole ? 'brief' : 'full',
          makeRoutine(DEFAULT_PLAN),
          random,
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
        // If the disk does not take the choice, the offer stays.
        if (preferences.write(wideAndLit(preferences.value()))) quiz = undefined;
        break;
      case 'done':
        router.goBack();
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
    page.show();
    // A page that gets shorter would stay scrolled past its end, and the new content is at its top.
    if (quiz ? action !== 'again' : action === 'wider') scroll.toTop();
  };
  const page = makePage(
    watch,
    (frame, text) => {
      const chosen = preferences.value().values;
      const state = {
        wide: chosen.cueSet === 'wide',
        dark: letsScreenSleep(chosen),
        ...{ whole, ...(quiz ? { quiz } : {}), ...quietNow(watch) },
      };
      return viewLearn(state, frame, text);
    },
    act,
  );
  page.show();
  return () => {
    vibrator.stop();
    page.close();
  };
}

/** The mode that is on now, in which nothing is felt. */
function quietNow({ modes }: Pick<Watch, 'modes'>) {
  const quiet = modes.quiet();
  return quiet ? { quiet } : {};
}

/** Wide cues need a lit screen. */
function wideAndLit(preferences: StoredPreferences): StoredPreferences {
  return changePreference(changePreference(preferences, 'cueSet', 'wide'), 'letScreenSleep', false);
}
