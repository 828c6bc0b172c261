import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { signOfDay } from '../../core/care/sign-of-day';
import { stretchAt } from '../../core/session/course';
import type { EndedSession } from '../../core/session/session';
import type { Command } from '../../core/session/transition';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import type { Stopped } from '../../device/watch/launch';
import type { Watch } from '../../device/watch/watch';

/**
 * Notes why a person is about to stop because something is wrong with a leg; does nothing for other commands. Called
 * before the session gets the command: its record ends it for good, and the watch may be cut off right after that.
 */
export function noteStop(watch: Watch, what: Command | undefined, leg: Leg, today: Day): void {
  if (what === 'hurt') {
    openCareStore(watch.disk, watch.launch.memory()).noteStop(leg);
    watch.launch.memory().stopped = { leg };
  }
  if (what !== 'stopAtSign') return;
  const sign = signOfDay(today, leg);
  lockLegs(watch, openCareStore(watch.disk, watch.launch.memory()), [leg], { by: 'sign', sign });
  watch.launch.memory().stopped = { leg, sign };
}

/** Where a person stopped in a session that an earlier page has ended; that page has noted it already. */
export function stoppedIn({ course, elapsed, stop }: EndedSession, today: Day): Stopped {
  const { leg } = stretchAt(course, elapsed).activity;
  return { leg, ...(stop === 'sign' ? { sign: signOfDay(today, leg) } : {}) };
}
