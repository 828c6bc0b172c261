import { remindAt } from '../../core/session/forgotten-pause';
import type { Session } from '../../core/session/session';
import type { Alarm } from '../watch/alarms';
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
 * alarm.
 */
export function pauseReminder(
  alarms: AlarmBook,
  clock: Clock,
  revision: () => number,
  mayBeSet: boolean,
): PauseReminder {
  let isSet = mayBeSet;
  let alarm = 0;
  return {
    forget: () => undefined,
    arm(session) {
      const at = remindAt(session);
      const isAhead = at !== undefined && at > clock.now();
      if (!isAhead && !isSet) return;
      [alarm = 0] = alarms.replace('pause', isAhead ? [alarmFor(session, at, revision())] : []);
      isSet = isAhead;
    },
    release: () => undefined,
    hasRung() {
      const left = alarm === 0 ? 'unknown' : alarms.left('pause');
      return left !== 'unknown' && !left.includes(alarm);
    },
  };
}

function alarmFor({ id }: Session, at: number, revision: number): Alarm {
  return { rings: ringsAt(at, WATCHDOG), param: { kind: 'pause', session: id, revision } };
}
