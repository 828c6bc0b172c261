import { ok } from '../../core/result';
import type { StoredSession } from '../../core/state/session-file';
import { makeSessionFile, parseSessionFile } from '../../core/state/session-file';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
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

/** What a page of this launch saved last is taken from `memory`, where the file still says the same: reading it takes long. */
export function openSessionStore(disk: Disk, memory: Pick<LaunchMemory, 'session'> = {}): SessionStore {
  const file = openSlotted(disk, SESSION_FILE);
  const payload = file.payload();
  const parsed = payload ? read(payload, memory) : undefined;
  if (parsed && !parsed.ok) file.setAside();
  return {
    stored: parsed?.ok ? parsed.value : undefined,
    lost: parsed ? !parsed.ok : file.lost,
    save(stored) {
      const text = makeSessionFile(stored);
      const isSaved = file.write(text);
      if (isSaved) memory.session = { text, stored };
      return isSaved;
    },
    clear: () => file.write(''),
  };
}

function read(text: string, { session }: Pick<LaunchMemory, 'session'>): ReturnType<typeof parseSessionFile> {
  return session?.text === text ? ok(session.stored) : parseSessionFile(text);
}
