import type { WatchFacts } from '../../core/preflight';
import type { Watch } from './watch';

/** What the watch tells of itself before a session; what it does not tell is no reason to warn. */
export function watchFacts(
  { battery, modes, wear }: Pick<Watch, 'battery' | 'modes' | 'wear'>,
  dark: Pick<WatchFacts, 'takesAlarms' | 'noDarkCues'>,
): WatchFacts {
  const { doNotDisturb, sleepMode, theatreMode, powerSaving } = modes.now();
  const percent = battery.percent();
  return {
    doNotDisturb: doNotDisturb === 'yes',
    sleepMode: sleepMode === 'yes',
    theatreMode: theatreMode === 'yes',
    powerSaving: powerSaving === 'yes',
    worn: wear.worn() !== 'no',
    batteryPercent: percent === 'unknown' ? 100 : percent,
    ...dark,
  };
}
