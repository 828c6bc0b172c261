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

/** The brightness of the screen, in percent, and whether the watch controls it automatically. */
export interface Brightness {
  readonly level: number;
  readonly auto: boolean;
}

export interface Display {
  /**
   * Keeps the page lit for `time`, whatever happens: massaging hands drop and cover the watch all the time. The
   * returned function lets the screen sleep again; if a page dies before calling it, nothing lasts longer than `time`.
   */
  keepLit(time: Millis): Undo;
  /** Keeps the page lit for `time` from the last touch on, or until it is closed, because an answer is expected. */
  stayLit(time: Millis): void;
  /** Turns the screen off, as the person could. */
  goDark(): void;
  /**
   * Sets whether waking the watch after the screen went dark returns to this page. It deliberately outlives the page,
   * which is gone by the time the watch wakes (Zepp OS docs, setWakeUpRelaunch).
   */
  reopenOnWake(reopen: boolean): void;
  /** Undefined if the watch does not tell. */
  brightness(): Brightness | undefined;
  /** Outlives the page and the app, so whoever changes it has to restore it. */
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
    // Setting the brightness has no effect while the watch controls it (Zepp OS docs, setBrightness).
    [
      () => setAutoBrightness({ autoBright: false }),
      () => setBrightness({ brightness: level }),
      () => setAutoBrightness({ autoBright: auto }),
    ].forEach(attempt);
  },
};
