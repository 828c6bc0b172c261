import { isFields } from '../core/json';
import { parsePlan } from '../core/plan/parse-plan';
import type { Plan } from '../core/plan/plan';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Stored } from '../core/state/stored';
import { EARLIER_PLANS_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readValue, writeValue } from './stored-text';

/** Replaced plans, the latest first, without duplicates. */
export type EarlierPlans = readonly Plan[];

/** How many can be restored. */
const LIMIT = 5;

/** The earlier plans, without the present one. Writes nothing. */
export function readEarlierPlans(storage: Storage, now: Plan | undefined): EarlierPlans {
  const plans = readValue(storage, EARLIER_PLANS).value;
  return plans.filter((plan) => !now || !isSame(plan, now)).slice(0, LIMIT);
}

/** Stores a plan that is being replaced. */
export function keepEarlierPlan(storage: Storage, plan: Plan): Result<void, 'notStored'> {
  const before = readValue(storage, EARLIER_PLANS).value;
  if (before[0] && isSame(before[0], plan)) return ok(undefined);
  const others = before.filter((each) => !isSame(each, plan));
  // One more than can be restored, since the present plan may be among them.
  return writeValue(storage, EARLIER_PLANS, [plan, ...others].slice(0, LIMIT + 1));
}

export const EARLIER_PLANS: Stored<EarlierPlans> = {
  name: EARLIER_PLANS_KEY,
  version: 1,
  initial: [],
  write: (plans) => ({ version: 1, plans }),
  read(json) {
    const list: unknown = isFields(json) ? json['plans'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const plans = list.map(parsePlan).flatMap((plan) => (plan.ok ? [plan.value] : []));
    return { value: plans, problem: plans.length === list.length ? undefined : 'damaged' };
  },
};

function isSame(one: Plan, other: Plan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
