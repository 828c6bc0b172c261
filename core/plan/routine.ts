import type { Leg, Zone } from '../body';
import type { Brand } from '../brand';
import type { Cue } from '../cue/cue';
import type { LegPlan, Plan } from './plan';
import type { Millis } from '../time';
import { SECOND } from '../time';

/** The least time between two cues of a routine, so that they are felt as two. */
export const CUE_GAP: Millis = 5 * SECOND;

/** What is done in a step. The `leg` of `prepare` and `switchLeg` is the leg that comes next. */
export type Activity =
  | { readonly kind: 'prepare'; readonly leg: Leg }
  | { readonly kind: 'zone'; readonly leg: Leg; readonly zone: Zone; readonly opening: Opening }
  | { readonly kind: 'switchLeg'; readonly leg: Leg };

/**
 * The cue that opens a zone. If the pause before a second leg takes no time, it is the change of legs. If that pause is
 * shorter than `CUE_GAP`, the change was felt just before, and the zone opens without a cue.
 */
export type Opening = 'begin' | 'moveUp' | 'switchLeg' | 'none';

/** One step of a routine: an activity from `from` (included) to `to` (excluded), with its cues. */
export interface Step {
  readonly activity: Activity;
  readonly from: Millis;
  readonly to: Millis;
  readonly cues: readonly TimedCue[];
}

export interface TimedCue {
  readonly cue: Cue;
  /** When the cue is due, counted from the start. */
  readonly at: Millis;
}

interface RoutineShape {
  readonly plan: Plan;
  /** Every step, end to end: the first begins at 0, each of the others where the one before it ends. */
  readonly steps: readonly Step[];
  /** Every cue in order of time, no two closer than `CUE_GAP`. */
  readonly cues: readonly TimedCue[];
  readonly length: Millis;
}

/** A plan laid out in time. Only `makeRoutine` creates one. */
export type Routine = RoutineShape & Brand<'Routine'>;

/** Lays out the steps and cues of a plan. A pause of 0 seconds makes no step. */
export function makeRoutine(plan: Plan): Routine {
  const steps = tile(plannedSteps(plan), plan.reminderSeconds);
  const length = endOf(steps);
  const cues = steps.reduce<readonly TimedCue[]>((before, step) => before.concat(step.cues), []);
  const shape: RoutineShape = {
    plan,
    steps,
    cues: cues.concat({ cue: { kind: 'finish' }, at: length }),
    length,
  };
  return shape as Routine;
}

/**
 * The cues of one stretch of an activity: its opening and, for a zone, a reminder at each multiple of the plan's
 * interval from the start. A reminder too close to the cue at the end of the stretch is left out.
 */
export function cuesOf(
  activity: Activity,
  stretch: { readonly from: Millis; readonly to: Millis },
  reminderSeconds: number | 'off',
): readonly TimedCue[] {
  switch (activity.kind) {
    case 'prepare':
      return [];
    case 'switchLeg':
      return [{ cue: { kind: 'switchLeg', leg: activity.leg }, at: stretch.from }];
    case 'zone': {
      const opening = openingCue(activity);
      const cues: TimedCue[] = opening ? [{ cue: opening, at: stretch.from }] : [];
      if (reminderSeconds === 'off') return cues;
      const interval = reminderSeconds * SECOND;
      const cue: Cue = { kind: 'lightTouch', leg: activity.leg, zone: activity.zone };
      for (let at = stretch.from + interval; at <= stretch.to - CUE_GAP; at += interval) {
        cues.push({ cue, at });
      }
      return cues;
    }
  }
}

interface PlannedStep {
  readonly activity: Activity;
  readonly seconds: number;
}

function plannedSteps(plan: Plan): readonly PlannedStep[] {
  const steps: PlannedStep[] = [];
  plan.legs.forEach((legPlan, index) => {
    const { leg } = legPlan;
    const pause: PlannedStep =
      index === 0
        ? { activity: { kind: 'prepare', leg }, seconds: plan.prepareSeconds }
        : { activity: { kind: 'switchLeg', leg }, seconds: plan.switchSeconds };
    if (pause.seconds > 0) steps.push(pause);
    zonesInOrder(plan, legPlan).forEach(({ zone, seconds }, position) => {
      const opening = position > 0 ? 'moveUp' : legOpening(plan, index);
      steps.push({ activity: { kind: 'zone', leg, zone, opening }, seconds });
    });
  });
  return steps;
}

function legOpening(plan: Plan, legIndex: number): Opening {
  if (legIndex === 0 || plan.switchSeconds * SECOND >= CUE_GAP) return 'begin';
  return plan.switchSeconds === 0 ? 'switchLeg' : 'none';
}

function openingCue(activity: Activity & { readonly kind: 'zone' }): Cue | undefined {
  const { opening, leg, zone } = activity;
  switch (opening) {
    case 'begin':
    case 'moveUp':
      return { kind: opening, leg, zone };
    case 'switchLeg':
      return { kind: 'switchLeg', leg };
    case 'none':
      return undefined;
  }
}

function zonesInOrder(plan: Plan, legPlan: LegPlan): LegPlan['zones'] {
  return plan.zoneOrder === 'upward' ? legPlan.zones : legPlan.zones.slice().reverse();
}

function tile(planned: readonly PlannedStep[], reminderSeconds: Plan['reminderSeconds']): readonly Step[] {
  const steps: Step[] = [];
  planned.forEach(({ activity, seconds }) => {
    const from = endOf(steps);
    const bounds = { from, to: from + seconds * SECOND };
    steps.push({ activity, ...bounds, cues: cuesOf(activity, bounds, reminderSeconds) });
  });
  return steps;
}

function endOf(steps: readonly Step[]): Millis {
  const last = steps[steps.length - 1];
  return last ? last.to : 0;
}
