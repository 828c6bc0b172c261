import { LOOK_AHEAD } from '../../core/session/evidence';
import type { Instant, Millis } from '../../core/time';
import type { Clock, Undo } from '../watch/clock';

/** A period in which the conductor waits. */
export interface Waiting {
  readonly since: Instant;
  readonly until: Instant;
}

/** The conductor's only timer, and one that fires slightly before it. */
export function timersOn(clock: Clock) {
  let waiting: Waiting = { since: clock.now(), until: clock.now() };
  let undoTimer: Undo = () => undefined;
  let undoLook: Undo = () => undefined;
  const stop = (): void => {
    undoTimer();
    undoLook();
  };
  return {
    waiting: () => waiting,
    stop,
    /** Restarts the wait, without end if there is no `delay`; `lookAhead` is called shortly before it ends. */
    wait(delay: Millis | undefined, then: () => void, lookAhead?: () => void): void {
      stop();
      const since = clock.now();
      waiting = { since, until: since + (delay ?? 0) };
      if (delay === undefined) return;
      undoTimer = clock.after(delay, then);
      if (lookAhead && delay > LOOK_AHEAD) undoLook = clock.after(delay - LOOK_AHEAD, lookAhead);
    },
  };
}
