import type { Key, Press } from '../../core/keys';
import { commandFor, lockedAction } from '../../core/keys';
import type { Command } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import type { Preferences } from '../../core/state/preferences';
import { letsScreenSleep } from '../../core/state/preferences';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Clock } from '../../device/watch/clock';
import type { LaunchMemory } from '../../device/watch/launch';
import type { Look, SessionAction, SessionState } from './view';

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
  /** Takes note of a key, the crown or a hold, while the screen `isDeaf`. Answers what it commands. */
  pressed(press: Press, isPaused: boolean): Command | undefined;
  /** The session is over; `kept` says whether its record is on disk. */
  over(kept: boolean): void;
  /** Whether touches mean nothing and keys are heard in their place. */
  isDeaf(): boolean;
  state(told: Told): SessionState;
}

/** What a person has chosen that changes the session page. */
type Chosen = Pick<Preferences, 'lotionMode' | 'flipPauses' | 'letScreenSleep' | 'darkLook'>;

/** Two touches within this time bring the picture back, as greasy fingers and palms touch now and then. */
const DOUBLE: Millis = 800;

/** How long it says how to get the picture back, the first time in a launch. */
const WORD_FOR: Millis = 5 * SECOND;

/**
 * The screen of a session that begins or is taken up. Lotion mode locks the glass from the start, and the dark look is there
 * from the start and after each pause where it was chosen. `launch` remembers that the way back was told.
 */
export function sessionScreen(
  chosen: Chosen,
  keys: readonly Key[],
  clock: Pick<Clock, 'now'>,
  launch: Pick<LaunchMemory, 'knowsWayBack'>,
): SessionScreen {
  const { lotionMode, flipPauses, darkLook } = chosen;
  let asking = false;
  let isKept = true;
  let isLocked = lotionMode;
  /** When the person wanted it dark; while there is something to see or to say, it is not. */
  let wantedDark: Instant | undefined;
  let wordUntil: Instant = -Infinity;
  let lastTouch: Instant = -Infinity;
  let look: Look = 'picture';
  let wasOff = false;

  const darken = (): void => {
    wantedDark = clock.now();
    if (launch.knowsWayBack) return;
    launch.knowsWayBack = true;
    wordUntil = wantedDark + WORD_FOR;
  };
  const isDouble = (): boolean => {
    const now = clock.now();
    const since = now - lastTouch;
    lastTouch = now;
    return since >= 0 && since <= DOUBLE;
  };
  const obeyed = (what: Command | undefined): Command | undefined => {
    if (what === 'resume' && darkLook) darken();
    return what;
  };
  const lookFor = ({ session, saved }: Told): Look => {
    const isQuiet = session.phase === 'running' && saved && !asking && !session.swallowedBy;
    if (wantedDark === undefined || !isQuiet) return 'picture';
    const now = clock.now();
    return now >= wantedDark && now < wordUntil ? 'word' : 'black';
  };
  if (darkLook) darken();
  return {
    touched(action) {
      asking = action === 'askEnd';
      if (action === 'dark') darken();
      if (action === 'lock') isLocked = true;
      if (action === 'touchDark' && isDouble()) wantedDark = undefined;
      return obeyed(COMMANDS[action]);
    },
    pressed(press, isPaused) {
      // What moves by a sleeve brings no picture.
      if (press.kind !== 'turn') wantedDark = undefined;
      if (!isLocked) return undefined;
      const action = lockedAction(press);
      isLocked = action !== 'unlock';
      return obeyed(commandFor(action, isPaused));
    },
    over(kept) {
      isKept = kept;
      // There is nothing left to protect from touches, and the person may want to leave.
      if (!kept) isLocked = false;
    },
    isDeaf: () => isLocked || look !== 'picture',
    state(told) {
      const { session, saved, bare, isOff } = told;
      // It is told once: a watch may take itself for off on any wrist.
      if (isOff && !wasOff) wantedDark = undefined;
      wasOff = isOff;
      look = lookFor(told);
      return {
        ...{ session, asking, bare, isOff, unsaved: !saved || !isKept, look },
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
  keepGoing: undefined,
  dark: undefined,
  lock: undefined,
  touchDark: undefined,
};
