import { legsLockedByAnswer } from '../../core/care/answers';
import { keysOf } from '../../core/session/keys';
import type { Command } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import { patternLength, patternOf } from '../../core/cue/pattern';
import type { EndedSession } from '../../core/session/session';
import type { Preferences } from '../../core/state/preferences';
import { letsScreenSleep } from '../../core/state/preferences';
import type { Instant, Millis } from '../../core/time';
import { MINUTE, SECOND } from '../../core/time';
import type { Hosted } from '../../device/session/host';
import { hostSession } from '../../device/session/host';
import { openCareStore } from '../../device/store/care-store';
import { openDimmer } from '../../device/store/dimmer';
import { lockLegs } from '../../device/store/lock-legs';
import { cueTitle } from '../../device/text/cue-title';
import { makeText } from '../../device/text/text';
import type { Frame } from '../../device/ui/frame';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { answering } from './answering';
import type { Ask } from './ask';
import type { Asks } from './asks';
import { openAsks } from './asks';
import { aboveQuestion } from './below';
import { layoutSession } from './layout';
import { hearFirst } from './hear-first';
import { sessionLight } from './light';
import { listen, obey } from './listen';
import type { SessionScreen } from './state';
import { sessionScreen } from './state';
import { noteStop, stoppedIn } from './stopping';
import type { SessionAction, SessionState } from './view';
import { viewSession } from './view';

/** How long a page stays lit while it retries to save a record that the disk did not take. */
const TRIES_TO_KEEP: Millis = MINUTE;

