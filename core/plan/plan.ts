import type { Leg, Zone } from '../body';
import { LEGS } from '../body';
import type { Brand } from '../brand';

/** The version of the plan format. This code writes and reads no other. */
export const PLAN_VERSION = 1;

/** The limits of each part of a plan in whole seconds, both ends included. */
export const PLAN_LIMITS = {
  zoneSeconds: { min: 5, max: 900 },
  pauseSeconds: { min: 0, max: 120 },
  reminderSeconds: { min: 15, max: 300 },
  totalSeconds: { min: 5, max: 3600 },
} as const;

/** The maximum length of a plan's JSON in characters; the longest valid one takes under 700. */
export const PLAN_TEXT_LIMIT = 4000;

/**
 * The order of the zones of a leg. `upward` goes from the ankle to the thigh. `upperFirst` clears the upper zones
 * first, as lymphatic technique teaches. Strokes go toward the heart in both.
 */
export const ZONE_ORDERS = ['upward', 'upperFirst'] as const;
export type ZoneOrder = (typeof ZONE_ORDERS)[number];

export interface ZonePlan {
  readonly zone: Zone;
  readonly seconds: number;
}

/** A leg and its zones, always listed from the ankle up, whatever order they are done in. */
export interface LegPlan {
  readonly leg: Leg;
  readonly zones: readonly ZonePlan[];
}

/** The content of a plan. Only a `Plan` has been checked. */
export interface PlanShape {
  readonly version: typeof PLAN_VERSION;
  /** Seconds to get comfortable before the first zone. */
  readonly prepareSeconds: number;
  /** Seconds to change legs. */
  readonly switchSeconds: number;
  /** Seconds between two light-touch reminders within a zone, counted from the zone's start. */
  readonly reminderSeconds: number | 'off';
  readonly zoneOrder: ZoneOrder;
  /** One or two legs, in the order they are done. */
  readonly legs: readonly LegPlan[];
}

/** A plan within all limits. Only `parsePlan` and the functions of this folder create one. */
export type Plan = PlanShape & Brand<'Plan'>;

/** Listed explicitly, so that adding a zone to `ZONES` does not make the default plan longer. */
const DEFAULT_ZONES: readonly Zone[] = ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'];

/** Five minutes a leg, left leg first: 10 min 35 s in total. */
export const DEFAULT_PLAN: Plan = {
  version: PLAN_VERSION,
  prepareSeconds: 20,
  switchSeconds: 15,
  reminderSeconds: 30,
  zoneOrder: 'upward',
  // Marked as pure, so that a script that does not use it, such as a service, is bundled without it.
  legs: /* @__PURE__ */ LEGS.map((leg) => ({
    leg,
    zones: DEFAULT_ZONES.map((zone) => ({ zone, seconds: 60 })),
  })),
} as PlanShape as Plan;

/** The total length of a plan in seconds, pauses included. */
export function planSeconds(plan: PlanShape): number {
  return plan.prepareSeconds + massageSeconds(plan) + plan.switchSeconds * Math.max(0, plan.legs.length - 1);
}

/** The seconds of massage in a plan, without pauses, as in the report of a session. */
export function massageSeconds(plan: PlanShape): number {
  return plan.legs.reduce((sum, leg) => sum + legSeconds(leg), 0);
}

/** The plan with `leg` first; unchanged if the plan does not contain `leg`. */
export function startingWith(plan: Plan, leg: Leg): Plan {
  const first = plan.legs.filter((legPlan) => legPlan.leg === leg);
  const rest = plan.legs.filter((legPlan) => legPlan.leg !== leg);
  return { ...plan, legs: first.concat(rest) };
}

/** The plan without some legs; undefined if none would be left. */
export function withoutLegs(plan: Plan, legs: readonly Leg[]): Plan | undefined {
  const rest = plan.legs.filter(({ leg }) => !legs.includes(leg));
  if (rest.length === plan.legs.length) return plan;
  return rest.length > 0 ? { ...plan, legs: rest } : undefined;
}

/** The seconds of massage of a leg. */
export function legSeconds(leg: LegPlan): number {
  return leg.zones.reduce((sum, zone) => sum + zone.seconds, 0);
}
