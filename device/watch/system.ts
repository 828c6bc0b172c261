import { getDeviceInfo } from '@zos/device';
import { getSystemInfo } from '@zos/settings';
import { HOUR } from '../../core/time';
import { CUE_SERVICE } from '../session/alarm-carrier';
import type { Alarms } from './alarms';
import type { Clock } from './clock';

/** The model and system of this watch, for a report of trouble. */
export function modelAndSystem(): { readonly model: string; readonly osVersion: string } {
  return { model: String(getDeviceInfo().deviceName), osVersion: getSystemInfo().osVersion };
}

/** The first API level with `createSysTimer` (Zepp OS docs, createSysTimer). */
const TIMER_API = 4;

/** Whether this watch has timers for services, whatever the preferences say: they may have come from the phone. */
export function hasTimer(): boolean {
  return parseInt(getSystemInfo().minAPI, 10) >= TIMER_API;
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
