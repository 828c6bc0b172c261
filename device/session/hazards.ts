import type { Hazard } from '../../core/preflight';
import { preflight } from '../../core/preflight';
import { watchFacts } from '../watch/facts';
import type { Watch } from '../watch/watch';

/** What may keep cues from being felt on this watch, now; `alarmsTaken` says whether it takes alarms. */
export function hazardsNow(watch: Watch, alarmsTaken: boolean): readonly Hazard[] {
  return preflight(watchFacts(watch, alarmsTaken));
}
