import { addRecord, recentRecords } from '../core/outbox/outbox';
import { packRecord } from '../core/packed-record';
import type { SessionRecord } from '../core/record';
import { makeRecord } from '../core/record';
import type { EndedSession } from '../core/session/session';
import type { Disk } from './disk';
import { openOutbox } from './outbox-store';
import type { SessionStore } from './session-store';

/**
 * Keeps the record of an ended session, then forgets the session; answers whether both are on disk. Cut off in
 * between, it is done again at the next start: the same session gives the same id, and the outbox holds each once.
 */
export function keepRecord(disk: Disk, store: SessionStore, session: EndedSession): boolean {
  const utcOffset = -new Date(session.startedAt).getTimezoneOffset();
  const outbox = openOutbox(disk);
  const record = packRecord(makeRecord(session, utcOffset));
  return outbox.save(addRecord(outbox.outbox(), record)) && store.clear();
}

/** The newest session that this watch knows of. */
export function lastRecord(disk: Disk): SessionRecord | undefined {
  return recentRecords(openOutbox(disk).outbox())[0];
}

/** Whether there are records that cannot be read, or may be. */
export function hasUnreadableRecords(disk: Disk): boolean {
  return openOutbox(disk).damaged;
}
