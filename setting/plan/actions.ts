import type { Plan } from '../../core/plan/plan';
import type { Strength } from '../../core/cue/pattern';
import { dayOfChangeOn } from '../../phone/history/day-of-change';
import { makePlan } from '../../phone/plan-store';
import { putStrength } from '../../phone/preferences';
import type { Phone } from '../../phone/phone';
import type { Attempt } from '../attempt';

/** What a person can do with the plan without editing text. */
export interface PlanActions {
  /** Makes this the plan. */
  readonly use: (plan: Plan) => void;
  /** The same for one of a series of touches, of which the last counts. */
  readonly touch: (plan: Plan) => void;
  /** Sets how hard the motor of every watch works. */
  readonly strength: (value: Strength) => void;
}

export function planActionsOn(phone: Phone, attempt: Attempt): PlanActions {
  const { storage, clock } = phone;
  const make = (plan: Plan, by: 'whole' | 'touch'): void =>
    attempt(
      'planNotStored',
      () => makePlan(storage, { plan, repairs: [] }, clock().now, by, dayOfChangeOn(phone)).ok,
    );
  return {
    use: (plan) => make(plan, 'whole'),
    touch: (plan) => make(plan, 'touch'),
    strength: (value) => attempt('pageNotChanged', () => putStrength(storage, value).ok),
  };
}
