import { isFields, parseJson } from '../core/json';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Place, Reading } from './place';
import { isDamaged, readPlace, replaceText } from './place';
import { ASIDE_PREFIX, INDEX_KEY, MONTH_PREFIX } from './storage-keys';
import type { Storage } from './storage';

/** What there is of the ledger. */
export interface LedgerIndex {
  /** `YYYY-MM`, oldest first. A month is named before it is written, so it may have no key yet. */
  readonly months: readonly string[];
  /** Months that were set aside because they could not be read: `YYYY-MM.<n>`. */
  readonly aside: readonly string[];
}

/** Every month that the index or a key tells of: an index edited by hand hides nothing. Writes nothing. */
export function readIndex(storage: Storage): LedgerIndex {
  const stored = readPlace(storage, INDEX);
  return {
    months: sorted([...stored.months, ...namedByKeys(storage, MONTH_PREFIX, MONTH)]),
    aside: sorted([...stored.aside, ...namedByKeys(storage, ASIDE_PREFIX, ASIDE)]),
  };
}

/** Whether the index is or was damaged; the months are there without it. Writes nothing. */
export function isIndexDamaged(storage: Storage): boolean {
  return isDamaged(storage, INDEX);
}

/** Sees to it that the index names a month, or one set aside. */
export function nameInIndex(
  storage: Storage,
  what: keyof LedgerIndex,
  name: string,
): Result<void, 'notStored'> {
  if (readPlace(storage, INDEX)[what].includes(name)) return ok(undefined);
  const index = readIndex(storage);
  const named = { ...index, [what]: sorted([...index[what], name]) };
  return replaceText(storage, INDEX, JSON.stringify({ version: VERSION, ...named }));
}

const VERSION = 1;
const MONTH = /^\d{4}-\d\d$/;
const ASIDE = /^\d{4}-\d\d\.\d+$/;

const INDEX: Place<LedgerIndex> = { key: INDEX_KEY, empty: { months: [], aside: [] }, parse: parseIndex };

function parseIndex(text: string): Reading<LedgerIndex> {
  const file = parseJson(text);
  if (isFields(file) && file['version'] === VERSION) {
    const { months, aside } = file;
    if (areNames(months, MONTH) && areNames(aside, ASIDE)) return { value: { months, aside }, whole: true };
  }
  return { value: INDEX.empty, whole: false };
}

function areNames(value: unknown, form: RegExp): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && form.test(name));
}

function namedByKeys(storage: Storage, prefix: string, form: RegExp): readonly string[] {
  return storage
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((name) => form.test(name));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
