import type { Leg } from '../body';
import { LEGS } from '../body';
import { ANSWERS } from '../care/answers';
import { eachVein } from '../care/veins';
import { isFields, isWhole } from '../json';
import { CUE_SETS, STRENGTHS } from '../cue/pattern';
import { COUNTRY_CHOICES } from '../emergency';
import type { Stored, StoredProblem } from './stored';

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
  /** A session begins with a black picture on a screen that stays on. */
  darkLook: SWITCH,
  /** A swipe out of a session is asked about once. */
  askToLeave: SWITCH,
  /** A light tick shortly before the change of legs and the end. */
  earlySignal: SWITCH,
  /** The country whose emergency number is shown, chosen on the phone. */
  country: COUNTRY_CHOICES,
  /** What was answered to the hard questions. */
  clotAnswer: ANSWERS,
  injuryAnswer: ANSWERS,
  pregnantAnswer: ANSWERS,
  painAnswer: ANSWERS,
  illAnswer: ANSWERS,
  skinAnswer: ANSWERS,
  /** Where a vein bulges, to be gone around. */
  ...eachVein(SWITCH),
  /** What is to be read is larger. */
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
  clotAnswer: 'open',
  injuryAnswer: 'open',
  pregnantAnswer: 'open',
  painAnswer: 'open',
  illAnswer: 'open',
  skinAnswer: 'open',
  ...eachVein(false),
  largeText: false,
};

/** Whether the screen may go off in a session. A black picture is there for who wants that and keeps the page, so it comes first. */
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

/** The first versions take the time in ms for a revision and refuse what can be no time: this one still can. */
const LAST_REVISION: Revision = 8e15;

/** What was chosen, and for each preference the revision of the last change; 0 for one that never was changed. */
export interface StoredPreferences {
  readonly values: Preferences;
  readonly revisions: Readonly<Record<PreferenceName, Revision>>;
  /** The revision of the plan for which the first leg was chosen; an older Legato did not note it. */
  readonly firstLegPlan: Revision | undefined;
  /** No revision that this watch has seen, of any preference, is higher. */
  readonly seen: Revision;
}

export const UNCHANGED_PREFERENCES: StoredPreferences = {
  values: DEFAULT_PREFERENCES,
  revisions: Object.fromEntries(PREFERENCE_NAMES.map((name) => [name, 0])) as StoredPreferences['revisions'],
  firstLegPlan: undefined,
  seen: 0,
};

/** The preferences after one was changed; the change counts against all that this watch has seen. */
export function changePreference<Name extends PreferenceName>(
  stored: StoredPreferences,
  name: Name,
  value: Preferences[Name],
): StoredPreferences {
  const seen = nextRevision(stored.seen);
  return {
    ...stored,
    values: { ...stored.values, [name]: value },
    revisions: { ...stored.revisions, [name]: seen },
    seen,
  };
}

/**
 * The preferences after a leg was chosen to be done first, in the plan of this revision. Its revision is beyond that of
 * the plan, by which older versions of Legato see that the choice was made after it.
 */
export function chooseFirstLeg(stored: StoredPreferences, leg: Leg, plan: Revision): StoredPreferences {
  const changed = changePreference({ ...stored, seen: latest(stored.seen, plan) }, 'firstLeg', leg);
  return { ...changed, firstLegPlan: plan };
}

/**
 * The leg to be done first in the plan of this revision; nothing when the plan says it itself. A choice counts with the
 * plan for which it was made and with no other. Where an older Legato has not noted the plan, both revisions are times.
 */
export function firstLegIn(stored: StoredPreferences, plan: Revision): Leg | undefined {
  const { values, revisions, firstLegPlan } = stored;
  const counts = firstLegPlan === undefined ? revisions.firstLeg > plan : firstLegPlan === plan;
  return counts ? values.firstLeg : undefined;
}

/** The revision of a change that counts against all that a device has seen. */
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
 * The file of the preferences. One that cannot be read is at its default and leaves the others alone. The first versions
 * read of it the values and their revisions, in which they see times.
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
      if (isChoice(name, value) && isRevision(revision)) return withRead(before, name, value, revision);
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

function withRead<Name extends PreferenceName>(
  read: StoredPreferences,
  name: Name,
  value: Preferences[Name],
  revision: Revision,
): StoredPreferences {
  return {
    ...read,
    values: { ...read.values, [name]: value },
    revisions: { ...read.revisions, [name]: revision },
    seen: latest(read.seen, revision),
  };
}
