/** Everything that can be wrong with a plan. */
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

/** One problem of a plan and its place. `planSentence` turns it into a sentence that says what to do about it. */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  /** The path in the plan, written as in code: `legs[0].zones[2].seconds`; empty for the plan itself. */
  readonly place: string;
  /**
   * A detail for the sentence: the number found or the total, the duplicate name, or, for an unknown field, the path of
   * its object.
   */
  readonly detail?: number | string;
}
