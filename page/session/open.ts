import type { Day } from '../../core/calendar/day';
import { signOfDay } from '../../core/care/sign-of-day';
import { stretchAt } from '../../core/session/course';
import { keysOf } from '../../core/session/keys';
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
import type { Stopped } from '../../device/watch/launch';
import type { Watch } from '../../device/watch/watch';
import { answering } from './answering';
import type { Ask } from './ask';
import type { Asks } from './asks';
import { openAsks } from './asks';
import { aboveQuestion } from './below';
import { layoutSession } from './layout';
import { sessionLight } from './light';
import { listen, obey } from './listen';
import type { SessionScreen } from './state';
import { sessionScreen } from './state';
import type { SessionAction, SessionState } from './view';
import { viewSession } from './view';

/** How long a page stays lit whose record the disk did not take, while it tries again. */
const TRIES_TO_KEEP: Millis = MINUTE;

/** Shows the session that is on disk and keeps it going until the page is closed. */
export function openSessionPage(watch: Watch): Undo {
  const { clock, disk, display, launch, notifications, router, system, vibrator } = watch;
  const stored = openPreferences(watch);
  const preferences = stored.value().values;
  const asks = openAsks(watch, stored);
  const answers = answering<Answered>(
    clock,
    (answer) => {
      if (conductor) answerAsk(answer, conductor, watch, asks);
    },
    () => conductor?.refresh(),
  );
  const screen = sessionScreen(preferences, keysOf(system.keyNumber()), clock, launch.memory(), {
    askFor: (session, isLocked) => askFor(session, isLocked, asks, answers.waiting()),
    veins: asks.veins,
  });
  const light = sessionLight(display, openDimmer(disk, display), letsScreenSleep(preferences));
  const text = makeText(watch.texts);
  let undoGoOn: Undo = () => undefined;
  let undoBlink: Undo = () => undefined;
  let shown: SessionState | undefined;
  /** Whether the summary follows at once, so that nobody would see what is drawn. */
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
      if (conductor && !answer) act(action, watch, conductor, screen, above);
    },
  );
  const ears = listen(
    watch,
    screen,
    () => conductor,
    preferences.flipPauses,
    () => {
      answers.covered();
    },
  );
  notifications.clear();
  display.reopenOnWake(true);
  const conductor = hostSession(watch, {
    titleOf: (cue) => cueTitle(text, cue),
    show(session, saved, bare, isOff) {
      shown = screen.state({ session, saved, bare, isOff });
      if (!isFollowed) page.show();
      ears.suit();
      light.suit(session, shown.look === 'black');
      undoBlink();
      if (session.pausedFor !== undefined) {
        undoBlink = clock.after(SECOND - (session.pausedFor % SECOND), () => conductor?.refresh());
      }
    },
    over(session, kept) {
      display.reopenOnWake(false);
      answers.close();
      if (session.stop) {
        // Whoever is in pain is helped first, whatever the disk says; what it did not take, the next start tries again.
        vibrator.stop();
        launch.memory().stopped = stopOf(session, asks.today, watch);
        isFollowed = true;
        undoGoOn = clock.after(0, () => {
          router.goTo('hurts');
        });
        return;
      }
      // A record that the disk did not take is still in the session file; the next start tries again.
      screen.over(kept);
      if (!kept) {
        // Timers stand still in the dark, and with them the next try.
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
          page.show();
        });
      });
    },
  });
  if (!conductor) {
    leaveToStart(watch);
    return ears.close;
  }
  return () => {
    answers.close();
    undoGoOn();
    undoBlink();
    conductor.leave();
    ears.close();
    light.release();
    page.close();
  };
}

/** What a touch can answer. */
const ANSWERS = ['fine', 'stopAtSign', 'no', 'yes'] as const;
type Answered = (typeof ANSWERS)[number];

function answerAsk(answer: Answered, session: Hosted, watch: Watch, asks: Asks): void {
  switch (answer) {
    case 'fine':
      session.tell('touch');
      return;
    case 'stopAtSign':
      session.tell('stopAtSign');
      return;
    case 'no':
      asks.answerNo();
      session.refresh();
      return;
    case 'yes':
      // Nothing was massaged so far. Where the disk does not take that, the session is ended.
      watch.launch.memory().saidYes = asks.question();
      if (!session.discard()) session.tell('end');
      watch.display.reopenOnWake(false);
      watch.router.goTo('questions');
      return;
  }
}

/** What is asked before the leg in hand is touched: not once it was answered, and not of who was cut off. */
function askFor(
  { activity, interrupted, isTouched }: SessionView,
  isLocked: boolean,
  asks: Asks,
  waiting: Answered | undefined,
): Ask | undefined {
  if (activity.kind === 'zone' || interrupted || waiting === 'fine' || waiting === 'no') return undefined;
  const question = asks.question();
  if (activity.kind === 'prepare' && !isLocked && question) return { kind: 'question', question };
  return isTouched ? undefined : asks.signOf(activity.leg);
}

/** Where a person was who has stopped. The leg of which a sign is there is locked before anything else is shown. */
function stopOf({ id, course, elapsed, stop }: EndedSession, today: Day, watch: Watch): Stopped {
  const { leg } = stretchAt(course, elapsed).activity;
  if (stop !== 'sign') return { session: id, leg };
  const sign = signOfDay(today, leg);
  lockLegs(watch, openCareStore(watch.disk), [leg], { by: 'sign', sign });
  return { session: id, leg, sign };
}

/** Does what was touched. What was touched below has been done, and is seen above. */
function act(
  action: SessionAction,
  watch: Watch,
  session: Hosted,
  screen: SessionScreen,
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
  obey(session, command);
}

function leaveToStart({ display, router }: Watch): void {
  display.reopenOnWake(false);
  router.goTo('start');
}

/** How long the cue that ends the routine is still felt: the pattern ends with its page. */
function untilFelt({ ending, endedAt }: EndedSession, { cueSet }: Preferences, now: Instant): Millis {
  const isFelt = ending === 'finished' && now - endedAt < SECOND;
  return isFelt ? patternLength(patternOf('finish', cueSet)) : 0;
}
