import type { Fields } from '../core/json';
import { isFields, isWhole } from '../core/json';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Stored } from '../core/state/stored';
import { storedText } from '../core/state/stored';
import { ASIDE_PREFIX, DIGEST_PREFIX, INDEX_KEY, MONTH_PREFIX } from './storage-keys';
import type { Storage } from './storage';
import { keysIn, writeText } from './storage';
import { readValue, writeValue } from './stored-text';

/** The content of the ledger. */
export interface LedgerIndex {
  /** As `YYYY-MM`, oldest first. A month is listed before it is written, so it may not have a key yet. */
  readonly months: readonly string[];
  /** Months set aside because they could not be read: `YYYY-MM.<n>`. */
  readonly aside: readonly string[];
  /** The number of sessions of each month with a digest (`countIn`). A month that is being written has none. */
  readonly counts: Fields;
  /** The sum of all counts, to avoid adding them up each time; undefined if it is not known. */
  readonly total?: MonthTotal | undefined;
}

/** The sum of the counts of this many months. */
export interface MonthTotal extends MonthCount {
  readonly months: number;
}

export interface MonthCount {
  readonly sessions: number;
  /** Which deletions were already left out of it (`markOf` in phone/deletions.ts). */
  readonly deletions: number;
}

/** The count of a month; undefined if there is no valid one. */
export function countIn({ counts }: Pick<LedgerIndex, 'counts'>, month: string): MonthCount | undefined {
  const count = counts[month];
  if (isWhole(count)) return { sessions: count, deletions: 0 };
  const [sessions, deletions] = Array.isArray(count) ? (count as readonly unknown[]) : [];
  return isWhole(sessions) && isWhole(deletions) ? { sessions, deletions } : undefined;
}

/** An index that was read in order to be written. */
export interface OpenIndex extends LedgerIndex {
  /** Whether the stored text is damaged and has to be set aside. */
  readonly isDamaged: boolean;
  /** The counts of all months but the open one, if known. */
  readonly others?: MonthTotal | undefined;
}

/**
 * Reads the index in order to write it. The keys, of which there may be hundreds, are searched only if the index is
 * unreadable.
 */
export function openIndex(storage: Storage): OpenIndex {
  const { value, problem } = readValue(storage, INDEX);
  return problem || value.months.length === 0 ? readIndex(storage) : { ...value, isDamaged: false };
}

/**
 * All months named by the index or by a key, so that an edited index hides nothing. Without any index, what statistics
 * need of a month names it as well, in case its key is gone too. Writes nothing.
 */
export function readIndex(storage: Storage): OpenIndex {
  const { value, problem } = readValue(storage, INDEX);
  const keys = keysIn(storage);
  const months = withNamed(value.months, keys, MONTH_PREFIX, MONTH);
  return {
    months: value.months.length === 0 ? withNamed(months, keys, DIGEST_PREFIX, MONTH) : months,
    aside: withNamed(value.aside, keys, ASIDE_PREFIX, ASIDE),
    counts: value.counts,
    total: value.total,
    isDamaged: problem !== undefined,
  };
}

/** Makes sure that the index lists a month that was set aside. */
export function nameAside(storage: Storage, name: string): Result<void, 'notStored'> {
  if (readValue(storage, INDEX).value.aside.includes(name)) return ok(undefined);
  const index = readIndex(storage);
  return writeValue(storage, INDEX, { ...index, aside: sorted([...index.aside, name]) });
}

/** Lists a month that is about to be written, so that no month is ever missing and no outdated digest counts. */
export function openInIndex(
  storage: Storage,
  index: OpenIndex,
  month: string,
): Result<OpenIndex, 'notStored'> {
  const isNamed = index.months.includes(month);
  if (isNamed && index.counts[month] === undefined && !index.isDamaged) return ok(index);
  const counts = { ...index.counts, [month]: undefined };
  const months = isNamed ? index.months : sorted([...index.months, month]);
  const others = without(index.total, countIn(index, month));
  return writeIndex(storage, { ...index, months, counts, total: undefined, others });
}

