import type { Fields } from '../json';
import { isFields } from '../json';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { StoredPreferences } from '../state/preferences';
import { PREFERENCE_NAMES, PREFERENCES } from '../state/preferences';
import type { Instant } from '../time';
import { isInstant } from '../time';

/** What a preference can be. */
export type Scalar = string | number | boolean;

/**
 * Preferences as two devices exchange them: each value with the instant of its last change. Names and values are
 * free, so that a phone passes on what only a later watch knows.
 */
export type Stamped = Readonly<Record<string, readonly [value: Scalar, at: Instant]>>;

/** There are no more preferences than this, no longer names (in characters) and no longer texts. */
export const STAMPED_LIMITS = { names: 24, name: 24, text: 40 } as const;

/** All preferences that were ever changed on this watch. */
export function stampedOf({ values, changedAt }: StoredPreferences): Stamped {
  return PREFERENCE_NAMES.reduce<Stamped>((stamped, name) => {
    const at = changedAt[name];
    return at > 0 ? { ...stamped, [name]: [values[name], at] } : stamped;
  }, {});
}

/** The watch's preferences after the last change of each has won; what this watch does not know is left out. */
export function adopt(stored: StoredPreferences, theirs: Stamped): StoredPreferences {
  const mine = stampedOf(stored);
  const merged = mergeStamped(mine, theirs);
  return PREFERENCE_NAMES.reduce<StoredPreferences>((adopted, name) => {
    const entry = entryOf(merged, name);
    if (!entry || entry === mine[name] || !isChoice(name, entry[0])) return adopted;
    return {
      values: { ...adopted.values, [name]: entry[0] },
      changedAt: { ...adopted.changedAt, [name]: entry[1] },
    };
  }, stored);
}

/**
 * The last change of each name wins; of two changes in the same millisecond, the one whose value comes last as
 * text. Both devices come to the same values, whichever merges first and however often.
 */
export function mergeStamped(mine: Stamped, theirs: Stamped): Stamped {
  return Object.keys(theirs).reduce<Stamped>((merged, name) => {
    const ours = entryOf(mine, name);
    const other = entryOf(theirs, name);
    return other && (!ours || isLater(other, ours)) ? { ...merged, [name]: other } : merged;
  }, mine);
}

/** Whether `mine` holds anything that `theirs` lacks or has an older value of. */
export function hasNews(mine: Stamped, theirs: Stamped): boolean {
  return mergeStamped(theirs, mine) !== theirs;
}

/** Reads stamped values; refuses all of them when one is not as it should be. Never throws. */
export function parseStamped(input: unknown): Result<Stamped, 'stampedInvalid'> {
  if (!isFields(input)) return err('stampedInvalid');
  const names = Object.keys(input);
  const legal = names.length <= STAMPED_LIMITS.names && names.every((name) => isEntry(name, input));
  return legal ? ok(input as Stamped) : err('stampedInvalid');
}

function isEntry(name: string, input: Fields): boolean {
  const entry = input[name];
  if (name.length > STAMPED_LIMITS.name || !/^[A-Za-z]+$/.test(name)) return false;
  return Array.isArray(entry) && entry.length === 2 && isScalar(entry[0]) && isInstant(entry[1]);
}

function isScalar(value: unknown): value is Scalar {
  switch (typeof value) {
    case 'string':
      return value.length <= STAMPED_LIMITS.text;
    case 'number':
      return isFinite(value);
    default:
      return typeof value === 'boolean';
  }
}

function isChoice(name: keyof typeof PREFERENCES, value: Scalar): boolean {
  return (PREFERENCES[name] as readonly Scalar[]).includes(value);
}

/** A preference called `constructor` is there only when somebody stored it. */
function entryOf(values: Stamped, name: string): Stamped[string] | undefined {
  return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
}

function isLater(a: Stamped[string], b: Stamped[string]): boolean {
  return a[1] > b[1] || (a[1] === b[1] && JSON.stringify(a[0]) > JSON.stringify(b[0]));
}
