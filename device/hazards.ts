import type { Hazard } from '../core/preflight';
import { preflight } from '../core/preflight';
import type { Preferences } from '../core/state/preferences';
import { watchAlarms } from './alarms';
import { watchClock } from './clock';
import { mayRunServices } from './consent';
import { watchFacts } from './system';
import { hasTimer } from './timer-carrier';

/** What may keep cues from being felt on this watch, now. */
export function hazardsNow({ timerCarrier }: Preferences): readonly Hazard[] {
  return preflight(watchFacts(watchAlarms, watchClock, timerCarrier && hasTimer() && !mayRunServices()));
}
