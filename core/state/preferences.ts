import type { Leg } from '../body';
import { LEGS } from '../body';
import { DAY_END, DAY_ENDS } from '../calendar/day';
import { ANSWERS } from '../care/answers';
import { eachVein } from '../care/veins';
import { isFields, isWhole } from '../json';
import { CUE_SETS, STRENGTHS } from '../cue/pattern';
import { COUNTRY_CHOICES } from '../emergency';
import type { Stored, StoredProblem } from './stored';

const SWITCH = [false, true] as const;

/** All preferences, with their possible values. */
export const PREFERENCES = {
  /** The leg that is done first. */
  firstLeg: LEGS,
  /** How hard the motor works. */
  strength: STRENGTHS,
  /** The touch patterns of the cues. */
  cueSet: CUE_SETS,
  /** Whether a session ignores touches of the screen. */
  lotionMode: SWITCH,
  /** Whether turning the wrist over pauses a session. */
  flipPauses: SWITCH,
  /** Whether the screen goes off in a session, with alarms carrying the cues. */
  letScreenSleep: SWITCH,
  /** Whether a session begins with a black picture on a screen that stays on. */
  darkLook: SWITCH,
  /** Whether a swipe out of a session asks for confirmation, once. */
  askToLeave: SWITCH,
  /** Whether a light tick comes shortly before the change of legs and the end. */
  earlySignal: SWITCH,
  /** The country whose emergency number is shown; chosen on the phone. */
  country: COUNTRY_CHOICES,
  /** The hour after midnight at which the person's day ends; chosen on the phone. */
  dayEnd: DAY_ENDS,
  /** The answers to the hard questions. */
  clotAnswer: ANSWERS,
  injuryAnswer: ANSWERS,
  pregnantAnswer: ANSWERS,
  painAnswer: ANSWERS,
  illAnswer: ANSWERS,
  skinAnswer: ANSWERS,
  /** The zones in which a vein bulges, to go around. */
  ...eachVein(SWITCH),
  /** Whether text is larger. */
  largeText: SWITCH,
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
  darkLook: false,
  askToLeave: true,
  earlySignal: false,
  country: 'none',
  dayEnd: DAY_END,
  clotAnswer: 'open',
  injuryAnswer: 'open',
  pregnantAnswer: 'open',
  painAnswer: 'open',
  illAnswer: 'open',
  skinAnswer: 'open',
  ...eachVein(false),
  largeText: false,
};

/** Whether the screen may go off in a session. The dark look keeps the page alive, so it takes precedence. */
export function letsScreenSleep({
  letScreenSleep,
  darkLook,
}: Pick<Preferences, 'letScreenSleep' | 'darkLook'>): boolean {
  return letScreenSleep && !darkLook;
}

/** Counts changes: a later one is higher. */
export type Revision = number;

export function isRevision(value: unknown): value is Revision {
  return isWhole(value) && value <= LAST_REVISION;
}

/**
 * The first versions use the time in ms as a revision and refuse anything that cannot be a time. This is the largest
 * value they accept.
 */
const LAST_REVISION: Revision = 8e15;

/** The chosen values, and for each preference the revision of the last change; 0 if it was never changed. */
export interface StoredPreferences {
  readonly values: Preferences;
  readonly revisions: Readonly<Record<PreferenceName, Revision>>;
  /** The revision of the plan for which the first leg was chosen; older versions of Legato did not store it. */
  readonly firstLegPlan: Revision | undefined;
  /** The highest revision of any preference that this watch has seen. */
  readonly seen: Revision;
}

export const UNCHANGED_PREFERENCES: StoredPreferences = {
  values: DEFAULT_PREFERENCES,
  revisions: unchanged(),
  firstLegPlan: undefined,
  seen: 0,
};

function unchanged(): StoredPreferences['revisions'] {
  const revisions: Partial<Record<PreferenceName, Revision>> = {};
  PREFERENCE_NAMES.forEach((name) => {
    revisions[name] = 0;
  });
  return revisions as StoredPreferences['revisions'];
}

/** Changes a preference. The change wins over everything this watch has seen. */
export function changePreference<Name extends PreferenceName>(
  stored: StoredPreferences,
  name: Name,
  value: Preferences[Name],
): StoredPreferences {
  return withValue(stored, name, value, nextRevision(stored.seen));
}

/** The preferences after a change with this revision. */
export function withValue<Name extends PreferenceName>(
  stored: StoredPreferences,
  name: Name,
  value: Preferences[Name],
  revision: Revision,
): StoredPreferences {
  return {
    ...stored,
    values: { ...stored.values, [name]: value },
    revisions: { ...stored.revisions, [name]: revision },
    seen: latest(stored.seen, revision),
  };
}

/**
 * Chooses the leg to be done first in the plan of this revision. The change gets a higher revision than the plan, which
 * tells older versions of Legato that the choice was made after it.
 */
export function chooseFirstLeg(stored: StoredPreferences, leg: Leg, plan: Revision): StoredPreferences {
  const changed = changePreference({ ...stored, seen: latest(stored.seen, plan) }, 'firstLeg', leg);
  return { ...changed, firstLegPlan: plan };
}

/**
 * The leg to be done first in the plan of this revision; undefined when the plan's own order counts. A choice counts
 * only for the plan for which it was made. If an older version of Legato has not stored the plan, both revisions are
 * times.
 */
export function firstLegIn(stored: StoredPreferences, plan: Revision): Leg | undefined {
  const { values, revisions, firstLegPlan } = stored;
  const counts = firstLegPlan === undefined ? revisions.firstLeg > plan : firstLegPlan === plan;
  return counts ? values.firstLeg : undefined;
}

/** The revision of a change that wins over everything a device has seen. */
export function nextRevision(seen: Revision): Revision {
  return Math.min(seen + 1, LAST_REVISION);
}

export function latest(one: Revision, other: Revision): Revision {
  return Math.max(one, other);
}

export function isChoice<Name extends PreferenceName>(
  name: Name,
  value: unknown,
): value is Preferences[Name] {
  return (PREFERENCES[name] as readonly unknown[]).includes(value);
}

/**
 * The file of the preferences. An unreadable preference gets its default without affecting the others. The first
 * versions read the values and their revisions, which they take for times.
 */
export const PREFERENCES_FILE: Stored<StoredPreferences> = {
  name: 'preferences',
  version: 1,
  initial: UNCHANGED_PREFERENCES,
  write({ values, revisions, firstLegPlan, seen }) {
    const entries: Record<string, readonly unknown[]> = {};
    PREFERENCE_NAMES.forEach((name) => {
      entries[name] = [values[name], revisions[name]];
    });
    return { version: 1, ...entries, firstLegPlan, seen };
  },
  read(json) {
    if (!isFields(json)) return undefined;
    let problem: StoredProblem | undefined;
    const read = PREFERENCE_NAMES.reduce<StoredPreferences>((before, name) => {
      const entry = json[name];
      if (entry === undefined) return before;
      const [value, revision] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
      if (isChoice(name, value) && isRevision(revision)) return withValue(before, name, value, revision);
      problem = 'damaged';
      return before;
    }, UNCHANGED_PREFERENCES);
    const { firstLegPlan, seen } = json;
    const value = {
      ...read,
      firstLegPlan: isRevision(firstLegPlan) ? firstLegPlan : undefined,
      seen: isRevision(seen) ? latest(seen, read.seen) : read.seen,
    };
    return { value, problem };
  },
};
