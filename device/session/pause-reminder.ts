import type { AlarmParam } from '../../core/alarm/param';
import { remindAt } from '../../core/session/forgotten-pause';
import type { Session } from '../../core/session/session';
import type { AlarmBook } from '../store/alarm-book';
import type { Clock } from '../watch/clock';
import type { CueCarrier } from './carrier';
import { ringsAt, WATCHDOG } from './alarm-carrier';

/**
 * Sets an alarm that reminds of a forgotten pause when the page is gone, which happens soon because a pause lets the
 * screen sleep.
 */
export interface PauseReminder extends CueCarrier {
  /** Whether the alarm has rung. */
  hasRung(): boolean;
}

/**
 * `revision` is the arming on disk, where the service looks; `mayBeSet` says whether an earlier page may have set the
 * alarm; `opensPage` whether the alarm opens the page, which then reminds the person itself, as nothing is felt of a
 * service.
 */
export function pauseReminder(
  alarms: AlarmBook,
  clock: Clock,
  revision: () => number,
  mayBeSet: boolean,
  opensPage: boolean,
): PauseReminder {
  const paramFor = ({ id }: Session): AlarmParam =>
    opensPage ? { kind: 'page', of: 'pause' } : { kind: 'pause', session: id, revision: revision() };
  let isSet = mayBeSet;
  let alarm = 0;
  return {
    forget: () => undefined,
    arm(session) {
      const at = remindAt(session);
      const isAhead = at !== undefined && at > clock.now();
      if (!isAhead && !isSet) return;
      [alarm = 0] = alarms.replace(
        'pause',
        isAhead ? [{ rings: ringsAt(at, WATCHDOG), param: paramFor(session) }] : [],
      );
      isSet = isAhead;
    },
    release: () => undefined,
    hasRung() {
      const left = alarm === 0 ? 'unknown' : alarms.left('pause');
      return left !== 'unknown' && !left.includes(alarm);
    },
  };
}
