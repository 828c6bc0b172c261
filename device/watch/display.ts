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

/** The longest time a page may stay lit (Zepp OS docs, setPageBrightTime). */
const LONGEST = 2147483000;

/** Until it is reset (Zepp OS docs, pauseDropWristScreenOff and pausePalmScreenOff). */
const UNTIL_RESET = 0;

/**
 * Keeps the page lit: massaging hands drop and cover the watch all the time. What comes back lets the screen
 * sleep as before.
 */
export function keepLit(): Undo {
  setPageBrightTime({ brightTime: LONGEST });
  pauseDropWristScreenOff({ duration: UNTIL_RESET });
  pausePalmScreenOff({ duration: UNTIL_RESET });
  return () => {
    resetPageBrightTime();
    resetDropWristScreenOff();
    resetPalmScreenOff();
  };
}

/** Keeps the page lit for `time` from the last touch on, or until it is closed: an answer is on its way. */
export function stayLit(time: Millis): void {
  setPageBrightTime({ brightTime: time });
}

/** Turns the screen off, as the person could. */
export function goDark(): void {
  setScreenOff();
}

/**
 * Says whether waking the watch comes back to this page after the screen went dark. It outlives the page on
 * purpose: the page is gone by the time the watch wakes (Zepp OS docs, setWakeUpRelaunch).
 */
export function reopenOnWake(reopen: boolean): void {
  setWakeUpRelaunch({ relaunch: reopen });
}
