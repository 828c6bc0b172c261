import type { StoredSession } from '../../core/state/session-file';
import { makeSessionFile, parseSessionFile } from '../../core/state/session-file';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

/** The name of the session file; its slots are `session.a` and `session.b`. */
export const SESSION_FILE = 'session';

/** The session that is not over, on disk. The page process is its only writer. */
export interface SessionStore {
  /** What was on disk when the store was opened. */
  readonly stored: StoredSession | undefined;
  /** Whether a session was on disk when the store was opened that could not be read; its bytes are kept. */
  readonly lost: boolean;
  /** Answers whether the session is on disk; if not, it is as it was before. */
  save(session: StoredSession): boolean;
  /** Forgets the session: its record is kept elsewhere. */
  clear(): boolean;
}

export function openSessionStore(disk: Disk): SessionStore {
  const file = openSlotted(disk, SESSION_FILE);
  const payload = file.payload();
  const parsed = payload ? parseSessionFile(payload) : undefined;
  if (parsed && !parsed.ok) file.setAside();
  return {
    stored: parsed?.ok ? parsed.value : undefined,
    lost: parsed ? !parsed.ok : file.lost,
    save: (session) => file.write(makeSessionFile(session)),
    clear: () => file.write(''),
  };
}
