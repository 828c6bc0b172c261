import { Battery, Wear } from '@zos/sensor';
import { getSystemMode } from '@zos/settings';
import type { WatchFacts } from '../../core/preflight';

/** `getStatus()` of a watch that is not worn; 3 is "not sure" (Zepp OS docs, Wear). */
const NOT_WORN = 0;

/** What the watch tells of itself before a session. */
export function watchFacts(takesAlarms: boolean, consentMissing: boolean): WatchFacts {
  const { DND, sleep, theater, powerSaving, ultraPowerSaving } = getSystemMode();
  return {
    doNotDisturb: DND,
    sleepMode: sleep,
    theatreMode: theater,
    powerSaving: powerSaving || ultraPowerSaving,
    worn: new Wear().getStatus() !== NOT_WORN,
    batteryPercent: new Battery().getCurrent(),
    takesAlarms,
    consentMissing,
  };
}
