import { LEGS } from '../../core/body';
import { planRevisionOf } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import type { StoredPlan } from '../plan-store';
import { isByHand } from './gist';
import type { Schedule } from './schedule';

/**
 * Whether a session used a plan that had already been replaced on the phone when it began, because the change had not
 * reached the watch. This is known only for the last change and for earlier ones that changed the length of a leg.
 */
export function isByOlderPlan(session: SessionRecord, schedule: Schedule, plan: StoredPlan): boolean {
  const revision = planRevisionOf(session);
  const now = plan.state === 'ready' ? plan.revision : 0;
  // A date set by hand says nothing about what the watch knew.
  if (revision === undefined || revision === now || isByHand(session)) return false;
  return [...changesIn(schedule), now].some((at) => revision < at && at <= session.startedAt);
}

/** When plans were made. An entry that was moved after the previous one has an unreliable time and is left out. */
function changesIn(schedule: Schedule): readonly number[] {
  return schedule.flatMap(({ since, legs }, at) => {
    const before = schedule[at - 1];
    const isChange = before && LEGS.some((leg) => legs[leg] !== before.legs[leg]);
    return isChange && since > before.since + 1 ? [since] : [];
  });
}
