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

/** Keeps the page lit for so many ms, whatever arm and palm do. */
export function keepLit(ms: number): void {
  setPageBrightTime({ brightTime: ms });
  pauseDropWristScreenOff({ duration: ms });
  pausePalmScreenOff({ duration: ms });
}

/** Lets the screen sleep as it does by itself. */
export function letSleep(): void {
  resetPageBrightTime();
  resetDropWristScreenOff();
  resetPalmScreenOff();
}

/** Turns the screen off, and has the next wake come back to this page. */
export function goDark(): void {
  setWakeUpRelaunch({ relaunch: true });
  setScreenOff();
}
