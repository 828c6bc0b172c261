import { LOOK_AHEAD } from '../../core/session/evidence';
import type { Instant, Millis } from '../../core/time';
import type { Clock, Undo } from '../watch/clock';

/** A time in which the conductor waits: since when, and until when. */
export interface Waiting {
  readonly since: Instant;
  readonly until: Instant;
}

/** The one timer of a conductor, and one that looks ahead of it. */
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
    /** Waits anew, for ever without a `delay`; what looks ahead does so shortly before the end. */
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
