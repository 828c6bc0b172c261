import type { SessionRecord } from '../core/record/record';

/**
 * The unique key of a session: its id and its start. Ids alone are unique only as long as a watch knows which it has
 * given out (`isSameSession` in core/record/packed-record.ts uses the same key).
 */
export function sessionKey({ id, startedAt }: Pick<SessionRecord, 'id' | 'startedAt'>): string {
  return `${id} ${startedAt}`;
}
