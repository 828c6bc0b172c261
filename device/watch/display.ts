import {
  pauseDropWristScreenOff,
  pausePalmScreenOff,
  resetDropWristScreenOff,
  resetPageBrightTime,
  resetPalmScreenOff,
  setPageBrightTime,
  setScreenOff,
  setWakeUpRelaunch,
} from '@zos/display';
import type { Millis } from '../../core/time';
import type { Undo } from './clock';
import { attempt } from './fence';

export interface Display {
  /**
   * Keeps the page lit: massaging hands drop and cover the watch all the time. What comes back lets the screen sleep as
   * before.
   */
  keepLit(): Undo;
  /** Keeps the page lit for `time` from the last touch on, or until it is closed: an answer is on its way. */
  stayLit(time: Millis): void;
  /** Turns the screen off, as the person could. */
  goDark(): void;
  /**
   * Says whether waking the watch comes back to this page after the screen went dark. It outlives the page on purpose:
   * the page is gone by the time the watch wakes (Zepp OS docs, setWakeUpRelaunch).
   */
  reopenOnWake(reopen: boolean): void;
}

/** The longest time a page may stay lit (Zepp OS docs, setPageBrightTime). */
const LONGEST = 2147483000;

/** Until it is reset (Zepp OS docs, pauseDropWristScreenOff and pausePalmScreenOff). */
const UNTIL_RESET = 0;

export const watchDisplay: Display = {
  keepLit() {
    [
      () => setPageBrightTime({ brightTime: LONGEST }),
      () => pauseDropWristScreenOff({ duration: UNTIL_RESET }),
      () => pausePalmScreenOff({ duration: UNTIL_RESET }),
    ].forEach(attempt);
    return () => {
      [resetPageBrightTime, resetDropWristScreenOff, resetPalmScreenOff].forEach((reset) => {
        attempt(() => reset());
      });
    };
  },
  stayLit(time) {
    attempt(() => setPageBrightTime({ brightTime: time }));
  },
  goDark() {
    attempt(() => setScreenOff());
  },
  reopenOnWake(reopen) {
    attempt(() => setWakeUpRelaunch({ relaunch: reopen }));
  },
};
