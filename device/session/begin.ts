import type { Leg } from '../../core/body';
import type { Plan } from '../../core/plan/plan';
import { startingWith } from '../../core/plan/plan';
import { makeRoutine } from '../../core/routine';
import { startSession } from '../../core/session/session';
import { UNARMED } from '../../core/state/session-file';
import { utcOffsetAt, watchClock } from '../watch/clock';
import { watchDisk } from '../watch/disk';
import { openIdentity } from '../store/identity-store';
import { openPlan } from '../store/plan-store';
import type { PreferencesStore } from '../store/preferences-store';
import type { SessionStore } from '../store/session-store';

/**
 * The plan as the person wants it today. Of the plan's own order of legs and the leg that was chosen, what came last
 * counts: a revision is the time of a change, as the stamp of a choice is.
 */
export function planForToday(preferences: PreferencesStore): Plan {
  const { plan, revision } = openPlan(watchDisk).stored();
  const { values, changedAt } = preferences.stored();
  return changedAt.firstLeg > revision ? startingWith(plan, values.firstLeg) : plan;
}

/** Chooses the leg that is done first; the choice counts also when the watch's clock is behind the phone's. */
export function chooseFirstLeg(preferences: PreferencesStore, leg: Leg): void {
  const { revision } = openPlan(watchDisk).stored();
  preferences.change('firstLeg', leg, Math.max(watchClock.now(), revision + 1));
}

/** Begins a session on disk, where the session page takes it up. Answers whether the disk took it. */
export function beginOnDisk(store: SessionStore, plan: Plan): boolean {
  const id = openIdentity(watchDisk, Math.random).take();
  if (id === undefined) return false;
  const now = watchClock.now();
  const origin = { planRevision: openPlan(watchDisk).stored().revision, utcOffset: utcOffsetAt(now) };
  const session = startSession(id, makeRoutine(plan), now, origin);
  return store.save({ session, arming: UNARMED });
}
