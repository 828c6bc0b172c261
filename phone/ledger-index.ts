import { isFields } from '../core/json';
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
}

/** Every month that the index or a key tells of: an index edited by hand hides nothing. Writes nothing. */
export function readIndex(storage: Storage): LedgerIndex {
  const stored = readValue(storage, INDEX).value;
  return {
    months: sorted([...stored.months, ...namedByKeys(storage, MONTH_PREFIX, MONTH)]),
    aside: sorted([...stored.aside, ...namedByKeys(storage, ASIDE_PREFIX, ASIDE)]),
  };
}

/** Sees to it that the index names a month, or one set aside. */
export function nameInIndex(
  storage: Storage,
  what: keyof LedgerIndex,
  name: string,
): Result<void, 'notStored'> {
  if (readValue(storage, INDEX).value[what].includes(name)) return ok(undefined);
  const index = readIndex(storage);
  return writeValue(storage, INDEX, { ...index, [what]: sorted([...index[what], name]) });
}

const MONTH = /^\d{4}-\d\d$/;
const ASIDE = /^\d{4}-\d\d\.\d+$/;

export const INDEX: Stored<LedgerIndex> = {
  name: INDEX_KEY,
  version: 1,
  initial: { months: [], aside: [] },
  write: (index) => ({ version: 1, ...index }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { months, aside } = json;
    return areNames(months, MONTH) && areNames(aside, ASIDE) ? { value: { months, aside } } : undefined;
  },
};

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
