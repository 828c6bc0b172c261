import { Time } from '@zos/sensor';
import type { Millis } from '../../core/time';
import { attempt } from './fence';

/**
 * Keeps a service from ending for this long, while the motor plays. The loop reads the time from a sensor, because
 * Zepp's compiler removes a loop that only reads `Date.now()` (docs/platform.md, Z12). If the sensor does not tell, the
 * service ends at once. Returns whether the time has passed.
 */
export function stayBusy(time: Millis): boolean {
  let passed = 0;
  attempt(() => {
    const clock = new Time();
    const from = clock.getTime();
    while (passed >= 0 && passed < time) passed = clock.getTime() - from;
  });
  return passed >= time;
}
