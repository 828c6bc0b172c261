import type { Leg, Zone } from '../body';
import { LEGS } from '../body';
import type { Brand } from '../brand';

/** The version of the plan format that this code writes; it reads this one only. */
export const PLAN_VERSION = 1;

/** Whole seconds that a part of a plan may take, both ends included. */
export const PLAN_LIMITS = {
  zoneSeconds: { min: 5, max: 900 },
  pauseSeconds: { min: 0, max: 120 },
  reminderSeconds: { min: 15, max: 300 },
  totalSeconds: { min: 5, max: 3600 },
} as const;

/** The JSON of a plan is no longer than this, in characters; the longest legal one takes under 700. */
export const PLAN_TEXT_LIMIT = 4000;

/**
 * In which order the zones of a leg are done. `upward` goes from the ankle to the thigh; `upperFirst` is the
 * order that lymphatic technique teaches: the upper zones are cleared first. Strokes go toward the heart in both.
 */
export const ZONE_ORDERS = ['upward', 'upperFirst'] as const;
export type ZoneOrder = (typeof ZONE_ORDERS)[number];

export interface ZonePlan {
  readonly zone: Zone;
  readonly seconds: number;
}

/** One leg and its zones, listed from the ankle up whatever the order they are done in. */
export interface LegPlan {
  readonly leg: Leg;
  readonly zones: readonly ZonePlan[];
}

/** What a plan says; only a `Plan` has been checked. */
export interface PlanShape {
  readonly version: typeof PLAN_VERSION;
  /** Seconds to get comfortable before the first zone. */
  readonly prepareSeconds: number;
  /** Seconds to change legs. */
  readonly switchSeconds: number;
  /** Seconds between two reminders of a light touch within a zone, counted from the zone's start. */
  readonly reminderSeconds: number | 'off';
  readonly zoneOrder: ZoneOrder;
  /** One or two legs, in the order they are done. */
  readonly legs: readonly LegPlan[];
}

/** A plan within all limits; made by `parsePlan` and by the functions of this folder only. */
export type Plan = PlanShape & Brand<'Plan'>;

/** Told one by one, since a zone that is added must not make the default longer. */
const DEFAULT_ZONES: readonly Zone[] = ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'];

/** Five minutes a leg, left leg first: 10 min 35 s in all. */
export const DEFAULT_PLAN: Plan = {
  version: PLAN_VERSION,
  prepareSeconds: 20,
  switchSeconds: 15,
  reminderSeconds: 30,
  zoneOrder: 'upward',
  // Marked, so that a script which does not use it, as a service, is built without it.
  legs: /* @__PURE__ */ LEGS.map((leg) => ({
    leg,
    zones: DEFAULT_ZONES.map((zone) => ({ zone, seconds: 60 })),
  })),
} as PlanShape as Plan;

/** The whole length of a plan in seconds, pauses included. */
export function planSeconds(plan: PlanShape): number {
  return plan.prepareSeconds + massageSeconds(plan) + plan.switchSeconds * Math.max(0, plan.legs.length - 1);
}

/** The seconds of a plan in which zones are massaged: pauses left out, as in what is told of a session that was done. */
export function massageSeconds(plan: PlanShape): number {
  return plan.legs.reduce((sum, leg) => sum + legSeconds(leg), 0);
}

/** The same plan with `leg` done first; a plan that does not hold `leg` comes back unchanged. */
export function startingWith(plan: Plan, leg: Leg): Plan {
  const first = plan.legs.filter((legPlan) => legPlan.leg === leg);
  const rest = plan.legs.filter((legPlan) => legPlan.leg !== leg);
  return { ...plan, legs: first.concat(rest) };
}

/** The same plan without some legs; nothing where none would be left. */
export function withoutLegs(plan: Plan, legs: readonly Leg[]): Plan | undefined {
  const rest = plan.legs.filter(({ leg }) => !legs.includes(leg));
  if (rest.length === plan.legs.length) return plan;
  return rest.length > 0 ? { ...plan, legs: rest } : undefined;
}

/** The seconds of a leg in which its zones are massaged. */
export function legSeconds(leg: LegPlan): number {
  return leg.zones.reduce((sum, zone) => sum + zone.seconds, 0);
}
