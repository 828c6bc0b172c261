import type { WatchFacts } from '../../core/preflight';
import { watchBattery } from './battery';
import { watchModes } from './modes';
import { watchWear } from './wear';

/** What the watch tells of itself before a session; what it does not tell is no reason to warn. */
export function watchFacts(takesAlarms: boolean, consentMissing: boolean): WatchFacts {
  const { doNotDisturb, sleepMode, theatreMode, powerSaving } = watchModes.now();
  const percent = watchBattery.percent();
  return {
    doNotDisturb: doNotDisturb === 'yes',
    sleepMode: sleepMode === 'yes',
    theatreMode: theatreMode === 'yes',
    powerSaving: powerSaving === 'yes',
    worn: watchWear.worn() !== 'no',
    batteryPercent: percent === 'unknown' ? 100 : percent,
    takesAlarms,
    consentMissing,
  };
}
