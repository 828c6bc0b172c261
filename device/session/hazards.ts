import type { Hazard } from '../../core/preflight';
import { preflight } from '../../core/preflight';
import type { Preferences } from '../../core/state/preferences';
import { watchAlarms } from '../watch/alarms';
import { watchClock } from '../watch/clock';
import { mayRunServices } from '../watch/permission';
import { hasTimer, takesAlarm } from '../watch/system';
import { watchFacts } from '../watch/facts';

/** What may keep cues from being felt on this watch, now. Whoever asks often says once whether it takes alarms. */
export function hazardsNow(
  { timerCarrier }: Preferences,
  alarmsTaken = takesAlarm(watchAlarms, watchClock),
): readonly Hazard[] {
  return preflight(watchFacts(alarmsTaken, timerCarrier && hasTimer() && !mayRunServices()));
}
