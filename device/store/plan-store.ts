import type { StoredPlan } from '../../core/state/plan-file';
import { makePlanFile, OWN_PLAN, parsePlanFile } from '../../core/state/plan-file';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

/** The plan that new sessions follow, on disk. */
export interface PlanStore {
  stored(): StoredPlan;
  /** Whether there was a plan on disk that could not be read, when the store was opened. */
  readonly damaged: boolean;
  replace(plan: StoredPlan): boolean;
}

export function openPlan(disk: Disk): PlanStore {
  const file = openSlotted(disk, 'plan');
  const payload = file.payload();
  const parsed = payload === undefined ? undefined : parsePlanFile(payload);
  if (parsed && !parsed.ok) file.setAside();
  let current = parsed?.ok ? parsed.value : OWN_PLAN;
  return {
    stored: () => current,
    damaged: parsed ? !parsed.ok : file.lost,
    replace(plan) {
      const written = file.write(makePlanFile(plan));
      if (written) current = plan;
      return written;
    },
  };
}
