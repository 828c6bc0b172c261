import { isFields, isWhole } from '../../core/json';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import type { Deletable } from '../deletions';
import { digestAt } from '../digest';
import type { Month } from '../month';
import { monthOf, recordsAt } from '../month';
import { sessionKey } from '../session-key';
import { MADE_DIGEST_PREFIX, MADE_INDEX_KEY, MADE_MONTH_PREFIX } from '../storage-keys';
import type { Storage } from '../storage';
import { keysIn, readText, removeText } from '../storage';
import { readValue, writeValue } from '../stored-text';
import type { SessionGist } from './gist';
import { gistOf } from './gist';

/*
 * Sessions that the person entered or imported. A change may affect many months and must be stored completely or not at
 * all: each month is written under a new number, and becomes valid with a single write of the index. The old versions
 * are removed after that.
 */

/** By `YYYY-MM`: the number of the valid writing of a month, and how many sessions are in it. */
export type MadeIndex = ReadonlyMap<string, { readonly writing: number; readonly sessions: number }>;

/** The existing months. If the index is unreadable or gone, it is rebuilt from the keys: the last writing of each month. */
export function readMadeIndex(storage: Storage): MadeIndex {
  const { value, problem } = readValue(storage, MADE);
  if (!problem && readText(storage, MADE.name) !== undefined) return value;
  const keys = keysIn(storage);
  // Most phones have none, and hundreds of other keys, of which one text is searched faster.
  if (!keys.join().includes(MADE_MONTH_PREFIX)) return new Map();
  const found = new Map<string, { readonly writing: number; readonly sessions: number }>();
  keys.forEach((key) => {
    const [, month = '', number = ''] = MONTH_KEY.exec(key) ?? [];
    const writing = Number(number);
    if (month === '' || (found.get(month)?.writing ?? 0) >= writing) return;
    found.set(month, { writing, sessions: readValue(storage, monthOfWriting(month, writing)).value.size });
  });
  return found;
}

/**
 * Writes an index if there is none, before any month: without one, the last writing of each month counts, and would even
 * if the storage then refuses the rest of its change.
 */
export function openMadeIndex(storage: Storage): Result<void, 'notStored'> {
  return readText(storage, MADE.name) === undefined
    ? writeValue(storage, MADE, readMadeIndex(storage))
    : ok(undefined);
}

/** The sessions of a month, and whether part of it could not be read. */
export function madeSessions(
  storage: Storage,
  index: MadeIndex,
  month: string,
): { readonly value: Month; readonly problem?: unknown } {
  const entry = index.get(month);
  return entry ? readValue(storage, monthOfWriting(month, entry.writing)) : { value: new Map() };
}

/** What statistics need of a month; undefined if it has to be computed from the sessions. */
export function madeGists(
  storage: Storage,
  index: MadeIndex,
  month: string,
): readonly SessionGist[] | undefined {
  const entry = index.get(month);
  if (!entry) return [];
  const digest = readValue(storage, digestOfWriting(month, entry.writing));
  return !digest.problem && digest.value.length === entry.sessions ? digest.value : undefined;
}

/** Adds all of the sessions or none. An existing one stays as it is. */
export function putMade(storage: Storage, records: readonly SessionRecord[]): Result<void, 'notStored'> {
  return rewrite(storage, new Set(records.map(monthOf)), (name, month) => {
    const next = new Map(month);
    records.forEach((record) => {
      if (monthOf(record) === name && !next.has(sessionKey(record))) next.set(sessionKey(record), record);
    });
    return next;
  });
}

/** Removes all of the sessions or none. */
export function removeMade(storage: Storage, records: readonly Deletable[]): Result<void, 'notStored'> {
  const keys = new Set(records.map(sessionKey));
  return rewrite(
    storage,
    new Set(records.map(monthOf)),
    (_, month) => new Map([...month].filter(([key]) => !keys.has(key))),
  );
}

function rewrite(
  storage: Storage,
  names: ReadonlySet<string>,
  change: (name: string, month: Month) => Month,
): Result<void, 'notStored'> {
  const opened = openMadeIndex(storage);
  if (!opened.ok) return opened;
  const index = readMadeIndex(storage);
  const next = new Map(index);
  const old: string[] = [];
  dropLeftovers(storage, index);
  for (const name of names) {
    const before = madeSessions(storage, index, name);
    const month = change(name, before.value);
    if (month.size === before.value.size) continue;
    const writing = (index.get(name)?.writing ?? 0) + 1;
    const written = writeMonth(storage, name, writing, month);
    if (!written.ok) return written;
    next.set(name, { writing, sessions: month.size });
    // A damaged text stays where it is, for possible recovery.
    if (writing > 1 && !before.problem) old.push(...keysOf(name, writing - 1));
  }
  const stored = writeValue(storage, MADE, next);
  if (stored.ok) old.forEach((key) => removeText(storage, key));
  return stored;
}

/** Removes writings later than the valid one, which a change that the storage refused may have left. */
function dropLeftovers(storage: Storage, index: MadeIndex): void {
  keysIn(storage)
    .filter((key) => {
      const [, month = '', number = '0'] = WRITING_KEY.exec(key) ?? [];
      return Number(number) > (index.get(month)?.writing ?? 0);
    })
    .forEach((key) => removeText(storage, key));
}

function writeMonth(
  storage: Storage,
  name: string,
  writing: number,
  month: Month,
): Result<void, 'notStored'> {
  const written = writeValue(storage, monthOfWriting(name, writing), month);
  if (!written.ok) return written;
  // If this fails, the month itself is read instead.
  writeValue(storage, digestOfWriting(name, writing), [...month.values()].map(gistOf));
  return ok(undefined);
}

function monthOfWriting(month: string, writing: number): Stored<Month> {
  return recordsAt(`${MADE_MONTH_PREFIX}${month}.${writing}`);
}

function digestOfWriting(month: string, writing: number): Stored<readonly SessionGist[]> {
  return digestAt(`${MADE_DIGEST_PREFIX}${month}.${writing}`);
}

function keysOf(month: string, writing: number): readonly string[] {
  return [monthOfWriting(month, writing).name, digestOfWriting(month, writing).name];
}

const MONTH_KEY = /^made\.month\.(\d{4}-\d\d)\.(\d+)$/;
const WRITING_KEY = /^made\.(?:month|digest)\.(\d{4}-\d\d)\.(\d+)$/;

export const MADE: Stored<MadeIndex> = {
  name: MADE_INDEX_KEY,
  version: 1,
  initial: new Map(),
  write: (index) => ({
    version: 1,
    months: [...index]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([month, { writing, sessions }]) => [month, writing, sessions]),
  }),
  read(json) {
    const list: unknown = isFields(json) ? json['months'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.flatMap((item) => {
      const [month, writing, sessions] = Array.isArray(item) ? (item as readonly unknown[]) : [];
      const isMonth = typeof month === 'string' && /^\d{4}-\d\d$/.test(month);
      return isMonth && isWhole(writing, 1) && isWhole(sessions)
        ? [[month, { writing, sessions }] as const]
        : [];
    });
    return { value: new Map(entries), problem: entries.length === list.length ? undefined : 'damaged' };
  },
};
