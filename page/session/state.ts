import type { Key, KeyAction, LockedState, Press } from '../../core/session/keys';
import { commandFor, keyAction } from '../../core/session/keys';
import type { Command } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import type { Preferences } from '../../core/state/preferences';
import { letsScreenSleep } from '../../core/state/preferences';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Clock } from '../../device/watch/clock';
import type { LaunchMemory } from '../../device/watch/launch';
import type { Veins } from '../../device/ui/legs';
import type { Ask } from './ask';
import type { Look, Question, SessionAction, SessionState } from './view';
import { lockedState } from './view';

/** What the conductor tells of the session. */
export interface Told {
  readonly session: SessionView;
  /** Whether its last change is on disk. */
  readonly saved: boolean;
  /** How many cues are to come that only a living page brings. */
  readonly bare: number;
  /** Whether the watch is not on the wrist. */
  readonly isOff: boolean;
}

/**
 * What the session page knows beside the session: what it asks the person, whether the glass is locked, and whether the
 * screen is to look black.
 */
export interface SessionScreen {
  /** Takes note of a touch. Answers what it commands; nothing where only the screen changes. */
  touched(action: SessionAction): Command | undefined;
  /** Asks whether to end; of a session in which little `isDone`, also whether to keep it. */
  askEnd(isLittleDone: boolean): void;
  /** What a key, the crown or a hold means now; the watch is to be kept from doing anything of its own unless that is `system`. */
  meaningOf(press: Press, isPaused: boolean): KeyAction;
  /** Takes note of a press. Answers what it commands. */
  pressed(press: Press, isPaused: boolean): Command | undefined;
  /** Takes note of a swipe that would leave the page, and asks once about it. Answers whether the page is to stay. */
  swipedBack(): boolean;
  /** The session is over; `kept` says whether its record is on disk. */
  over(kept: boolean): void;
  /** A session that was to be discarded is still on disk. */
  notDiscarded(): void;
  /** Whether touches mean nothing. */
  isDeaf(): boolean;
  /** Whether the crown commands the session. */
  isLocked(): boolean;
  state(told: Told): SessionState;
}

/** What is asked of a leg before it is touched, and where there is a vein to go around. */
export interface Cares {
  /** Nothing where there is nothing to ask, or no more. `isLocked` says that keys answer, which have no yes and no. */
  askFor(session: SessionView, isLocked: boolean): Ask | undefined;
  /** Whether a hard question is still to be answered, which a locked glass cannot take: nothing is known yet without a session. */
  hasQuestion(session?: SessionView): boolean;
  readonly veins: Veins;
}

/** What a person has chosen that changes the session page. */
type Chosen = Pick<Preferences, 'lotionMode' | 'flipPauses' | 'letScreenSleep' | 'darkLook' | 'askToLeave'>;

/** Two touches within this time bring the picture back, as greasy fingers and palms touch now and then. */
const DOUBLE: Millis = 800;

/** How long it says how to get the picture back, the first time in a launch. */
const WORD_FOR: Millis = 5 * SECOND;

/** A second swipe within this time leaves. */
const LEAVES_WITHIN: Millis = 5 * SECOND;

/** How long it says that the time is that of the step again. */
const SAYS_STEP: Millis = 3 * SECOND;

/**
 * The screen of a session that begins or is taken up. Lotion mode locks the glass from the start, or once no question is open,
 * and the dark look is there from the start and after each pause where it was chosen. `launch` remembers that the way back was told.
 */