/** Sets the number of sessions of a month after month and digest were written. Returns the new index. */
export function countInIndex(
  storage: Storage,
  index: OpenIndex,
  month: string,
  count: MonthCount,
): OpenIndex {
  const { sessions, deletions } = count;
  // One number is faster to read than two, and usually nothing was deleted.
  const counts = { ...index.counts, [month]: deletions === 0 ? sessions : [sessions, deletions] };
  const { others } = index;
  const total = others
    ? {
        months: others.months + 1,
        sessions: others.sessions + sessions,
        deletions: others.deletions + deletions,
      }
    : totalOf(counts);
  const written = writeIndex(storage, { ...index, counts, total, others: undefined });
  return written.ok ? written.value : index;
}

/** Parsing an index is slow, so it is read once and written as often as necessary. */
function writeIndex(storage: Storage, index: OpenIndex): Result<OpenIndex, 'notStored'> {
  const written = index.isDamaged
    ? writeValue(storage, INDEX, index)
    : writeText(storage, INDEX.name, storedText(INDEX, index));
  return written.ok ? ok({ ...index, isDamaged: false }) : written;
}

function without(total: MonthTotal | undefined, count: MonthCount | undefined): MonthTotal | undefined {
  if (!total || !count) return total;
  return {
    months: total.months - 1,
    sessions: total.sessions - count.sessions,
    deletions: total.deletions - count.deletions,
  };
}

/** A plain loop, because this runs with each session that arrives and there may be hundreds of months. */
function totalOf(counts: Fields): MonthTotal {
  let [months, sessions, deletions] = [0, 0, 0];
  for (const month in counts) {
    const count = countIn({ counts }, month);
    if (count === undefined) continue;
    months += 1;
    sessions += count.sessions;
    deletions += count.deletions;
  }
  return { months, sessions, deletions };
}

const MONTH = /^\d{4}-\d\d$/;
const ASIDE = /^\d{4}-\d\d\.\d+$/;

export const INDEX: Stored<LedgerIndex> = {
  name: INDEX_KEY,
  version: 1,
  initial: { months: [], aside: [], counts: {} },
  write: ({ months, aside, counts, total }) => ({
    version: 1,
    months,
    aside,
    counts,
    ...(total ? { total: [total.months, total.sessions, total.deletions] } : {}),
  }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { months, aside, counts } = json;
    const names = readMonths(months);
    if (!names || !areAsides(aside)) return undefined;
    // Older versions of Legato stored no counts.
    const total = readTotal(json['total']);
    return {
      value: { months: names, aside, counts: isFields(counts) ? counts : {}, ...(total ? { total } : {}) },
    };
  },
};

function readTotal(value: unknown): MonthTotal | undefined {
  const [months, sessions, deletions] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return isWhole(months) && isWhole(sessions) && isWhole(deletions)
    ? { months, sessions, deletions }
    : undefined;
}

/** Checked as one text, because this runs with each session that arrives and there may be hundreds of months. */
function readMonths(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const text = value.join();
  if (text === '') return value.length === 0 ? [] : undefined;
  return MONTHS.test(text) ? text.split(',') : undefined;
}

const MONTHS = /^(\d{4}-\d\d,)*\d{4}-\d\d$/;

function areAsides(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && ASIDE.test(name));
}

/** Merges listed names with those of keys, in a plain loop, because there may be hundreds. */
function withNamed(
  names: readonly string[],
  keys: readonly string[],
  prefix: string,
  form: RegExp,
): readonly string[] {
  const known = new Set(names);
  const more: string[] = [];
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    if (!known.has(name) && form.test(name)) more.push(name);
  }
  return more.length === 0 ? names : sorted([...names, ...more]);
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
