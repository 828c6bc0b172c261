import { getDeviceInfo } from '@zos/device';
import { Battery, Wear } from '@zos/sensor';
import { getSystemInfo, getSystemMode } from '@zos/settings';
import type { WatchFacts } from '../core/preflight';
import { HOUR } from '../core/time';
import { CUE_SERVICE } from './alarm-carrier';
import type { Alarms } from './alarms';
import type { Clock } from './clock';

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

/** The model and system of this watch, for a report of trouble. */
export function modelAndSystem(): { readonly model: string; readonly osVersion: string } {
  return { model: String(getDeviceInfo().deviceName), osVersion: getSystemInfo().osVersion };
}

/** Whether the watch has the API of at least this major level. */
export function hasApi(major: number): boolean {
  return parseInt(getSystemInfo().minAPI, 10) >= major;
}

export function keyNumber(): number {
  return getDeviceInfo().keyNumber;
}

/** Whether the watch takes another alarm: sets one and takes it back. */
export function takesAlarm(alarms: Alarms, clock: Clock): boolean {
  const id = alarms.set(clock.now() + HOUR, CUE_SERVICE, 'probe');
  if (id !== 0) alarms.cancel(id);
  return id !== 0;
}
