import type { Zone } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Plan } from '../../core/plan/plan';
import { PLAN_VERSION } from '../../core/plan/plan';
import { parsePlan } from '../../core/plan/parse-plan';
import { certain } from '../../core/result';

/*
 * Plans for tests that are about something else. They are written out, so that these tests stay as they are when the
 * default plan changes or there is another zone.
 */

/** Ankle and calf of the left leg, then of the right one, a minute each: 4 min 35 s in total. */
export const TWO_ZONES_A_LEG = planOf(['ankle', 'calf']);

/** Five zones of each leg, left leg first, a minute each: 10 min 35 s in total. */
export const FIVE_ZONES_A_LEG = planOf(['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh']);

function planOf(zones: readonly Zone[]): Plan {
  const legs = LEGS.map((leg) => ({ leg, zones: zones.map((zone) => ({ zone, seconds: 60 })) }));
  const pauses = { prepareSeconds: 20, switchSeconds: 15, reminderSeconds: 30 };
  return certain(parsePlan({ version: PLAN_VERSION, ...pauses, zoneOrder: 'upward', legs }), 'within limits');
}
