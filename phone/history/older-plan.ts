import { LEGS } from '../../core/body';
import { planRevisionOf } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import type { StoredPlan } from '../plan-store';
import { isByHand } from './gist';
import type { Schedule } from './schedule';

/**
 * Whether a session went by a plan in whose place another stood on the phone when it began: the change had not reached the
 * watch. Only of a change that is known is that said: the last one, and those before that changed the length of a leg.
 */
export function isByOlderPlan(session: SessionRecord, schedule: Schedule, plan: StoredPlan): boolean {
  const revision = planRevisionOf(session);
  const now = plan.state === 'ready' ? plan.revision : 0;
  // A date that a person gave tells nothing of when the watch knew what.
  if (revision === undefined || revision === now || isByHand(session)) return false;
  return [...changesIn(schedule), now].some((at) => revision < at && at <= session.startedAt);
}

/** When another plan was made. One that was put behind what was noted before it was made at another time. */
function changesIn(schedule: Schedule): readonly number[] {
  return schedule.flatMap(({ since, legs }, at) => {
    const before = schedule[at - 1];
    const isChange = before && LEGS.some((leg) => legs[leg] !== before.legs[leg]);
    return isChange && since > before.since + 1 ? [since] : [];
  });
}
