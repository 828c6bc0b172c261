import type { Key, Press } from '../../core/keys';
import { commandFor, lockedAction } from '../../core/keys';
import type { Command } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import type { Preferences } from '../../core/state/preferences';
import type { SessionAction, SessionState } from './view';

/** What the conductor tells of the session. */
export interface Told {
  readonly session: SessionView;
  /** Whether its last change is on disk. */
  readonly saved: boolean;
  /** How many cues are to come that only a living page brings. */
  readonly bare: number;
}

/** What the session page knows beside the session: what it asks the person, and whether the glass is locked. */
export interface SessionScreen {
  /** Takes note of a touch. Answers what it commands; nothing where only the screen changes. */
  touched(action: SessionAction): Command | undefined;
  /** Takes note of a key, the crown or a hold, while the glass is locked. Answers what it commands. */
  pressed(press: Press, isPaused: boolean): Command | undefined;
  /** The session is over; `kept` says whether its record is on disk. */
  over(kept: boolean): void;
  isLocked(): boolean;
  state(told: Told): SessionState;
}

/** The screen of a session that begins or is taken up; lotion mode locks the glass from the start. */
export function sessionScreen(
  { lotionMode, flipPauses }: Pick<Preferences, 'lotionMode' | 'flipPauses'>,
  keys: readonly Key[],
): SessionScreen {
  let asking = false;
  let isKept = true;
  let isLocked = lotionMode;
  return {
    touched(action) {
      asking = action === 'askEnd';
      return COMMANDS[action];
    },
    pressed(press, isPaused) {
      const action = lockedAction(press);
      isLocked = action !== 'unlock';
      return commandFor(action, isPaused);
    },
    over(kept) {
      isKept = kept;
      // There is nothing left to protect from touches, and the person may want to leave.
      if (!kept) isLocked = false;
    },
    isLocked: () => isLocked,
    state: ({ session, saved, bare }) => ({
      ...{ session, asking, bare, unsaved: !saved || !isKept },
      ...(isLocked ? { locked: { keys, flipPauses } } : {}),
    }),
  };
}

const COMMANDS: Readonly<Record<SessionAction, Command | undefined>> = {
  pause: 'pause',
  resume: 'resume',
  next: 'next',
  extend: 'extend',
  end: 'end',
  askEnd: undefined,
  keepGoing: undefined,
};
