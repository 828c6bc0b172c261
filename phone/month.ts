import { isFields, parseJson } from '../core/json';
import { packRecord, parseRecord } from '../core/record/packed-record';
import type { SessionRecord } from '../core/record/record';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import { MINUTE } from '../core/time';
import { sessionKey } from './session-key';

/** The month in which a session began where the person was, as `YYYY-MM`. */
export function monthOf({ startedAt, utcOffset }: SessionRecord): string {
  const local = new Date(startedAt + utcOffset * MINUTE);
  const year = String(local.getUTCFullYear()).padStart(4, '0');
  return `${year}-${String(local.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** The records of a month, by `sessionKey`. */
export type Month = ReadonlyMap<string, SessionRecord>;

export const EMPTY_MONTH: Month = new Map();

export function makeMonth(month: Month): string {
  return JSON.stringify({ version: VERSION, records: [...month.values()].map(packRecord) });
}

/** A month that cannot be read, or only in part: its text, and the records that are still whole. */
export interface DamagedMonth {
  readonly text: string;
  readonly whole: Month;
}

/** Reads a month. */
export function parseMonth(text: string): Result<Month, DamagedMonth> {
  const file = parseJson(text);
  const list = isFields(file) && file['version'] === VERSION ? file['records'] : undefined;
  if (!Array.isArray(list)) return err({ text, whole: EMPTY_MONTH });
  const whole = new Map<string, SessionRecord>();
  list.forEach((item) => {
    const record = parseRecord(item);
    if (record.ok) whole.set(sessionKey(record.value), record.value);
  });
  return whole.size === list.length ? ok(whole) : err({ text, whole });
}

const VERSION = 1;
