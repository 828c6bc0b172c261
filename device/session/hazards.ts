import type { Hazard } from '../../core/preflight';
import { preflight } from '../../core/preflight';
import type { Preferences } from '../../core/state/preferences';
import { watchFacts } from '../watch/facts';
import type { Watch } from '../watch/watch';

/** What may keep cues from being felt on this watch, now; `alarmsTaken` says whether it takes alarms. */
export function hazardsNow(
  watch: Watch,
  { timerCarrier }: Preferences,
  alarmsTaken: boolean,
): readonly Hazard[] {
  const { permission, system } = watch;
  const consentMissing = timerCarrier && system.hasTimer() && permission.mayRunServices() === 'no';
  return preflight(watchFacts(watch, alarmsTaken, consentMissing));
}
