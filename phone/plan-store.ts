import { isFields } from '../core/json';
import { parsePlan } from '../core/plan/parse-plan';
import type { Plan } from '../core/plan/plan';
import { DEFAULT_PLAN } from '../core/plan/plan';
import type { PlanTextProblem } from '../core/plan/paste/problem';
import type { PlanFromText } from '../core/plan/paste/read-plan-text';
import { PLAN_PASTE_LIMIT, readPlanText } from '../core/plan/paste/read-plan-text';
import type { Repair } from '../core/plan/paste/repair';
import { REPAIRS } from '../core/plan/paste/repair';
import { whereIn } from '../core/plan/where';
import type { GivenPlan } from '../core/link/request';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Reading, Stored } from '../core/state/stored';
import type { Instant } from '../core/time';
import { isInstant, MINUTE } from '../core/time';
import { atomically } from './atomically';
import { keepEarlierPlan } from './earlier-plans';
import type { DayOfChange } from './history/schedule';
import { keepScheduleOf } from './history/schedule';
import { readPreferences } from './preferences';
import { GIVEN_PLAN_KEY, PLAN_KEY, REFUSED_PLAN_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readText, removeText, writeText } from './storage';
import { readValue, writeValue } from './stored-text';

/**
 * The plan on the phone. Its revision increases with every change and is never reused, not even after the app was
 * reinstalled: it is the time of the change in ms, or more if the phone has seen a higher one. Revisions do not decide
 * which plan is valid: the phone's plan always is. `damaged` means that something else is stored in its place.
 */
export type StoredPlan =
  | { readonly state: 'none' }
  | {
      readonly state: 'ready';
      readonly revision: number;
      readonly plan: Plan;
      /** When it was made, if its revision is not that time. */
      readonly since?: Instant;
      /** The repairs made to its text; absent if there were none. */
      readonly repairs?: readonly Repair[];
      /** Whether the last change was one of a series of touches. */
      readonly touched?: true;
    }
  | { readonly state: 'damaged'; readonly problems: readonly PlanTextProblem[] };

/** Reads the plan: the one made here, otherwise the one a watch had. Writes nothing. */
export function readPlan(storage: Storage): StoredPlan {
  const own = readValue(storage, PLAN).value;
  if (own.state !== 'none') return own;
  const given = readValue(storage, GIVEN_PLAN).value;
  return given.state === 'ready' ? given : own;
}

/** Stores the plan a watch uses, under its own revision, if there is none. */
export function keepGivenPlan(storage: Storage, { revision, plan }: GivenPlan): Result<void, 'notStored'> {
  if (readPlan(storage).state !== 'none') return ok(undefined);
  return writeValue(storage, GIVEN_PLAN, { state: 'ready', revision, plan });
}

/**
 * Makes a text the plan, which the watch fetches at its next hello. If the text is not a plan, the plan stays as it is,
 * and the text is kept to show what is wrong with it, until a valid one is stored. In both cases, `notStored` means
 * that the storage did not take it.
 */
export function putPlan(
  storage: Storage,
  text: string,
  now: Instant,
  dayOf?: DayOfChange,
): Result<void, 'notStored'> {
  const plan = readPlanText(text);
  if (!plan.ok) return writeText(storage, REFUSED_PLAN_KEY, text.slice(0, KEPT_LENGTH));
  return atomically(storage, (draft) => {
    // A stored plan must not be shown next to a message that it was refused.
    const cleared = removeText(draft, REFUSED_PLAN_KEY);
    return cleared.ok ? makePlan(draft, plan.value, now, 'whole', dayOf) : cleared;
  });
}

/**
 * Makes a plan the plan, and keeps the previous one. In a quick series of changes with `touch`, only the first keeps
 * the previous plan. What was planned by several plans of one of the person's days takes one entry of the schedule, if
 * `dayOf` is known.
 */