/** Shows the session on disk and keeps it going until the page is closed. */
export function openSessionPage(watch: Watch): Undo {
  const { clock, disk, display, launch, notifications, router, system, vibrator } = watch;
  const stored = openPreferences(watch);
  const preferences = stored.value().values;
  const asks = openAsks(watch, stored);
  let isLeaving = false;
  const note = (what: Command): void => {
    if (shown) noteStop(watch, what, shown.session.activity.leg, asks.today);
  };
  const answers = answering<Answered>(
    clock,
    (answer) => {
      if (conductor) answerAsk(answer, { session: conductor, watch, asks, before: note, isLeaving });
    },
    () => conductor?.refresh(),
  );
  const screen = sessionScreen(preferences, keysOf(system.keyNumber()), clock, launch.memory(), {
    askFor: (session, isLocked) => askFor(session, isLocked, asks, answers.waiting()),
    hasQuestion: (session) => asks.question() !== undefined && (!session || canAsk(session)),
    veins: asks.veins,
  });
  const light = sessionLight(display, openDimmer(disk, display), letsScreenSleep(preferences));
  const text = makeText(watch.texts);
  let undoGoOn: Undo = () => undefined;
  let undoBlink: Undo = () => undefined;
  let shown: SessionState | undefined;
  /** Whether the summary follows at once, so that nothing drawn here would be seen. */
  let isFollowed = false;

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
  const ears = listen(watch, screen, () => conductor, preferences.flipPauses, {
    covered() {
      answers.covered();
    },
    before: note,
  });
  notifications.clear();
  display.reopenOnWake(true);
  let conductor: Hosted | undefined = undefined;
  const taken = hostSession(watch, {
    preferences,
    titleOf: (cue) => cueTitle(text, cue),
    show(session, saved, bare, isOff) {
      if (isFollowed) return;
      shown = screen.state({ session, saved, bare, isOff });
      page.show();
      ears.suit();
      light.suit(session, shown.look === 'black');
      undoBlink();
      if (session.pausedFor !== undefined) {
        undoBlink = clock.after(SECOND - (session.pausedFor % SECOND), () => conductor?.refresh());
      }
    },
    over(session, kept, isStopNoted) {
      display.reopenOnWake(false);
      answers.close();
      const { stopped, hasSaidWhy } = launch.memory();
      if (session.stop || stopped || (isStopNoted && hasSaidWhy !== true)) {
        // A person in pain is helped first, whether or not the disk took everything; the next start retries.
        vibrator.stop();
        launch.memory().stopped = stopped ?? stoppedIn(session, asks.today);
        isFollowed = true;
        undoGoOn = clock.after(0, () => {
          router.goTo('hurts');
        });
        return;
      }
      // A record that the disk did not take is still in the session file; the next start retries.
      screen.over(kept);
      if (!kept) {
        // In the dark, timers stop and so do the retries.
        light.release();
        display.stayLit(TRIES_TO_KEEP);
        return;
      }
      notifications.clear();
      const wait = untilFelt(session, preferences, clock.now());
      isFollowed = wait === 0;
      undoGoOn = clock.after(wait, () => {
        router.goTo('summary');
        undoGoOn = clock.after(SECOND, () => {
          isFollowed = false;
          conductor?.refresh();
        });
      });
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
    undoGoOn();
    undoBlink();
    taken.leave();
    ears.close();
    light.release();
    page.close();
  };
}

/** What a touch can answer. */
const ANSWERS = ['fine', 'stopAtSign', 'no', 'yes'] as const;
type Answered = (typeof ANSWERS)[number];

/**
 * Whether the answer counts even if the page is left right after: leaving does not take back a report that something is
 * wrong.
 */
function isGrave(answer: Answered): boolean {
  return answer === 'stopAtSign' || answer === 'yes';
}

/** What is needed to handle an answer. */
interface Taking {
  readonly session: Hosted;
  readonly watch: Watch;
  readonly asks: Asks;
  /** Called with a command before the session gets it. */
  readonly before: (what: Command) => void;
  /** Whether the page is closing, so that it cannot open another one. */
  readonly isLeaving: boolean;
}

function answerAsk(answer: Answered, { session, watch, asks, before, isLeaving }: Taking): void {
  switch (answer) {
    case 'fine':
      session.tell('touch');
      return;
    case 'stopAtSign':
      obey(session, 'stopAtSign', before);
      return;
    case 'no':
      asks.answerNo();
      session.refresh();
      return;
    case 'yes':
      // Almost nothing has been massaged yet. If the disk does not take the discard, the session is ended.
      if (isLeaving) lockAtYes(watch, asks);
      else watch.launch.memory().saidYes = asks.question();
      if (!session.discard()) session.tell('end');
      watch.display.reopenOnWake(false);
      if (!isLeaving) watch.router.goTo('questions');
      return;
  }
}

/** What to ask before the current leg is touched; undefined once answered, and for an interrupted session. */
function askFor(
  session: SessionView,
  isLocked: boolean,
  asks: Asks,
  waiting: Answered | undefined,
): Ask | undefined {
  if (session.interrupted || waiting === 'fine' || waiting === 'no') return undefined;
  const question = asks.question();
  if (canAsk(session) && !isLocked && question) return { kind: 'question', question };
  const { activity, isTouched } = session;
  return isTouched || activity.kind === 'zone' ? undefined : asks.signOf(activity.leg);
}

/** Whether it is time for an open question from before the first session; not in an interrupted session. */
function canAsk({ isSettling, interrupted }: SessionView): boolean {
  return isSettling && !interrupted;
}

/**
 * Locks legs after a yes when it is too late to ask which leg it concerns. The lock is stored before the answer.
 */
function lockAtYes(watch: Watch, asks: Asks): void {
  const question = asks.question();
  if (!question) return;
  const legs = legsLockedByAnswer(question, undefined);
  if (lockLegs(watch, openCareStore(watch.disk, watch.launch.memory()), legs, { by: 'ask', question }))
    asks.answerYes();
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

/** How long the final cue is still felt; closing the page would cut off its pattern. */
function untilFelt({ ending, endedAt }: EndedSession, { cueSet }: Preferences, now: Instant): Millis {
  const isFelt = ending === 'finished' && now - endedAt < SECOND;
  return isFelt ? patternLength(patternOf('finish', cueSet)) : 0;
}
