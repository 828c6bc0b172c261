import { isFields, parseJson } from '../core/json';
import { isId } from '../core/messages/envelope';
import type { SessionRecord } from '../core/record';
import type { Result } from '../core/result';
import { DELETED_KEY } from './keys';
import { monthOf } from './month';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/** Ids of deleted sessions, each with its month. */
export type Deletions = ReadonlyMap<string, string>;

/**
 * The sessions that the person deleted on the phone. Their ids stay for good: a watch that missed its receipt sends
 * the session again, and it must not come back. What is damaged here is skipped, the rest counts.
 */
export function readDeletions(storage: Storage): Deletions {
  const file = parseJson(readText(storage, DELETED_KEY) ?? '');
  const entries = isFields(file) && Array.isArray(file['deleted']) ? (file['deleted'] as unknown[]) : [];
  return new Map(entries.filter(isEntry));
}

/** Deletes a session. It is gone from the ledger at once, and from the storage when the next session comes in. */
export function deleteSession(storage: Storage, record: SessionRecord): Result<void, 'notStored'> {
  const deleted = [...new Map(readDeletions(storage)).set(record.id, monthOf(record))];
  return writeText(storage, DELETED_KEY, JSON.stringify({ version: 1, deleted }));
}

function isEntry(entry: unknown): entry is readonly [id: string, month: string] {
  const [id, month] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  return isId(id) && typeof month === 'string' && /^\d{4}-\d\d$/.test(month);
}
