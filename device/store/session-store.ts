import type { StoredSession } from '../../core/state/session-file';
import { SESSION_FILE } from '../../core/state/session-file';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
import type { StoredFile } from './stored-file';
import { openStored } from './stored-file';

/** The session on disk that is not over; `undefined` if there is none. The page process is its only writer. */
export type SessionStore = StoredFile<StoredSession | undefined>;

/** A session that a page of this launch has saved is not read again, because that takes long. */
export function openSessionStore(disk: Disk, memory: Pick<LaunchMemory, 'session'> = {}): SessionStore {
  return openStored(disk, SESSION_FILE, (memory.session = memory.session ?? {}));
}
