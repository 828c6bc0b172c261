import { getAllAppServices, start, stop } from '@zos/app-service';
import type { CueCarrier } from './carrier';
import { hasApi } from './system';

/** The continuous service with a timer of its own. */
export const TIMER_SERVICE = 'app-service/timer';

/** The first API level with `createSysTimer` (Zepp OS docs, createSysTimer). */
const TIMER_API = 4;

/** Whether this watch has timers for services, whatever the preferences say: they may have come from the phone. */
export function hasTimer(): boolean {
  return hasApi(TIMER_API);
}

export function isTimerRunning(): boolean {
  return getAllAppServices().some((file) => file.includes(TIMER_SERVICE));
}

/**
 * The carrier that runs beside the page, for watches of API level 4.0 and people who allow it. It reads the session
 * file whenever its timer rings, so it needs to be told nothing but when to begin anew.
 */
export function timerCarrier(): CueCarrier {
  return {
    forget: stopService,
    arm(session, cues) {
      if (cues.length > 0) startService(session.id);
    },
    release() {
      // What the page has played is in the session file, where the service looks before it plays.
    },
  };
}

/** Without `reload` a service that the watch has ended stays ended: a restarted watch has no session to cue. */
function startService(param: string): void {
  start({ file: TIMER_SERVICE, param, reload: false, complete_func: () => undefined });
}

export function stopService(): void {
  stop({ file: TIMER_SERVICE, complete_func: () => undefined });
}
