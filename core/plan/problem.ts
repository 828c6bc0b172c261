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

/**
 * One thing that is wrong with a plan: what and where. The sentence that says what to do about it is made by
 * `planSentence`, where there is somebody to read it.
 */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  /** The place in the plan, as one would write it in code: `legs[0].zones[2].seconds`; empty for the plan itself. */
  readonly place: string;
  /**
   * What the sentence tells besides: the number that stands there or that the plan takes in all, the name that comes
   * again, or of an unknown field the place of the object that has it.
   */
  readonly detail?: number | string;
}
