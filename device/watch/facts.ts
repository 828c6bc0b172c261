import type { WatchFacts } from '../../core/preflight';
import type { Watch } from './watch';

/** What the watch reports about itself before a session. Anything it does not report is no reason for a warning. */
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
