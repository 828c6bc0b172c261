import type { Arming } from '../core/session/reopen';
import type { Instant } from '../core/time';
import { HOUR } from '../core/time';
import { CUE_SERVICE } from './alarm-carrier';
import type { Alarms } from './alarms';

/**
 * Leaves a sign that an alarm rang at the wrong time. A service writes no files, but an alarm that the page did
 * not set can be found among those that are left.
 */
export function markOutOfTime(alarms: Alarms, now: Instant): void {
  alarms.set(now + 24 * HOUR, CUE_SERVICE, 'outOfTime');
}

/** Whether such a sign is among the alarms that are left. */
export function foundOutOfTime(arming: Arming, left: readonly number[]): boolean {
  // Without a list of its own alarms the page cannot tell a sign from an alarm it set and had no time to note.
  if (arming.cues.length === 0) return false;
  const own = arming.cues.map(({ alarm }) => alarm).concat(arming.guard);
  return left.some((id) => !own.includes(id));
}
