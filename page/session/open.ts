import { keysOf } from '../../core/session/keys';
import type { Command } from '../../core/session/transition';
import { letsScreenSleep } from '../../core/state/preferences';
import type { Hosted } from '../../device/session/host';
import { hostSession } from '../../device/session/host';
import { openDimmer } from '../../device/store/dimmer';
import { cueTitle } from '../../device/text/cue-title';
import { makeText } from '../../device/text/text';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { answering } from './answering';
import { openAsks } from './asks';
import { hearFirst } from './hear-first';
import { sessionLight } from './light';
import { listen, obey } from './listen';
import type { SessionScreen } from './state';
import { sessionScreen } from './state';
import { whatFollows } from './over';
import { noteStop } from './stopping';
import { sessionPicture } from './picture';
import type { Answered } from './take-answer';
import { ANSWERS, answerAsk, askFor, canAsk, isGrave } from './take-answer';
import type { SessionAction } from './view';

/** Shows the session on disk and keeps it going until the page is closed. */
export function openSessionPage(watch: Watch): Undo {
  const { clock, disk, display, launch, notifications, system } = watch;
  const stored = openPreferences(watch);
  const preferences = stored.value().values;
  const asks = openAsks(watch, stored);
  let isLeaving = false;
  const note = (what: Command): void => {
    const shown = picture.shown();
    if (shown) noteStop(watch, what, shown.session.activity.leg, asks.today);
  };
  const refresh = (): void => {
    if (conductor) conductor.refresh();
  };
  const answers = answering<Answered>(
    clock,
    (answer) => {
      if (conductor) answerAsk(answer, { session: conductor, watch, asks, before: note, isLeaving });
    },
    refresh,
    isGrave,
  );
  const screen = sessionScreen(preferences, keysOf(system.keyNumber()), clock, launch.memory(), {
    askFor: (session, isLocked) => askFor(session, isLocked, asks, answers.waiting()),
    hasQuestion: (session) => asks.question() !== undefined && (!session || canAsk(session)),
    veins: asks.veins,
  });
  const light = sessionLight(display, openDimmer(disk, display), letsScreenSleep(preferences));
  const follows = whatFollows(watch, { preferences, today: asks.today, screen, light, refresh });
  const text = makeText(watch.texts);
  const picture = sessionPicture(
    watch,
    (action) => {
      const answer = ANSWERS.find((each) => each === action);
      answers.touched(answer);
      if (conductor && !answer) act(action, watch, conductor, screen, note, picture.aboveQuestion);
    },
    refresh,
  );
  const ears = listen(watch, screen, () => conductor, preferences.flipPauses, { answers, before: note });
  notifications.clear();
  display.reopenOnWake(true);
  let conductor: Hosted | undefined = undefined;
  const taken = hostSession(watch, {
    preferences,
    titleOf: (cue) => cueTitle(text, cue),
    show(session, saved, bare, isOff) {
      if (follows.isFollowed()) return;
      const state = screen.state({ session, saved, bare, isOff });
      // A touch or key that was meant for what was there before does not answer.
      if (state.ask && !picture.shown()?.ask && conductor) answers.covered();
      picture.show(state);
      ears.suit();
      light.suit(session, state.look === 'black');
    },
    over(session, kept, isStopNoted) {
      answers.close();
      follows.over(session, kept, isStopNoted);
    },
  });
  if (!taken) {
    leaveToStart(watch);
    return ears.close;
  }
  conductor = hearFirst(watch, taken);
  return () => {
    isLeaving = true;
    answers.close(isGrave);
    follows.close();
    taken.leave();
    ears.close();
    light.release();
    picture.close();
  };
}

/** Handles a touch. After an action below the screen, scrolls up to show its effect. */
function act(
  action: SessionAction,
  watch: Watch,
  session: Hosted,
  screen: SessionScreen,
  before: (what: Command) => void,
  aboveQuestion: () => number,
): void {
  const { scroll } = watch;
  if (action === 'askEnd') {
    screen.askEnd(session.isLittleDone());
    session.refresh();
    scroll.downTo(aboveQuestion());
    return;
  }
  if (action !== 'touchDark') scroll.toTop();
  const command = screen.touched(action);
  if (action === 'discard' && session.discard()) {
    leaveToStart(watch);
    return;
  }
  if (action === 'discard') screen.notDiscarded();
  obey(session, command, before);
}

function leaveToStart({ display, router }: Watch): void {
  display.reopenOnWake(false);
  router.goTo('start');
}
