import type { Fields } from '../json';
import { isFields } from '../json';
import type { PreferenceName, Revision, StoredPreferences } from '../state/preferences';
import { isChoice, isRevision, latest, PREFERENCE_NAMES, withValue } from '../state/preferences';

/** The type of a preference's value. */
export type Scalar = string | number | boolean;

/**
 * A value with the revision of its last change. Each change gets a higher revision than any the device has seen, so it
 * always wins over the changes known to that device, whatever the clocks say. Of two concurrent changes the one with
 * the higher revision wins; if they are equal, the value that sorts last as text. A value may belong to a revision of
 * the plan and then counts for that plan only.
 *
 * Older versions of Legato use the time in ms as the revision, or one more than the previous revision. They also take
 * the higher one, so both kinds work together.
 */
export type Revised = readonly [value: Scalar, revision: Revision, plan?: Revision];

/**
 * Preferences as two devices exchange them. Names and values are open, so that a phone passes on what only a later
 * watch knows.
 */
export type SharedPreferences = Readonly<Record<string, Revised>>;

/** The maximum number of preferences, and the maximum length of names and texts in characters. */
export const SHARED_LIMITS = { names: 64, name: 24, text: 400 } as const;

/** All preferences that were ever changed on this watch or received by it. */
export function sharedOf({ values, revisions, firstLegPlan }: StoredPreferences): SharedPreferences {
  return PREFERENCE_NAMES.reduce<SharedPreferences>((shared, name) => {
    const plain: Revised = [values[name], revisions[name]];
    const hasPlan = name === 'firstLeg' && firstLegPlan !== undefined;
    const entry: Revised = hasPlan ? [plain[0], plain[1], firstLegPlan] : plain;
    return revisions[name] > 0 ? { ...shared, [name]: entry } : shared;
  }, {});
}

/**
 * The watch's preferences after merging `theirs`, where the latest change of each wins. Preferences this watch does not
 * know are left out.
 */
export function adopt(stored: StoredPreferences, theirs: SharedPreferences): StoredPreferences {
  const mine = sharedOf(stored);
  const merged = mergeShared(mine, theirs);
  const seen = latestIn(theirs, stored.seen);
  return PREFERENCE_NAMES.reduce<StoredPreferences>(
    (adopted, name) => {
      const entry = entryOf(merged, name);
      return entry && entry !== mine[name] ? withEntry(adopted, name, entry) : adopted;
    },
    seen === stored.seen ? stored : { ...stored, seen },
  );
}

function withEntry(
  stored: StoredPreferences,
  name: PreferenceName,
  [value, revision, plan]: Revised,
): StoredPreferences {
  if (!isChoice(name, value)) return stored;
  const changed = withValue(stored, name, value, revision);
  return name === 'firstLeg' ? { ...changed, firstLegPlan: plan } : changed;
}

/** The highest revision in `shared`, or `seen` if that is higher. */
export function latestIn(shared: SharedPreferences, seen: Revision = 0): Revision {
  return Object.values(shared).reduce((most, [, revision]) => latest(most, revision), seen);
}

/**
 * Merges by taking the latest change of each name. Devices reach the same values in whatever order and however often
 * they merge.
 */
export function mergeShared(mine: SharedPreferences, theirs: SharedPreferences): SharedPreferences {
  return Object.keys(theirs).reduce<SharedPreferences>((merged, name) => {
    const ours = entryOf(mine, name);
    const other = entryOf(theirs, name);
    return other && (!ours || isLater(other, ours)) ? { ...merged, [name]: other } : merged;
  }, mine);
}

/** Whether `mine` holds anything that `theirs` lacks or has an older value of. */
export function hasNews(mine: SharedPreferences, theirs: SharedPreferences): boolean {
  return mergeShared(theirs, mine) !== theirs;
}