export function makePlan(
  storage: Storage,
  { plan, repairs }: PlanFromText,
  now: Instant,
  by: 'whole' | 'touch',
  dayOf?: DayOfChange,
): Result<void, 'notStored'> {
  return atomically(storage, (draft) => {
    const before = readPlan(draft);
    const isOneOfMany = by === 'touch' && before.state === 'ready' && before.touched === true;
    const kept =
      isOneOfMany && now - before.revision < TOUCHES_APART ? ok(undefined) : keep(draft, before, now, dayOf);
    if (!kept.ok) return kept;
    const known = before.state === 'ready' ? before.revision : 0;
    const revision = Math.max(now, known + 1, firstLegRevision(draft) + 1);
    return writeValue(draft, PLAN, {
      ...{ state: 'ready', revision, plan },
      ...(revision === now ? {} : { since: now }),
      ...(repairs.length > 0 ? { repairs } : {}),
      ...(by === 'touch' ? { touched: true } : {}),
    });
  });
}

/** Touches less than this apart count as one change. */
const TOUCHES_APART = 10 * MINUTE;

function keep(
  storage: Storage,
  before: StoredPlan,
  now: Instant,
  dayOf: DayOfChange | undefined,
): Result<void, 'notStored'> {
  const noted = keepScheduleOf(storage, before, now, dayOf);
  if (!noted.ok || before.state === 'damaged') return noted;
  return keepEarlierPlan(storage, before.state === 'ready' ? before.plan : DEFAULT_PLAN);
}

/**
 * An older version of Legato on a watch uses its own choice of a first leg as long as its revision is higher than the
 * plan's.
 */
function firstLegRevision(storage: Storage): number {
  return readPreferences(storage)['firstLeg']?.[1] ?? 0;
}

/** The last text that was refused as a plan, as far as it was kept; undefined if there is none. Writes nothing. */
export function readRefusedText(storage: Storage): string | undefined {
  return readText(storage, REFUSED_PLAN_KEY);
}

/** The problems of that text; empty if there is none. Writes nothing. */
export function readPlanRefusal(storage: Storage): readonly PlanTextProblem[] {
  const text = readRefusedText(storage);
  const plan = text === undefined ? undefined : readPlanText(text);
  return plan && !plan.ok ? plan.error : [];
}

export const PLAN: Stored<StoredPlan> = {
  name: PLAN_KEY,
  version: 1,
  initial: { state: 'none' },
  write: (stored) =>
    stored.state === 'ready'
      ? {
          revision: stored.revision,
          plan: stored.plan,
          since: stored.since,
          repairs: stored.repairs,
          touched: stored.touched,
        }
      : undefined,
  read(json) {
    const { revision, plan, since, repairs, touched } = isFields(json) ? json : {};
    if (!isInstant(revision) || revision === 0) return damagedPlan([{ code: 'notReadable' }]);
    const parsed = parsePlan(plan);
    if (!parsed.ok) {
      return damagedPlan(
        parsed.error.map((problem) => ({ ...problem, where: whereIn(plan, problem.place) })),
      );
    }
    const made = REPAIRS.filter((repair) => Array.isArray(repairs) && repairs.includes(repair));
    const told = {
      ...(isInstant(since) ? { since } : {}),
      ...(made.length > 0 ? { repairs: made } : {}),
      ...(touched === true ? ({ touched: true } as const) : {}),
    };
    return { value: { state: 'ready', revision, plan: parsed.value, ...told } };
  },
};

export const GIVEN_PLAN: Stored<StoredPlan> = { ...PLAN, name: GIVEN_PLAN_KEY };

function damagedPlan(problems: readonly PlanTextProblem[]): Reading<StoredPlan> {
  return { value: { state: 'damaged', problems }, problem: 'damaged' };
}

/** Enough of a text to recognise again that it is too long. */
const KEPT_LENGTH = PLAN_PASTE_LIMIT + 1;
