import { Time } from '@zos/sensor';
import type { Millis } from '../../core/time';
import { attempt } from './fence';

/**
 * Keeps a service from ending for this long, while the motor plays. The loop reads the time from a sensor, because
 * Zepp's compiler removes a loop that only reads `Date.now()` (docs/platform.md, Z12). If the sensor does not tell, the
 * service ends at once.
 */
export function stayBusy(time: Millis): void {
  attempt(() => {
    const clock = new Time();
    const from = clock.getTime();
    for (let now = from; now >= from && now < from + time;) now = clock.getTime();
  });
}