export function sessionScreen(
  chosen: Chosen,
  keys: readonly Key[],
  clock: Pick<Clock, 'now'>,
  launch: Pick<LaunchMemory, 'knowsWayBack'>,
  cares: Cares,
): SessionScreen {
  const { lotionMode, flipPauses, darkLook, askToLeave } = chosen;
  let asking: Question | undefined;
  let askedAt: Instant = -Infinity;
  let showsAll = false;
  let saysStepUntil: Instant = -Infinity;
  let isKept = true;
  let isLocked = lotionMode && !cares.hasQuestion();
  let locksLater = lotionMode && !isLocked;
  /** When the person wanted it dark; while there is something to see or to say, it is not. */
  let wantedDark: Instant | undefined;
  let wordUntil: Instant = -Infinity;
  let lastTouch: Instant = -Infinity;
  let look: Look = 'picture';
  let wasOff = false;
  let isRunning = false;
  /** What keys are for while the glass is locked. */
  let whenLocked: LockedState = 'locked';

  /** Whether so little time has passed since `then`; a clock that was set back ends it. */
  const isWithin = (then: Instant, time: Millis): boolean => {
    const since = clock.now() - then;
    return since >= 0 && since < time;
  };
  const darken = (): void => {
    wantedDark = clock.now();
    if (launch.knowsWayBack) return;
    launch.knowsWayBack = true;
    wordUntil = wantedDark + WORD_FOR;
  };
  const isDouble = (): boolean => {
    const before = lastTouch;
    lastTouch = clock.now();
    return isWithin(before, DOUBLE);
  };
  const obeyed = (what: Command | undefined): Command | undefined => {
    if (what === 'resume' && darkLook) darken();
    return what;
  };
  const lookFor = ({ session, saved }: Told): Look => {
    const isQuiet = isRunning && saved && !asking && !session.swallowedBy;
    if (wantedDark === undefined || !isQuiet) return 'picture';
    const now = clock.now();
    return now >= wantedDark && now < wordUntil ? 'word' : 'black';
  };
  const meaningOf = (press: Press, isPaused: boolean): KeyAction => {
    const open = isPaused ? 'paused' : 'running';
    const state = look !== 'picture' ? 'dark' : isLocked ? whenLocked : open;
    return keyAction(press, state, keys);
  };
  const lockIfAsked = (session: SessionView): void => {
    if (!locksLater || session.phase !== 'running' || cares.hasQuestion(session)) return;
    isLocked = true;
    locksLater = false;
  };
  if (darkLook) darken();
  return {
    touched(action) {
      asking = undefined;
      isKept = true;
      if (action === 'switchTime') {
        showsAll = !showsAll;
        saysStepUntil = showsAll ? -Infinity : clock.now() + SAYS_STEP;
      }
      if (action === 'dark') darken();
      if (action === 'lock') {
        isLocked = true;
        locksLater = false;
      }
      if (action === 'touchDark' && isDouble()) wantedDark = undefined;
      return obeyed(COMMANDS[action]);
    },
    askEnd(isLittleDone) {
      asking = isLittleDone ? 'endOrDiscard' : 'end';
    },
    meaningOf,
    pressed(press, isPaused) {
      const action = meaningOf(press, isPaused);
      if (action === 'show') wantedDark = undefined;
      if (action === 'unlock') isLocked = false;
      return obeyed(commandFor(action, isPaused));
    },
    swipedBack() {
      if (!askToLeave || !isRunning) return false;
      if (asking === 'leave' && isWithin(askedAt, LEAVES_WITHIN)) return false;
      asking = 'leave';
      askedAt = clock.now();
      return true;
    },
    over(kept) {
      isKept = kept;
      // There is nothing left to protect from touches, and the person may want to leave.
      if (!kept) isLocked = false;
    },
    notDiscarded() {
      isKept = false;
    },
    isDeaf: () => isLocked || look !== 'picture',
    isLocked: () => isLocked,
    state(told) {
      const { session, saved, bare, isOff } = told;
      isRunning = session.phase === 'running';
      lockIfAsked(session);
      if (asking === 'leave' && !(isRunning && isWithin(askedAt, LEAVES_WITHIN))) asking = undefined;
      // It is told once: a watch may take itself for off on any wrist.
      if (isOff && !wasOff) wantedDark = undefined;
      wasOff = isOff;
      look = lookFor(told);
      const ask = look === 'picture' && isRunning ? cares.askFor(session, isLocked) : undefined;
      whenLocked = lockedState({ session, ...(ask ? { ask } : {}) });
      return {
        ...{ session, bare, isOff, unsaved: !saved || !isKept, look, showsAll },
        ...(asking ? { asking } : {}),
        ...(ask ? { ask } : {}),
        veins: cares.veins,
        saysStep: clock.now() < saysStepUntil,
        canDarken: !letsScreenSleep(chosen),
        ...(isLocked ? { locked: { keys, flipPauses } } : {}),
      };
    },
  };
}

const COMMANDS: Readonly<Record<SessionAction, Command | undefined>> = {
  pause: 'pause',
  resume: 'resume',
  next: 'next',
  back: 'back',
  extend: 'extend',
  end: 'end',
  askEnd: undefined,
  discard: undefined,
  keepGoing: undefined,
  switchTime: undefined,
  dark: undefined,
  lock: undefined,
  touchDark: undefined,
  hurts: 'hurt',
  fine: 'touch',
  stopAtSign: 'stopAtSign',
  yes: undefined,
  no: undefined,
};
