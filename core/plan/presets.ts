import type { LegPlan, Plan, PlanShape } from './plan';
import { DEFAULT_PLAN } from './plan';

/** Plans to begin with, by name. `oneLeg` does the leg that comes first in the plan before. */
export const PRESETS = ['fiveMinutes', 'short', 'upperFirst', 'oneLeg'] as const;
export type Preset = (typeof PRESETS)[number];

/** Seconds of a zone in a short session. */
const SHORT = 30;

/** The plan of a preset, where `before` was the plan. */
export function presetPlan(preset: Preset, before: Plan): Plan {
  switch (preset) {
    case 'fiveMinutes':
      return DEFAULT_PLAN;
    case 'short':
      return made({ ...DEFAULT_PLAN, legs: DEFAULT_PLAN.legs.map(shortened) });
    case 'upperFirst':
      return made({ ...DEFAULT_PLAN, zoneOrder: 'upperFirst' });
    case 'oneLeg': {
      const first = before.legs[0]?.leg;
      return made({ ...DEFAULT_PLAN, legs: DEFAULT_PLAN.legs.filter(({ leg }) => leg === first) });
    }
  }
}

function shortened({ leg, zones }: LegPlan): LegPlan {
  return { leg, zones: zones.map(({ zone }) => ({ zone, seconds: SHORT })) };
}

/** A change of the standard plan that keeps to all limits. */
function made(shape: PlanShape): Plan {
  return shape as Plan;
}
