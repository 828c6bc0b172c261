import type { Fields } from '../core/json';
import { isFields, isWhole } from '../core/json';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Stored } from '../core/state/stored';
import { ASIDE_PREFIX, INDEX_KEY, MONTH_PREFIX } from './storage-keys';
import type { Storage } from './storage';
import { readValue, writeValue } from './stored-text';

/** What there is of the ledger. */
export interface LedgerIndex {
  /** `YYYY-MM`, oldest first. A month is named before it is written, so it may have no key yet. */
  readonly months: readonly string[];
  /** Months that were set aside because they could not be read: `YYYY-MM.<n>`. */
  readonly aside: readonly string[];
  /** Of months that have a digest, how many sessions there are. A month that is being written has none. */
  readonly counts: Readonly<Record<string, MonthCount>>;
}

export interface MonthCount {
  readonly sessions: number;
  /** Which deletions are left out of it already (`marksOf` in phone/deletions.ts). */
  readonly deletions: number;
}

/** Every month that the index or a key tells of: an index edited by hand hides nothing. Writes nothing. */
export function readIndex(storage: Storage): LedgerIndex {
  const stored = readValue(storage, INDEX).value;
  const keys = storage.keys();
  return {
    months: sorted([...stored.months, ...namedByKeys(keys, MONTH_PREFIX, MONTH)]),
    aside: sorted([...stored.aside, ...namedByKeys(keys, ASIDE_PREFIX, ASIDE)]),
    counts: stored.counts,
  };
}

/** Sees to it that the index names a month that was set aside. */
export function nameAside(storage: Storage, name: string): Result<void, 'notStored'> {
  if (readValue(storage, INDEX).value.aside.includes(name)) return ok(undefined);
  const index = readIndex(storage);
  return writeValue(storage, INDEX, { ...index, aside: sorted([...index.aside, name]) });
}

/** Names a month that is about to be written, so that no month is ever without a name, and no digest of before counts. */
export function openInIndex(storage: Storage, month: string): Result<void, 'notStored'> {
  const stored = readValue(storage, INDEX).value;
  if (stored.months.includes(month) && !stored.counts[month]) return ok(undefined);
  const index = readIndex(storage);
  const counts = Object.fromEntries(Object.entries(index.counts).filter(([name]) => name !== month));
  return writeValue(storage, INDEX, { ...index, months: sorted([...index.months, month]), counts });
}

/** Says how many sessions a month has, once month and digest are written. */
export function countInIndex(storage: Storage, month: string, count: MonthCount): Result<void, 'notStored'> {
  const stored = readValue(storage, INDEX).value;
  return writeValue(storage, INDEX, { ...stored, counts: { ...stored.counts, [month]: count } });
}

const MONTH = /^\d{4}-\d\d$/;
const ASIDE = /^\d{4}-\d\d\.\d+$/;

export const INDEX: Stored<LedgerIndex> = {
  name: INDEX_KEY,
  version: 1,
  initial: { months: [], aside: [], counts: {} },
  write: ({ months, aside, counts }) => ({
    version: 1,
    months,
    aside,
    counts: Object.fromEntries(
      Object.entries(counts)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([month, { sessions, deletions }]) => [month, [sessions, deletions]]),
    ),
  }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { months, aside, counts } = json;
    if (!areNames(months, MONTH) || !areNames(aside, ASIDE)) return undefined;
    return { value: { months, aside, counts: isFields(counts) ? readCounts(counts) : {} } };
  },
};

/** A count that is none is left out: then the month is read. An older Legato had none. */
function readCounts(counts: Fields): LedgerIndex['counts'] {
  const read: Record<string, MonthCount> = {};
  Object.entries(counts).forEach(([month, count]) => {
    const [sessions, deletions] = Array.isArray(count) ? (count as readonly unknown[]) : [];
    if (isWhole(sessions) && isWhole(deletions)) read[month] = { sessions, deletions };
  });
  return read;
}

function areNames(value: unknown, form: RegExp): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && form.test(name));
}

function namedByKeys(keys: readonly string[], prefix: string, form: RegExp): readonly string[] {
  return keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((name) => form.test(name));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
