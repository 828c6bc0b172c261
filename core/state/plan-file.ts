import { isFields, isWhole } from '../json';
import { parsePlan } from '../plan/parse-plan';
import type { Plan } from '../plan/plan';
import { DEFAULT_PLAN } from '../plan/plan';
import type { Stored } from './stored';

/** The plan the watch uses, with the revision the phone gave it; 0 for the built-in plan. */
export interface StoredPlan {
  readonly revision: number;
  readonly plan: Plan;
}

export const OWN_PLAN: StoredPlan = { revision: 0, plan: DEFAULT_PLAN };

/** The file of the plan on the watch. */
export const PLAN_FILE: Stored<StoredPlan> = {
  name: 'plan',
  version: 1,
  initial: OWN_PLAN,
  write: ({ revision, plan }) => ({ revision, plan }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { revision } = json;
    const plan = parsePlan(json['plan']);
    return isWhole(revision) && plan.ok ? { value: { revision, plan: plan.value } } : undefined;
  },
};
