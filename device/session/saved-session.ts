import type { Session } from '../../core/session/session';
import { signOfLife } from '../../core/session/reopen';
import type { ArmedSheet, CueSheet, StoredSession } from '../../core/state/session-file';
import type { SessionStore } from '../store/session-store';
import type { Clock } from '../watch/clock';
import type { Stage } from './stage';

export interface SavedSession extends Pick<Stage, 'save' | 'isSaved'> {
  /** What is armed as far as services know, since they read it from disk. */
  readonly armed: () => ArmedSheet;
  /** How far the session on disk has come. */
  readonly onDisk: () => Pick<CueSheet, 'revision' | 'booked'>;
}

/**
 * Saves the session with what is armed for it, and knows whether that is on disk.
 *
 * `bare` is a session on disk with nothing armed and no alarm left, such as one that has just begun. Saving it once
 * more before its alarms are set would protect nothing. If the watch is cut off before the alarms are on disk, it has a
 * session without armed cues either way, and alarms that ring find none of their cues in the file. The page that
 * takes up the session sees those alarms and arms under a revision that they do not have.
 */
export function savedSession(
  clock: Clock,
  store: SessionStore,
  sheet: () => ArmedSheet,
  before: StoredSession,
  bare: Session | undefined,
): SavedSession {
  let isSaved = true;
  let unchanged = bare;
  let saved: Pick<StoredSession, 'session' | 'arming'> = before;
  return {
    save(session, playing) {
      if (session === unchanged && playing === undefined && isNothingArmed(sheet())) return;
      unchanged = undefined;
      isSaved = store.write({
        ...{ session, arming: sheet() },
        ...(playing === undefined ? {} : { playing }),
        ...(session.phase === 'running' ? { alive: signOfLife(session, clock.now()) } : {}),
      });
      if (isSaved) saved = { session, arming: sheet() };
    },
    isSaved: () => isSaved,
    armed() {
      const { arming } = saved;
      return arming.revision === sheet().revision ? arming : { ...sheet(), cues: [] };
    },
    onDisk: () => ({ revision: saved.arming.revision, booked: saved.session.book.length }),
  };
}

export function isNothingArmed({ cues, guard }: ArmedSheet): boolean {
  return cues.length === 0 && guard === 0;
}
