import type { LocalMoment } from '../core/calendar/day';
import { isFields } from '../core/json';
import { packRecord, parseRecord } from '../core/record/packed-record';
import type { SessionRecord } from '../core/record/record';
import type { Stored } from '../core/state/stored';
import { MINUTE } from '../core/time';
import { sessionKey } from './session-key';
import { MONTH_PREFIX } from './storage-keys';

/** The local month in which a session began, as `YYYY-MM`. */
export function monthOf({ startedAt, utcOffset }: LocalMoment): string {
  const local = new Date(startedAt + utcOffset * MINUTE);
  const year = String(local.getUTCFullYear()).padStart(4, '0');
  return `${year}-${String(local.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** The records of a month, by `sessionKey`. */
export type Month = ReadonlyMap<string, SessionRecord>;

/** Where a month, named `YYYY-MM`, is stored in the ledger. */
export function monthAt(month: string): Stored<Month> {
  return recordsAt(`${MONTH_PREFIX}${month}`);
}

/** Where the records of a month are stored. */
export function recordsAt(name: string): Stored<Month> {
  return {
    name,
    version: 1,
    initial: new Map(),
    write: (records) => ({ version: 1, records: [...records.values()].map(packRecord) }),
    read(json) {
      const list: unknown = isFields(json) ? json['records'] : undefined;
      if (!Array.isArray(list)) return undefined;
      const records = list.map(parseRecord).flatMap((record) => (record.ok ? [record.value] : []));
      const value = new Map(records.map((record) => [sessionKey(record), record]));
      return { value, problem: value.size === list.length ? undefined : 'damaged' };
    },
  };
}
