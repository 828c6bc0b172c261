import { remindAt } from '../../core/session/forgotten-pause';
import type { Session } from '../../core/session/session';
import type { Alarm } from '../watch/alarms';
import type { AlarmBook } from '../store/alarm-book';
import type { Clock } from '../watch/clock';
import type { CueCarrier } from './carrier';
import { ringsAt, WATCHDOG } from './alarm-carrier';

/** Has an alarm remind of a forgotten pause when the page is gone, as it soon is: a pause lets the screen sleep. */
export interface PauseReminder extends CueCarrier {
  /** Whether the alarm has rung. */
  hasRung(): boolean;
}

/** `revision` tells which arming is on disk, where the service looks; `mayBeSet`, whether an earlier page may have set one. */
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
