/** The session as the files of the app have it, for those who look at a watch from outside. */
import type { Loss } from '../core/session/delivery';
import { lossOf } from '../core/session/delivery';
import type { DueCue } from '../core/session/session';
import { nextCue } from '../core/session/session';
import { SESSION_FILE, type StoredSession } from '../core/state/session-file';
import type { Slot } from '../core/state/slots';
import { readStored } from '../core/state/stored';
import { slotsOn, type Files } from './watch-disk';

/**
 * The session that is on the disk of a watch, or the last one that was: when a session is over the app empties one of
 * the two slots, and the other still has all of it until the next one begins.
 */
export function storedSession(watch: Files): StoredSession | undefined {
  return read(slotsOn(watch, 'session').find(({ payload }) => payload !== ''));
}

/** Whether the disk of a watch has a session that is not over. */
export function isSessionRunning(watch: Files): boolean {
  return read(slotsOn(watch, 'session')[0]) !== undefined;
}

/** The cue that is to come next; none when no session runs. */
export function cueAhead(watch: Files): DueCue | undefined {
  const session = read(slotsOn(watch, 'session')[0])?.session;
  return session?.phase === 'running' ? nextCue(session) : undefined;
}

/** How the last of the cues that were due was lost, if it was. */
export function lastLoss(watch: Files): { readonly number: number; readonly loss: Loss } | undefined {
  const book = storedSession(watch)?.session.book ?? [];
  const last = book[book.length - 1];
  const loss = last && lossOf(last);
  return loss && { number: book.length - 1, loss };
}

function read(slot: Slot | undefined): StoredSession | undefined {
  return readStored(SESSION_FILE, slot?.payload).value;
}
