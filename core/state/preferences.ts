import { LEGS } from '../body';
import { isFields, isWhole, parseJson } from '../json';
import { CUE_SETS, STRENGTHS } from '../cue/pattern';
import type { Instant } from '../time';
import { isInstant } from '../time';

const SWITCH = [false, true] as const;

/** All that a person can choose, with the choices. */
export const PREFERENCES = {
  /** The leg that is done first. */
  firstLeg: LEGS,
  /** How hard the motor works. */
  strength: STRENGTHS,
  /** The touch patterns of the cues. */
  cueSet: CUE_SETS,
  /** A session ignores touches of the screen. */
  lotionMode: SWITCH,
  /** Turning the wrist over pauses a session. */
  flipPauses: SWITCH,
  /** The screen goes off in a session and alarms carry the cues. */
  letScreenSleep: SWITCH,
  /** A continuous service with its own timer carries cues too. */
  timerCarrier: SWITCH,
} as const;

type Choices = typeof PREFERENCES;
export type PreferenceName = keyof Choices;
export type Preferences = { readonly [Name in PreferenceName]: Choices[Name][number] };

export const PREFERENCE_NAMES = Object.keys(PREFERENCES) as readonly PreferenceName[];

export const DEFAULT_PREFERENCES: Preferences = {
  firstLeg: 'left',
  strength: 'normal',
  cueSet: 'standard',
  lotionMode: false,
  flipPauses: false,
  letScreenSleep: false,
  timerCarrier: false,
};

/** What was chosen, and for each preference the instant of the last change; 0 for one that never was changed. */
export interface StoredPreferences {
  readonly values: Preferences;
  readonly changedAt: Readonly<Record<PreferenceName, Instant>>;
}

export const UNCHANGED_PREFERENCES: StoredPreferences = {
  values: DEFAULT_PREFERENCES,
  changedAt: {
    firstLeg: 0,
    strength: 0,
    cueSet: 0,
    lotionMode: 0,
    flipPauses: 0,
    letScreenSleep: 0,
    timerCarrier: 0,
  },
};

export const PREFERENCES_PROBLEM_CODES = [
  'notJson',
  'notAnObject',
  'versionUnknown',
  'fromNewerVersion',
  'badPreference',
] as const;
export type PreferencesProblemCode = (typeof PREFERENCES_PROBLEM_CODES)[number];

/** One thing that is wrong with a preferences file, and where; the place is empty for the whole file. */
export interface PreferencesProblem {
  readonly code: PreferencesProblemCode;
  readonly place: PreferenceName | '';
}

/**
 * The preferences after one was changed at `now`. Its new instant is later than the one before even when the clock
 * has gone back, so that the last change is the one that counts.
 */
export function changePreference<Name extends PreferenceName>(
  { values, changedAt }: StoredPreferences,
  name: Name,
  value: Preferences[Name],
  now: Instant,
): StoredPreferences {
  return {
    values: { ...values, [name]: value },
    changedAt: { ...changedAt, [name]: Math.max(now, changedAt[name] + 1) },
  };
}

export function makePreferences({ values, changedAt }: StoredPreferences): string {
  const entries: Record<string, unknown> = {};
  PREFERENCE_NAMES.forEach((name) => {
    entries[name] = [values[name], changedAt[name]];
  });
  return JSON.stringify({ version: VERSION, ...entries });
}

/**
 * Reads a preferences file. Never fails: a preference that cannot be read is its default, and a file that cannot
 * be read is all defaults; `problems` says which.
 */
export function parsePreferences(text: string): {
  readonly preferences: StoredPreferences;
  readonly problems: readonly PreferencesProblem[];
} {
  const file = parseJson(text);
  const unreadable = whyUnreadable(file);
  if (unreadable) return { preferences: UNCHANGED_PREFERENCES, problems: [{ code: unreadable, place: '' }] };
  const fields = file as Record<string, unknown>;
  const values: Record<string, unknown> = { ...DEFAULT_PREFERENCES };
  const changedAt = { ...UNCHANGED_PREFERENCES.changedAt };
  const problems: PreferencesProblem[] = [];
  PREFERENCE_NAMES.forEach((name) => {
    const entry = fields[name];
    if (entry === undefined) return;
    const [value, at] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if ((PREFERENCES[name] as readonly unknown[]).includes(value) && isInstant(at)) {
      values[name] = value;
      changedAt[name] = at;
    } else {
      problems.push({ code: 'badPreference', place: name });
    }
  });
  // Every value was either a default or found among the choices of its name.
  return { preferences: { values: values as unknown as Preferences, changedAt }, problems };
}

const VERSION = 1;

function whyUnreadable(file: unknown): PreferencesProblemCode | undefined {
  if (file === undefined) return 'notJson';
  if (!isFields(file)) return 'notAnObject';
  const version = file['version'];
  if (version === VERSION) return undefined;
  return isWhole(version, VERSION + 1) ? 'fromNewerVersion' : 'versionUnknown';
}
