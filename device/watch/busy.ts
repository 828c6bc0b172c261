import { Time } from '@zos/sensor';
import type { Millis } from '../../core/time';
import { attempt } from './fence';

/**
 * Keeps a service from ending for so long, while the motor plays. A sensor is asked for the time, because Zepp's compiler
 * takes out a loop that looks at `Date.now()` and at nothing else (docs/platform.md, Z12). Where it does not tell, the
 * service ends at once.
 */
export function stayBusy(time: Millis): void {
  attempt(() => {
    const clock = new Time();
    const from = clock.getTime();
    for (let now = from; now >= from && now < from + time;) now = clock.getTime();
  });
}
