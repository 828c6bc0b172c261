import { isFields, isWhole, parseJson } from '../json';
import { parsePlan } from '../plan/parse-plan';
import type { Plan } from '../plan/plan';
import { DEFAULT_PLAN } from '../plan/plan';
import type { Result } from '../result';
import { err, ok } from '../result';

/** The plan that the watch goes by, with the revision that the phone gave it; 0 for the one it came with. */
export interface StoredPlan {
  readonly revision: number;
  readonly plan: Plan;
}

export const OWN_PLAN: StoredPlan = { revision: 0, plan: DEFAULT_PLAN };

export const PLAN_FILE_PROBLEMS = ['notJson', 'wrongShape', 'badPlan'] as const;
export type PlanFileProblem = (typeof PLAN_FILE_PROBLEMS)[number];

export function makePlanFile({ revision, plan }: StoredPlan): string {
  return JSON.stringify({ revision, plan });
}

export function parsePlanFile(text: string): Result<StoredPlan, PlanFileProblem> {
  const fields = parseJson(text);
  if (fields === undefined) return err('notJson');
  if (!isFields(fields)) return err('wrongShape');
  const { revision } = fields;
  if (!isWhole(revision)) return err('wrongShape');
  const plan = parsePlan(fields['plan']);
  return plan.ok ? ok({ revision, plan: plan.value }) : err('badPlan');
}
