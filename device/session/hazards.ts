import type { Hazard } from '../../core/preflight';
import { preflight } from '../../core/preflight';
import type { Preferences } from '../../core/state/preferences';
import { mayRunServices } from '../watch/permission';
import { hasTimer } from '../watch/system';
import { watchFacts } from '../watch/facts';

/** What may keep cues from being felt on this watch, now; `alarmsTaken` says whether it takes alarms. */
export function hazardsNow({ timerCarrier }: Preferences, alarmsTaken: boolean): readonly Hazard[] {
  return preflight(watchFacts(alarmsTaken, timerCarrier && hasTimer() && !mayRunServices()));
}
