import type { LegPlan, Plan, PlanShape } from './plan';
import { DEFAULT_PLAN } from './plan';

/** Ready-made plans. `oneLeg` does the leg that comes first in the current plan. */
export const PRESETS = ['fiveMinutes', 'short', 'upperFirst', 'oneLeg'] as const;
export type Preset = (typeof PRESETS)[number];

/** The seconds of a zone in a short session. */
const SHORT = 30;

/** The plan of a preset; `before` is the current plan. */
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

/** Brands a variation of the default plan, which is known to stay within all limits. */
function made(shape: PlanShape): Plan {
  return shape as Plan;
}
