import type { Session } from '../../core/session/session';
import { nextCue } from '../../core/session/session';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmBook } from '../store/alarm-book';
import { ringsAt } from './alarm-carrier';

/**
 * Late enough for the cue's alarm and its service's mark, and early enough for the page to play a cue that nothing has
 * brought.
 */
const DEAD_MAN_AFTER: Millis = 5 * SECOND;

/** Opens the page again if it dies without notice. */
export interface DeadMan {
  /** The session has advanced, so the next cue may be a different one. */
  follow(session: Session): void;
  /** The page closes in the normal way. */
  leave(): void;
}

/**
 * An alarm after the next cue that opens the session page, which then takes up the session as usual. A live page moves
 * it with each cue, and cancels it in a pause, at the end, and whenever it is left.
 */
export function deadManAlarm(alarms: AlarmBook): DeadMan {
  let rings: Instant | undefined;
  /** Includes the alarm that an earlier page has left. */
  const takeBack = (): void => {
    alarms.renew('deadMan');
    rings = undefined;
  };
  return {
    follow(session) {
      const next = session.phase === 'running' ? nextCue(session) : undefined;
      if (!next) {
        takeBack();
        return;
      }
      const behind = ringsAt(next.due, DEAD_MAN_AFTER);
      if (rings === behind) return;
      rings = behind;
      alarms.renew('deadMan', { rings, param: { kind: 'page', of: 'deadMan' } });
    },
    leave: takeBack,
  };
}
