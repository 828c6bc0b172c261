import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { isRecorded, keepRecord } from '../../device/session/keep-record';
import type { CareStore } from '../../device/store/care-store';
import { openSessionStore } from '../../device/store/session-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { StopSaved } from './view';

/** How long the page waits before it tries again to save what the disk did not take. */
const SAVE_AGAIN: Millis = 5 * SECOND;

/** Puts a stop on disk: that the person stopped, what they said was wrong, and how the session ended. */
export interface SavingStop {
  saved(): StopSaved;
  /** Tries now. Once `isSaid`, the person is not asked again what is wrong. */
  save(isSaid: boolean): void;
  /** The page closes. The next page or launch tries what is left. */
  stop(): void;
}

/** Tries at once, and until all is on disk; `changed` is called after each further attempt. */
export function savingStop(watch: Watch, care: CareStore, isSaid: boolean, changed: () => void): SavingStop {
  let undo: Undo = () => undefined;
  const attempt = (said: boolean): StopSaved => {
    undo();
    const next = saveStop(watch, care, said);
    if (next.isLockKept && next.isRecorded) return next;
    undo = watch.clock.after(SAVE_AGAIN, () => {
      saved = attempt(said);
      changed();
    });
    return next;
  };
  let saved = attempt(isSaid);
  return {
    saved: () => saved,
    save(said) {
      saved = attempt(said);
    },
    stop() {
      undo();
    },
  };
}

/**
 * The note of the stop is cleared once the person has said what is wrong, but not before the disk has the end of the
 * session: until then, the note is all that keeps the next launch from going on with it.
 */
function saveStop(watch: Watch, care: CareStore, isSaid: boolean): StopSaved {
  const end = saveEnd(watch);
  const isLockKept = isSaid && end !== 'unknown' ? care.clearStop() : care.hear([]);
  return { isLockKept, isRecorded: end === 'recorded', isLost: !isLockKept && end === 'unknown' };
}

/** Until the record of a session is on disk, its file exists; `over` is a session that has ended in that file. */
function saveEnd(watch: Watch): 'recorded' | 'over' | 'unknown' {
  const { disk, launch } = watch;
  const store = openSessionStore(disk, launch.memory());
  const stored = store.value();
  if (!stored || isRecorded(disk, stored.session)) return 'recorded';
  const { session, arming } = stored;
  const ended = session.phase === 'ended' ? session : launch.memory().ended;
  if (ended?.id !== session.id) return 'unknown';
  if (keepRecord(watch, store, ended) || isRecorded(disk, ended)) return 'recorded';
  return store.write({ session: ended, arming }) ? 'over' : 'unknown';
}
