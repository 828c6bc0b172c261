/** All that can be wrong with a plan. */
export const PLAN_PROBLEM_CODES = [
  'notAnObject',
  'versionMissing',
  'versionFromFuture',
  'versionUnknown',
  'fieldMissing',
  'fieldUnknown',
  'notAList',
  'notANumber',
  'notWhole',
  'outOfRange',
  'notAChoice',
  'legTwice',
  'zoneTwice',
  'legWithoutZones',
  'zeroLength',
  'tooLong',
] as const;
export type PlanProblemCode = (typeof PLAN_PROBLEM_CODES)[number];

/** One thing that is wrong with a plan: what, where, and a sentence that says what to do. */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  /** The place in the plan, as one would write it in code: `legs[0].zones[2].seconds`; empty for the plan itself. */
  readonly place: string;
  readonly sentence: string;
}
