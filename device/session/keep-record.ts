import { packRecord } from '../../core/record/packed-record';
import { makeRecord } from '../../core/record/record';
import type { EndedSession, Session } from '../../core/session/session';
import { startOf } from '../../core/session/session';
import { utcOffsetAt } from '../watch/clock';
import type { Disk } from '../watch/disk';
import type { Watch } from '../watch/watch';
import { noteDone } from '../store/reminder-sheet';
import { openOutbox } from '../store/outbox-store';
import type { SessionStore } from '../store/session-store';

/**
 * Keeps the record of an ended session, then deletes the session. Returns whether both are on disk. If the watch is cut
 * off in between, the next start repeats it: the same session gives the same id, and the outbox holds each only once.
 * The following page notes the session for the card, which cannot be seen before that.
 */
export function keepRecord(
  { disk, launch }: Pick<Watch, 'disk' | 'launch'>,
  store: SessionStore,
  session: EndedSession,
): boolean {
  const record = makeRecord(session, utcOffsetAt);
  const known = { packed: packRecord(record), record };
  launch.memory().record = known;
  launch.memory().ended = session;
  const outbox = openOutbox(disk);
  if (!outbox.add(known)) return false;
  launch.memory().ended = undefined;
  noteDone(disk, outbox, record);
  return store.write(undefined);
}

/**
 * Whether the record of a session was kept. Then the session is over, whatever its own file says: the disk may have
 * taken the record and nothing since.
 */
export function isRecorded(disk: Disk, session: Session): boolean {
  const last = openOutbox(disk).last();
  return last?.id === session.id && last.startedAt === startOf(session);
}
