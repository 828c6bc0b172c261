import type { Said } from '../../core/care/statement';
import { isSaid } from '../../core/care/statement';
import type { Fields } from '../../core/json';
import { isFields, isWhole } from '../../core/json';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import { parsePlan } from '../../core/plan/parse-plan';
import type { Plan } from '../../core/plan/plan';
import type { Reading, Stored } from '../../core/state/stored';
import type { Instant } from '../../core/time';
import { isInstant } from '../../core/time';
import type { Deletions } from '../deletions';
import { DELETED } from '../deletions';
import type { WholeDiary } from '../diary/whole';
import { readDiary } from '../diary/whole';
import { DIARY } from '../diary/weeks';
import type { EarlierPlans } from '../earlier-plans';
import { EARLIER_PLANS } from '../earlier-plans';
import type { Excuses } from '../history/excuses';
import { EXCUSES } from '../history/excuses';
import type { HistorySettings } from '../history/history-settings';
import { HISTORY_SETTINGS } from '../history/history-settings';
import type { Schedule } from '../history/schedule';
import { SCHEDULE } from '../history/schedule';
import { CHOSEN } from '../preferences';
import type { PartName } from './parts';

/** A plan in a backup. */
export interface PlanInBackup {
  readonly revision: number;
  readonly plan: Plan;
  /** When it was made, if its revision is not that time. */
  readonly since?: Instant;
}

/** The readable content of a backup other than sessions. Nothing is there of a part that is missing or unreadable. */
export interface ReadRest {
  readonly excuses?: Excuses | undefined;
  readonly schedule?: Schedule | undefined;
  readonly settings?: HistorySettings | undefined;
  readonly deletions?: Deletions | undefined;
  readonly plan?: PlanInBackup | undefined;
  readonly earlierPlans?: EarlierPlans | undefined;
  readonly preferences?: SharedPreferences | undefined;
  readonly diary?: WholeDiary | undefined;
  readonly said?: readonly Said[] | undefined;
}

/** The rest of a backup, and the parts of it that are there but cannot be read. */
export interface RestReading {
  readonly rest: ReadRest;
  /** None of these can be read. */
  readonly unreadable: readonly PartName[];
  /** Of these, something can be read. */
  readonly partly: readonly PartName[];
}

/** Reads each part of a backup by itself, so that a bad one does not affect the others. `made` is when it was made. */
export function readRest(json: Fields, made: Instant | undefined): RestReading {
  const unreadable: PartName[] = [];
  const partly: PartName[] = [];
  const part = <Value>(
    name: PartName,
    version: number,
    read: (input: unknown) => Reading<Value> | undefined,
  ): Value | undefined => {
    const input = json[name];
    if (input === undefined || input === null) return undefined;
    const isNewer = isFields(input) && isWhole(input['version'], version + 1);
    const reading = isNewer ? undefined : read(input);
    const isNothing = !reading || (reading.problem !== undefined && sizeOf(reading.value) === 0);
    if (isNothing) unreadable.push(name);
    else if (reading.problem !== undefined) partly.push(name);
    return isNothing ? undefined : reading.value;
  };
  const stored = <Value>(name: PartName, { version, read }: Stored<Value>): Value | undefined =>
    part(name, version, read);
  const rest = {
    plan: part('plan', PLAN_VERSION, (input) => planIn(input, made)),
    earlierPlans: stored('earlierPlans', EARLIER_PLANS),
    schedule: stored('schedule', SCHEDULE),
    settings: stored('settings', HISTORY_SETTINGS),
    preferences: stored('preferences', CHOSEN),
    excuses: stored('excuses', EXCUSES),
    deletions: stored('deleted', DELETED),
    diary: part('diary', DIARY.version, readDiary),
    said: part('said', 1, saidOf),
  };
  return { rest, unreadable, partly };
}

/** The plan and its revision have no version of their own; the plan in them has. */
const PLAN_VERSION = 1;

/** How much was read. Settings always have all of their fields. */
function sizeOf(value: unknown): number {
  if (value instanceof Map) return value.size;
  return isFields(value) ? Object.keys(value).length : Array.isArray(value) ? value.length : 1;
}

/** A plan of which the revision is later than the backup was made with a clock that was ahead. */
function planIn(input: unknown, made: Instant | undefined): Reading<PlanInBackup> | undefined {
  if (!isFields(input) || !isInstant(input['revision']) || input['revision'] === 0) return undefined;
  const plan = parsePlan(input['plan']);
  if (!plan.ok) return undefined;
  const { revision } = input;
  const since = made !== undefined && made < revision ? { since: made } : {};
  return { value: { revision, plan: plan.value, ...since } };
}

function saidOf(input: unknown): Reading<readonly Said[]> | undefined {
  if (!Array.isArray(input)) return undefined;
  const value = (input as readonly unknown[]).filter(isSaid);
  return { value, problem: value.length === input.length ? undefined : 'damaged' };
}
