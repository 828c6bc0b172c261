import type { SessionRecord } from '../core/record/record';

/**
 * What tells a session from every other: its id and its start. Ids alone come once as long as a watch knows which it has
 * given out (`isSameSession` of core/record/packed-record.ts holds records to the same).
 */
export function sessionKey({ id, startedAt }: Pick<SessionRecord, 'id' | 'startedAt'>): string {
  return `${id} ${startedAt}`;
}
