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

/** What the conductor tells about the session. */
export interface Told {
  readonly session: SessionView;
  /** Whether its last change is on disk. */
  readonly saved: boolean;
  /** The number of cues to come that only a live page brings. */
  readonly bare: number;
  /** Whether the watch is off the wrist. */
  readonly isOff: boolean;
}

/**
 * The state of the session page beyond the session: what it asks the person, whether the glass is locked, and whether
 * the screen should look black.
 */
export interface SessionScreen {
  /** Handles a touch. Returns the command it gives; undefined if only the screen changes. */
  touched(action: SessionAction): Command | undefined;
  /** Asks whether to end and, with `isLittleDone`, also whether to keep the session. */
  askEnd(isLittleDone: boolean): void;
  /** What a key, the crown or a hold means now. Unless it is `system`, the watch's own action must be prevented. */
  meaningOf(press: Press, isPaused: boolean): KeyAction;
  /** Handles a press. Returns the command it gives. */
  pressed(press: Press, isPaused: boolean): Command | undefined;
  /**
   * Handles a swipe that would leave the page, and asks once for confirmation. Returns whether the page should stay.
   */
  swipedBack(): boolean;
  /** The session is over; `kept` says whether its record is on disk. */
  over(kept: boolean): void;
  /** A session that should have been discarded is still on disk. */
  notDiscarded(): void;
  /** Whether touches are ignored. */
  isDeaf(): boolean;
  /** Whether the crown commands the session. */
  isLocked(): boolean;
  state(told: Told): SessionState;
}

/** What is asked about a leg before it is touched, and where there is a vein to go around. */
export interface Cares {
  /**
   * Undefined if there is nothing to ask, or no longer. `isLocked` says that keys answer, which cannot give yes and no.
   */
  askFor(session: SessionView, isLocked: boolean): Ask | undefined;
  /**
   * Whether a hard question is still open, which cannot be answered while the glass is locked. Without a session
   * nothing is known yet.
   */
  hasQuestion(session?: SessionView): boolean;
  readonly veins: Veins;
}

/** The preferences that affect the session page. */
type Chosen = Pick<Preferences, 'lotionMode' | 'flipPauses' | 'letScreenSleep' | 'darkLook' | 'askToLeave'>;

/** Two touches within this time bring the picture back; single ones come from greasy fingers and palms. */
const DOUBLE: Millis = 800;

/** How long the hint about bringing the picture back is shown, the first time in a launch. */
const WORD_FOR: Millis = 5 * SECOND;

/** A second swipe within this time leaves the page. */
const LEAVES_WITHIN: Millis = 5 * SECOND;

/** How long the page says that the time is that of the step again. */
const SAYS_STEP: Millis = 3 * SECOND;

/**
 * The state for a session that begins or is taken up. Lotion mode locks the glass from the start, or once no question
 * is open. The dark look, if chosen, applies from the start and after each pause. `launch` remembers that the hint was
 * shown.
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
  /** When the person wanted the screen dark; it is not while there is something to see or say. */
  let wantedDark: Instant | undefined;
  let wordUntil: Instant = -Infinity;
  let lastTouch: Instant = -Infinity;
  let look: Look = 'picture';
  let wasOff = false;
  let isRunning = false;
  /** What keys do while the glass is locked. */
  let whenLocked: LockedState = 'locked';

  /** Whether no more than `time` has passed since `then`; false if the clock was set back. */
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
      // Shown once, since a watch may wrongly report that it is off the wrist.
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
