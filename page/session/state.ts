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
import type { Look, SessionAction, SessionState } from './view';
import { darkLook } from './dark-look';
import { endOrLeave } from './end-or-leave';
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
   * Undefined if there is nothing to ask, or no longer. While the glass `isLocked`, no hard question is asked.
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
  const { flipPauses, askToLeave } = chosen;
  const { now } = clock;
  const dark = darkLook(now, launch);
  const asked = endOrLeave(now);
  const glass = glassLock(chosen.lotionMode, cares);
  const time = timeShown(now);
  let isKept = true;
  let look: Look = 'picture';
  let wasOff = false;
  let isRunning = false;
  /** What keys do while the glass is locked. */
  let whenLocked: LockedState = 'locked';

  const obeyed = (what: Command | undefined): Command | undefined => {
    if (what === 'resume' && chosen.darkLook) dark.darken();
    return what;
  };
  const meaningOf = (press: Press, isPaused: boolean): KeyAction => {
    const open = isPaused ? 'paused' : 'running';
    const state = look !== 'picture' ? 'dark' : glass.isLocked() ? whenLocked : open;
    return keyAction(press, state, keys);
  };
  if (chosen.darkLook) dark.darken();
  return {
    touched(action) {
      asked.drop();
      isKept = true;
      if (action === 'switchTime') time.turn();
      if (action === 'dark') dark.darken();
      if (action === 'lock') glass.lock();
      if (action === 'touchDark') dark.touch();
      return obeyed(COMMANDS[action]);
    },
    askEnd(isLittleDone) {
      asked.ask(isLittleDone ? 'endOrDiscard' : 'end');
    },
    meaningOf,
    pressed(press, isPaused) {
      const action = meaningOf(press, isPaused);
      if (action === 'show') dark.lighten();
      if (action === 'unlock' || action === 'answer') glass.unlock(action === 'answer');
      return obeyed(commandFor(action, isPaused));
    },
    swipedBack: () => askToLeave && isRunning && asked.askToLeave(),
    over(kept) {
      isKept = kept;
      // There is nothing left to protect from touches, and the person may want to leave.
      if (!kept) glass.unlock(false);
    },
    notDiscarded() {
      isKept = false;
    },
    isDeaf: () => glass.isLocked() || look !== 'picture',
    isLocked: glass.isLocked,
    state({ session, saved, bare, isOff }) {
      isRunning = session.phase === 'running';
      asked.age(isRunning);
      // Shown once, since a watch may wrongly report that it is off the wrist.
      if (isOff && !wasOff) dark.lighten();
      wasOff = isOff;
      const asking = asked.open();
      look = dark.look(isRunning && saved && !asking && !session.swallowedBy);
      const ask = look === 'picture' && isRunning ? cares.askFor(session, glass.isLocked()) : undefined;
      glass.suit(session, ask !== undefined);
      const isLocked = glass.isLocked();
      whenLocked = lockedState({ session, ...(ask ? { ask } : {}) });
      return {
        ...{ session, bare, isOff, unsaved: !saved || !isKept, look },
        ...(asking ? { asking } : {}),
        ...(ask ? { ask } : {}),
        ...time.shown(),
        veins: cares.veins,
        canDarken: !letsScreenSleep(chosen),
        ...(isLocked ? { locked: { keys, flipPauses } } : {}),
      };
    },
  };
}

/**
 * Whether the glass ignores touches: in lotion mode from the start, or as soon as no question is open. Once unlocked for
 * an answer, it locks again when nothing is asked any more.
 */
function glassLock(lotionMode: boolean, cares: Pick<Cares, 'hasQuestion'>) {
  let isLocked = lotionMode && !cares.hasQuestion();
  let locksLater = lotionMode && !isLocked;
  let isForAnswer = false;
  const lock = (): void => {
    isLocked = true;
    locksLater = false;
  };
  return {
    isLocked: () => isLocked,
    lock,
    unlock(toAnswer: boolean) {
      isLocked = false;
      locksLater = isForAnswer = toAnswer;
    },
    suit(session: SessionView, isAsked: boolean) {
      const waits = isForAnswer ? isAsked : cares.hasQuestion(session);
      if (locksLater && session.phase === 'running' && !waits) lock();
    },
  };
}

/** Which time is shown: that of the step, or that of the whole session. */
function timeShown(now: () => Instant) {
  let showsAll = false;
  let saysStepUntil: Instant = -Infinity;
  return {
    turn() {
      showsAll = !showsAll;
      saysStepUntil = showsAll ? -Infinity : now() + SAYS_STEP;
    },
    shown: () => ({ showsAll, saysStep: now() < saysStepUntil }),
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
