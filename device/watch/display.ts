import {
  getAutoBrightness,
  getBrightness,
  pauseDropWristScreenOff,
  pausePalmScreenOff,
  resetDropWristScreenOff,
  resetPageBrightTime,
  resetPalmScreenOff,
  setAutoBrightness,
  setBrightness,
  setPageBrightTime,
  setScreenOff,
  setWakeUpRelaunch,
} from '@zos/display';
import { isWhole } from '../../core/json';
import type { Millis } from '../../core/time';
import type { Undo } from './clock';
import { answerOf, attempt } from './fence';

/** How bright the screen is, in percent, and whether the watch sees to that itself. */
export interface Brightness {
  readonly level: number;
  readonly auto: boolean;
}

export interface Display {
  /**
   * Keeps the page lit for `time`, whatever is done: massaging hands drop and cover the watch all the time. What comes back
   * lets the screen sleep as before; a page that dies before that leaves nothing behind for longer than `time`.
   */
  keepLit(time: Millis): Undo;
  /** Keeps the page lit for `time` from the last touch on, or until it is closed: an answer is on its way. */
  stayLit(time: Millis): void;
  /** Turns the screen off, as the person could. */
  goDark(): void;
  /**
   * Says whether waking the watch comes back to this page after the screen went dark. It outlives the page on purpose:
   * the page is gone by the time the watch wakes (Zepp OS docs, setWakeUpRelaunch).
   */
  reopenOnWake(reopen: boolean): void;
  /** Nothing where the watch does not tell. */
  brightness(): Brightness | undefined;
  /** Outlives the page and the app: who changes it has to put it back. */
  setBrightness(brightness: Brightness): void;
}

/** The longest time a page may stay lit (Zepp OS docs, setPageBrightTime). */
const LONGEST = 2147483000;

export const watchDisplay: Display = {
  keepLit(time) {
    const duration = Math.min(time, LONGEST);
    [
      () => setPageBrightTime({ brightTime: duration }),
      () => pauseDropWristScreenOff({ duration }),
      () => pausePalmScreenOff({ duration }),
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
  brightness() {
    const level = answerOf(getBrightness);
    const auto = answerOf(getAutoBrightness);
    return isWhole(level) && level <= 100 && typeof auto === 'boolean' ? { level, auto } : undefined;
  },
  setBrightness({ level, auto }) {
    // What is set while the watch sees to it itself comes to nothing (Zepp OS docs, setBrightness).
    [
      () => setAutoBrightness({ autoBright: false }),
      () => setBrightness({ brightness: level }),
      () => setAutoBrightness({ autoBright: auto }),
    ].forEach(attempt);
  },
};
