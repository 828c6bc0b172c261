import type { Leg, Zone } from '../body';
import { LEGS, ZONES } from '../body';
import { parsePlan } from './parse-plan';
import type { LegPlan, Plan, PlanShape } from './plan';
import { PLAN_LIMITS } from './plan';

/** One touch makes a time longer or shorter by this many seconds. */
export const STEP = 15;

/** The seconds of a newly added zone, unless others are given. */
const USUAL = 60;

export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** The next multiple of `STEP` up or down, within limits; unchanged at the limit. */
export function stepped(seconds: number, direction: 1 | -1, { min, max }: Limits): number {
  const next = direction > 0 ? Math.floor(seconds / STEP) + 1 : Math.ceil(seconds / STEP) - 1;
  return Math.min(max, Math.max(min, next * STEP));
}

/** The seconds of a zone in a plan; undefined if it is left out. */
export function secondsOf({ legs }: PlanShape, leg: Leg, zone: Zone): number | undefined {
  return legs.find((each) => each.leg === leg)?.zones.find((each) => each.zone === zone)?.seconds;
}

/**
 * The plan with one step more or less for a zone that is in it; undefined if the result is not a valid plan or nothing
 * changes.
 */
export function withStep(plan: Plan, leg: Leg, zone: Zone, direction: 1 | -1): Plan | undefined {
  const seconds = secondsOf(plan, leg, zone);
  if (seconds === undefined) return undefined;
  return withSeconds(plan, leg, zone, stepped(seconds, direction, PLAN_LIMITS.zoneSeconds));
}

/**
 * The plan with a zone added or removed. Removing a leg's last zone removes the leg; a leg added with its first zone
 * comes last.
 */
export function withZone(plan: Plan, leg: Leg, zone: Zone, isIn: boolean): Plan | undefined {
  return withSeconds(plan, leg, zone, isIn ? USUAL : undefined);
}

/** The plan with a pause one step longer or shorter. */
export function withPause(
  plan: Plan,
  pause: 'prepareSeconds' | 'switchSeconds',
  direction: 1 | -1,
): Plan | undefined {
  return changed(plan, { [pause]: stepped(plan[pause], direction, PLAN_LIMITS.pauseSeconds) });
}

/** The plan with reminders more often, less often, on, or off. */
export function withReminder(plan: Plan, change: 1 | -1 | 'on' | 'off'): Plan | undefined {
  const { reminderSeconds } = plan;
  if (change === 'off') return changed(plan, { reminderSeconds: 'off' });
  if (change === 'on') return changed(plan, { reminderSeconds: USUAL / 2 });
  if (reminderSeconds === 'off') return undefined;
  return changed(plan, { reminderSeconds: stepped(reminderSeconds, change, PLAN_LIMITS.reminderSeconds) });
}

/** The plan with the other zone order. */
export function withOtherOrder(plan: Plan): Plan | undefined {
  return changed(plan, { zoneOrder: plan.zoneOrder === 'upward' ? 'upperFirst' : 'upward' });
}

/** The plan with the other leg first; undefined for a plan of one leg. */
export function withOtherLegFirst(plan: Plan): Plan | undefined {
  return plan.legs.length > 1 ? changed(plan, { legs: [...plan.legs].reverse() }) : undefined;
}

/** The legs that a plan leaves out. */
export function legsLeftOut({ legs }: PlanShape): readonly Leg[] {
  return LEGS.filter((leg) => !legs.some((each) => each.leg === leg));
}

function withSeconds(plan: Plan, leg: Leg, zone: Zone, seconds: number | undefined): Plan | undefined {
  const legs = plan.legs.some((each) => each.leg === leg) ? plan.legs : [...plan.legs, { leg, zones: [] }];
  const next = legs.map((each): LegPlan => {
    if (each.leg !== leg) return each;
    const others = each.zones.filter((known) => known.zone !== zone);
    const zones = seconds === undefined ? others : [...others, { zone, seconds }];
    return { leg, zones: zones.sort((a, b) => ZONES.indexOf(a.zone) - ZONES.indexOf(b.zone)) };
  });
  return changed(plan, { legs: next.filter(({ zones }) => zones.length > 0) });
}

/** Applies a change; undefined if the result is not a valid plan (too long, for example) or nothing changes. */
function changed(plan: Plan, change: Partial<PlanShape>): Plan | undefined {
  const next = parsePlan({ ...plan, ...change });
  return next.ok && JSON.stringify(next.value) !== JSON.stringify(plan) ? next.value : undefined;
}
