/** Reads the session from the app's files, to show it outside the watch. */
import type { Loss } from '../core/session/delivery';
import { lossOf } from '../core/session/delivery';
import type { DueCue } from '../core/session/session';
import { nextCue } from '../core/session/session';
import { SESSION_FILE, type StoredSession } from '../core/state/session-file';
import type { Slot } from '../core/state/slots';
import { readStored } from '../core/state/stored';
import { slotsOn, type Files } from './watch-disk';

/**
 * The session on the watch's disk, or else the last one. When a session is over, the app empties one of the two slots,
 * and the other keeps the session until the next one begins.
 */
export function storedSession(watch: Files): StoredSession | undefined {
  return read(slotsOn(watch, 'session').find(({ payload }) => payload !== ''));
}

/** Whether there is a session on the watch's disk that is not over. */
export function isSessionRunning(watch: Files): boolean {
  return read(slotsOn(watch, 'session')[0]) !== undefined;
}

/** The next cue; undefined when no session runs. */
export function cueAhead(watch: Files): DueCue | undefined {
  const session = read(slotsOn(watch, 'session')[0])?.session;
  return session?.phase === 'running' ? nextCue(session) : undefined;
}

/** Why the last due cue was lost, if it was. */
export function lastLoss(watch: Files): { readonly number: number; readonly loss: Loss } | undefined {
  const book = storedSession(watch)?.session.book ?? [];
  const last = book[book.length - 1];
  const loss = last && lossOf(last);
  return loss && { number: book.length - 1, loss };
}

function read(slot: Slot | undefined): StoredSession | undefined {
  return readStored(SESSION_FILE, slot?.payload).value;
}
