import type { Session } from '../../core/session/session';
import { nextCue } from '../../core/session/session';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmBook } from '../store/alarm-book';
import { ringsAt } from './alarm-carrier';

/** Behind the alarm of the cue and the mark of its service, and early enough for the page to play a cue that nothing has brought. */
const DEAD_MAN_AFTER: Millis = 5 * SECOND;

/** Opens the page again, should it die without a word. */
export interface DeadMan {
  /** The session was brought on: another cue may be the next. */
  follow(session: Session): void;
  /** The page goes, and is there to say so. */
  leave(): void;
}

/**
 * One alarm behind the next cue that opens the page of the session, which takes the session up as ever. A living page moves it on
 * at each cue and takes it back in a pause, at the end and on every way out.
 */
export function deadManAlarm(alarms: AlarmBook): DeadMan {
  let rings: Instant | undefined;
  /** Also what an earlier page has left. */
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
      alarms.renew('deadMan', { rings, opens: 'session' });
    },
    leave: takeBack,
  };
}
