import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CueCarrier } from './carrier';
import type { Clock, Undo } from '../watch/clock';
import type { Services } from '../watch/services';

/** The continuous service with a timer of its own. */
export const TIMER_SERVICE = 'app-service/timer';

export interface TimerCarrier extends CueCarrier {
  /** Whether the watch took its service when the cues were last armed; what it answered is the one thing to believe. */
  started(): boolean;
  /** Whether its service surely runs, whoever started it. */
  isRunning(): boolean;
}

/** A service that is told to stop may need a moment until another can be started. */
const START_AGAIN: Millis = SECOND;

/**
 * The carrier that runs beside the page, for watches of API level 4.0 and people who allow it. It reads the session
 * file whenever its timer rings, so it needs to be told nothing but when to begin anew.
 */
export function timerCarrier(services: Services, clock: Clock): TimerCarrier {
  let started = false;
  let undo: Undo = () => undefined;
  return {
    started: () => started,
    isRunning: () => services.isRunning(TIMER_SERVICE) === 'yes',
    forget() {
      undo();
      started = false;
      services.stop(TIMER_SERVICE);
    },
    arm(session, cues) {
      if (cues.length === 0) return;
      started = services.start(TIMER_SERVICE, session.id);
      if (started) return;
      undo = clock.after(START_AGAIN, () => {
        started = services.start(TIMER_SERVICE, session.id);
      });
    },
    release() {
      // What the page has played is in the session file, where the service looks before it plays.
    },
  };
}