/** The preference fields of a message. */
export interface PreferenceFields {
  /** What every version of Legato accepts. The first versions refuse a message with more, longer or other values. */
  readonly preferences: Readonly<Record<string, readonly [value: Scalar, revision: Revision]>>;
  /** Everything beyond that, under a name that the first versions ignore. */
  readonly morePreferences?: SharedPreferences;
}

/** Creates the message fields for these preferences. */
export function makeShared(shared: SharedPreferences): PreferenceFields {
  const all = Object.entries(shared);
  const plain = all.filter(([, [value]]) => isShort(value));
  // Preferences the first versions know take precedence over those they only pass on.
  const known = plain.filter(([name]) => FIRST_NAMES.includes(name));
  const first = known.concat(plain.filter((entry) => !known.includes(entry))).slice(0, FIRST_LIMITS.names);
  const more = all.filter((entry) => !first.includes(entry) || entry[1].length > 2);
  return {
    preferences: Object.fromEntries(first.map(([name, [value, revision]]) => [name, [value, revision]])),
    ...(more.length > 0 ? { morePreferences: Object.fromEntries(more) } : {}),
  };
}

/** The preferences of the first versions. One of them, `timerCarrier`, is no longer known. */
const FIRST_NAMES: readonly string[] = [
  'firstLeg',
  'strength',
  'cueSet',
  'lotionMode',
  'flipPauses',
  'letScreenSleep',
  'timerCarrier',
];

/** The limits that the first versions accept in a message. */
const FIRST_LIMITS = { names: 24, text: 40 } as const;

/**
 * Reads the preferences of a message; undefined when there are none. Invalid values and those beyond the limits are
 * skipped, so nothing a later version sends can block an exchange. Never throws.
 */
export function parseShared({ preferences, morePreferences }: Fields): SharedPreferences | undefined {
  if (!isFields(preferences)) return undefined;
  const more = isFields(morePreferences) ? readable(morePreferences) : {};
  return mergeShared(readable(preferences), more);
}

/** Reads shared preferences and tells whether all of them could be read. Never throws, whatever `input` is. */
export function readShared(input: unknown): {
  readonly value: SharedPreferences;
  readonly whole: boolean;
} {
  if (!isFields(input)) return { value: {}, whole: false };
  const value = readable(input);
  return { value, whole: Object.keys(value).length === Object.keys(input).length };
}

function readable(input: Fields): SharedPreferences {
  const names = Object.keys(input).slice(0, SHARED_LIMITS.names);
  return Object.fromEntries(
    names.flatMap((name) => {
      const entry = input[name];
      return isName(name) && isRevised(entry) ? [[name, entry]] : [];
    }),
  );
}

function isName(name: string): boolean {
  return name.length <= SHARED_LIMITS.name && /^[A-Za-z]+$/.test(name);
}

function isRevised(entry: unknown): entry is Revised {
  if (!Array.isArray(entry) || entry.length < 2 || entry.length > 3) return false;
  const [value, revision, plan = 0] = entry as readonly unknown[];
  return isScalar(value) && isRevision(revision) && isRevision(plan);
}

function isScalar(value: unknown): value is Scalar {
  switch (typeof value) {
    case 'string':
      return value.length <= SHARED_LIMITS.text;
    case 'number':
      return isFinite(value);
    default:
      return typeof value === 'boolean';
  }
}

function isShort(value: Scalar): boolean {
  return typeof value !== 'string' || value.length <= FIRST_LIMITS.text;
}

/** Guards against inherited names: a preference called `constructor` exists only if it was stored. */
function entryOf(values: SharedPreferences, name: string): Revised | undefined {
  return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
}

function isLater(a: Revised, b: Revised): boolean {
  return a[1] > b[1] || (a[1] === b[1] && rank(a) > rank(b));
}

/**
 * The order of values with equal revisions. They are compared as text, because the first versions take the one that
 * sorts last. A value with a plan comes after one without.
 */
function rank([value, , plan]: Revised): string {
  return `${JSON.stringify(value)} ${plan === undefined ? '' : `0000000000000000${plan}`.slice(-16)}`;
}
