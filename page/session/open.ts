import { keysOf } from '../../core/session/keys';
import type { Command } from '../../core/session/transition';
import { letsScreenSleep } from '../../core/state/preferences';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Host, Hosted } from '../../device/session/host';
import { hostSession } from '../../device/session/host';
import { obeyLocks } from '../../device/session/late-lock';
import { openDimmer } from '../../device/store/dimmer';
import { cueTitle } from '../../device/text/cue-title';
import { makeText } from '../../device/text/text';
import type { Frame } from '../../device/ui/frame';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Clock, Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { Answering } from './answering';
import { answering } from './answering';
import { openAsks } from './asks';
import { aboveQuestion } from './below';
import { layoutSession } from './layout';
import { hearFirst } from './hear-first';
import type { TalkingWatch } from './hear-locks';
import { hearLocks } from './hear-locks';
import { sessionLight } from './light';
import { listen, obey } from './listen';
import type { SessionScreen } from './state';
import { sessionScreen } from './state';
import { whatFollows } from './over';
import { noteStop } from './stopping';
import type { Answered } from './take-answer';
import { ANSWERS, answerAsk, askFor, canAsk, isGrave } from './take-answer';
import type { SessionAction, SessionState } from './view';
import { viewSession } from './view';

/** Shows the session on disk and keeps it going until the page is closed. */
export function openSessionPage(watch: TalkingWatch): Undo {
  const { clock, disk, display, launch, notifications, system } = watch;
  const stored = openPreferences(watch);
  const preferences = stored.value().values;
  const asks = openAsks(watch, stored);
  let isLeaving = false;
  const note = (what: Command): void => {
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
  const blink = blinking(clock, refresh);
  let shown: SessionState | undefined;
  let seenOn: Frame | undefined;

  const page = makePage<SessionAction>(
    watch,
    (frame) => {
      seenOn = frame;
      return shown ? viewSession(shown, frame, text) : [];
    },
    (action) => {
      const above = (): number => (shown && seenOn ? aboveQuestion(shown, layoutSession(seenOn)) : 0);
      const answer = ANSWERS.find((each) => each === action);
      answers.touched(answer);
      if (conductor && !answer) act(action, watch, conductor, screen, note, above);
    },
  );
  const ears = listen(watch, screen, () => conductor, preferences.flipPauses, { answers, before: note });
  notifications.clear();
  display.reopenOnWake(true);
  let conductor: Hosted | undefined = undefined;
  const host: Host = {
    preferences,
    titleOf: (cue) => cueTitle(text, cue),
    show(session, saved, bare, isOff) {
      if (follows.isFollowed()) return;
      const asked = shown?.ask;
      shown = screen.state({ session, saved, bare, isOff });
      // A touch or key that was meant for what was there before does not answer.
      if (shown.ask && !asked && conductor) answers.covered();
      page.show();
      ears.suit();
      light.suit(session, shown.look === 'black');
      blink.suit(session.pausedFor);
    },
    over(session, kept, isStopNoted) {
      answers.close();
      follows.over(session, kept, isStopNoted);
    },
  };
  const taken = hostSession(watch, host);
  if (!taken) {
    leaveToStart(watch);
    return ears.close;
  }
  conductor = hearFirst(watch, taken);
  const undoHear = hearLocks(watch, stored.value(), () => {
    conductor = conductor && withoutLocked(watch, conductor, host, screen, answers);
  });
  return () => {
    isLeaving = true;
    undoHear();
    answers.close(isGrave);
    follows.close();
    blink.close();
    if (conductor) conductor.leave();
    ears.close();
    light.release();
    page.close();
  };
}

/** The session after the watch has heard of a lock; undefined if there is none any more. */
function withoutLocked(
  watch: Watch,
  session: Hosted,
  host: Host,
  screen: SessionScreen,
  answers: Pick<Answering<Answered>, 'covered'>,
): Hosted | undefined {
  const obeyed = obeyLocks(watch, session);
  switch (obeyed.kind) {
    case 'goesOn':
      return session;
    case 'gone':
      leaveToStart(watch);
      return undefined;
    case 'over':
      return hostSession(watch, host);
    case 'leftOut': {
      // A touch that was meant for a leg that is left out does not answer for another.
      answers.covered();
      screen.leftOut(obeyed.legs);
      const next = hostSession(watch, host);
      const { cueSet, strength } = host.preferences;
      // A person who does not look at the watch has to know that it is the other leg now.
      if (obeyed.isOtherFirst) watch.vibrator.play('switchLeg', { set: cueSet, strength });
      return next;
    }
  }
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

/** Shows a pause again at each of its seconds. */
function blinking(clock: Pick<Clock, 'after'>, refresh: () => void) {
  let undo: Undo = () => undefined;
  return {
    suit(pausedFor: Millis | undefined) {
      undo();
      if (pausedFor !== undefined) undo = clock.after(SECOND - (pausedFor % SECOND), refresh);
    },
    close() {
      undo();
    },
  };
}

function leaveToStart({ display, router }: Watch): void {
  display.reopenOnWake(false);
  router.goTo('start');
}
