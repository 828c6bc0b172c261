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

/** Keeps the page lit for `ms` milliseconds, whatever arm and palm do. */
export function keepLit(ms: number): void {
  setPageBrightTime({ brightTime: ms });
  pauseDropWristScreenOff({ duration: ms });
  pausePalmScreenOff({ duration: ms });
}

/** Lets the screen sleep normally again. */
export function letSleep(): void {
  resetPageBrightTime();
  resetDropWristScreenOff();
  resetPalmScreenOff();
}

/** Turns the screen off; the next wake returns to this page. */
export function goDark(): void {
  setWakeUpRelaunch({ relaunch: true });
  setScreenOff();
}
