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
