import { getAllAppServices, start, stop } from '@zos/app-service';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CueCarrier } from './carrier';
import type { Clock, Undo } from '../watch/clock';

/** The continuous service with a timer of its own. */
export const TIMER_SERVICE = 'app-service/timer';

/** What `start` answers when the service starts: 0 by the docs, and true is reported (docs/platform.md, B10). */
const STARTED: readonly unknown[] = [0, true];

export function isTimerRunning(): boolean {
  return getAllAppServices().some((file) => file.includes(TIMER_SERVICE));
}

export interface TimerCarrier extends CueCarrier {
  /** Whether the watch took its service when the cues were last armed; what it answered is the one thing to believe. */
  started(): boolean;
}

/** A service that is told to stop may need a moment until another can be started. */
const START_AGAIN: Millis = SECOND;

/**
 * The carrier that runs beside the page, for watches of API level 4.0 and people who allow it. It reads the session
 * file whenever its timer rings, so it needs to be told nothing but when to begin anew.
 */
export function timerCarrier(clock: Clock): TimerCarrier {
  let started = false;
  let undo: Undo = () => undefined;
  return {
    started: () => started,
    forget() {
      undo();
      started = false;
      stopService();
    },
    arm(session, cues) {
      if (cues.length === 0) return;
      started = startService(session.id);
      if (started) return;
      undo = clock.after(START_AGAIN, () => {
        started = startService(session.id);
      });
    },
    release() {
      // What the page has played is in the session file, where the service looks before it plays.
    },
  };
}

/**
 * Answers whether the service runs. Without `reload` one that the watch has ended stays ended: a restarted watch has no
 * session to cue.
 */
function startService(param: string): boolean {
  return STARTED.includes(
    start({ file: TIMER_SERVICE, param, reload: false, complete_func: () => undefined }),
  );
}

function stopService(): void {
  stop({ file: TIMER_SERVICE, complete_func: () => undefined });
}
