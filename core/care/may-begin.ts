import type { Leg } from '../body';
import type { Plan } from '../plan/plan';
import { withoutLegs } from '../plan/plan';
import type { CareBook } from './book';
import { lockedLegs } from './locks';

/** The facts that decide whether a session may begin. */
export interface BeginFacts {
  readonly plan: Plan;
  readonly care: CareBook;
  /** Whether there is a session that has not ended. */
  readonly isRunning: boolean;
  /** Whether all hard questions were answered. */
  readonly isAsked: boolean;
}

/**
 * Why no session may begin. `running`: there already is one. `stopped`: the person stopped because it hurts and has not
 * said what is wrong. `locked`: all legs of the plan are locked. `careUnreadable`: a lock may have been lost. `noRoom`:
 * the disk is too full for a session, which is only found out by writing to it.
 */
const BEGIN_PROBLEMS = ['running', 'stopped', 'locked', 'careUnreadable', 'noRoom'] as const;
export type BeginProblem = (typeof BEGIN_PROBLEMS)[number];

export type MayBegin =
  | {
      readonly may: 'begin';
      /** The plan without the locked legs. */
      readonly plan: Plan;
      /** The legs of the plan that are left out because they are locked. */
      readonly withheld: readonly Leg[];
      /** Whether all hard questions were answered. If not, they are asked before a leg is touched. */
      readonly isAsked: boolean;
    }
  | { readonly may: 'not'; readonly why: Exclude<BeginProblem, 'noRoom'> };

/** Decides whether a session may begin. Everything that begins a session must ask this first. */
export function mayBegin({ plan, care, isRunning, isAsked }: BeginFacts): MayBegin {
  if (isRunning) return { may: 'not', why: 'running' };
  if (care.stopped) return { may: 'not', why: 'stopped' };
  if (care.mayLack) return { may: 'not', why: 'careUnreadable' };
  const withheld = lockedOf(plan, care);
  const free = withoutLegs(plan, withheld);
  if (!free) return { may: 'not', why: 'locked' };
  return { may: 'begin', plan: free, withheld, isAsked };
}

/**
 * Whether a session must not go on: the person has stopped it, or a leg of its plan was locked after it began, or may
 * have been.
 */
export function mustEnd(plan: Plan, care: CareBook): boolean {
  return care.stopped !== undefined || care.mayLack || lockedOf(plan, care).length > 0;
}

/** The legs of a plan that are locked, in the order of the plan. */
export function lockedOf(plan: Plan, { said }: CareBook): readonly Leg[] {
  const locked = lockedLegs(said);
  return plan.legs.flatMap(({ leg }) => (locked.includes(leg) ? [leg] : []));
}
