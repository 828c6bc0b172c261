import type { Session } from '../../core/session/session';
import { nextCue } from '../../core/session/session';
import type { StoredSession } from '../../core/state/session-file';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmBook } from '../store/alarm-book';
import { ringsAt } from './alarm-carrier';

/**
 * Late enough for the cue's alarm and its service's mark, and early enough for the page to play a cue that nothing has
 * brought.
 */
const DEAD_MAN_AFTER: Millis = 5 * SECOND;

/** A page that died saves nothing for at least this long before it is opened again. */
const JUST_NOW: Millis = 2 * SECOND;

/**
 * Whether a session page that opens now may have been opened over one that lives, by a dead-man alarm that rang too
 * early: a page lived a moment ago, or a cue has only just been due. The next alarm would do so again, and again.
 */
export function mayRingTooEarly({ session, alive }: StoredSession, now: Instant): boolean {
  const next = session.phase === 'running' ? nextCue(session) : undefined;
  const isJustDue = next !== undefined && next.due <= now && now < next.due + DEAD_MAN_AFTER - SECOND;
  return isJustDue || (alive !== undefined && Math.abs(now - alive.at) < JUST_NOW);
}

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
