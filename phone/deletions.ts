import { isFields, parseJson } from '../core/json';
import { isId } from '../core/messages/envelope';
import type { SessionRecord } from '../core/record';
import type { Result } from '../core/result';
import { setAside } from './aside';
import { DELETED_ASIDE_PREFIX, DELETED_KEY } from './storage-keys';
import { monthOf } from './month';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/** Ids of deleted sessions, each with its month. */
export type Deletions = ReadonlyMap<string, string>;

/**
 * The sessions that the person deleted on the phone. Their ids stay for good: a watch that missed its receipt sends
 * the session again, and it must not come back. Of a damaged list what is whole counts. Writes nothing.
 */
export function readDeletions(storage: Storage): Deletions {
  return parseDeletions(readText(storage, DELETED_KEY)).whole;
}

/** Whether deletions are or were damaged, so that a deleted session may be there again. Writes nothing. */
export function areDeletionsDamaged(storage: Storage): boolean {
  return (
    parseDeletions(readText(storage, DELETED_KEY)).damaged !== undefined ||
    storage.keys().some((key) => key.startsWith(DELETED_ASIDE_PREFIX))
  );
}

/**
 * Deletes a session. It is gone from the ledger at once, and from the storage when the next session comes in. A
 * damaged list is set aside first; where that fails nothing is deleted.
 */
export function deleteSession(storage: Storage, record: SessionRecord): Result<void, 'notStored'> {
  const { whole, damaged } = parseDeletions(readText(storage, DELETED_KEY));
  const aside = damaged === undefined ? undefined : setAside(storage, DELETED_ASIDE_PREFIX, damaged);
  if (aside?.ok === false) return aside;
  const deleted = [...new Map(whole).set(record.id, monthOf(record))];
  return writeText(storage, DELETED_KEY, JSON.stringify({ version: VERSION, deleted }));
}

const VERSION = 1;

/** What is whole of a list, and its text if that is not all of it. */
function parseDeletions(text: string | undefined): {
  readonly whole: Deletions;
  readonly damaged: string | undefined;
} {
  if (text === undefined) return { whole: new Map(), damaged: undefined };
  const file = parseJson(text);
  const list = isFields(file) && Array.isArray(file['deleted']) ? (file['deleted'] as unknown[]) : undefined;
  const entries = list?.filter(isEntry) ?? [];
  const isWhole = isFields(file) && file['version'] === VERSION && entries.length === list?.length;
  return { whole: new Map(entries), damaged: isWhole ? undefined : text };
}

function isEntry(entry: unknown): entry is readonly [id: string, month: string] {
  const [id, month] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  return isId(id) && typeof month === 'string' && /^\d{4}-\d\d$/.test(month);
}
