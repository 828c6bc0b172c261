import type { Leg } from '../core/body';
import type { Plan } from '../core/plan/plan';
import { startingWith } from '../core/plan/plan';
import { makeRoutine } from '../core/routine';
import { startSession } from '../core/session/session';
import { UNARMED } from '../core/state/session-file';
import { watchClock } from './clock';
import { watchDisk } from './disk';
import { openIdentity } from './identity-store';
import { openPlan } from './plan-store';
import type { PreferencesStore } from './preferences-store';
import type { SessionStore } from './session-store';

/** The plan as the person wants it today: the leg chosen on the watch goes before the plan's own order. */
export function planForToday(preferences: PreferencesStore): Plan {
  const { plan } = openPlan(watchDisk).stored();
  const { values, changedAt } = preferences.stored();
  return changedAt.firstLeg === 0 ? plan : startingWith(plan, values.firstLeg);
}

export function chooseFirstLeg(preferences: PreferencesStore, leg: Leg): void {
  preferences.change('firstLeg', leg, watchClock.now());
}

/** Begins a session on disk, where the session page takes it up. Answers whether the disk took it. */
export function beginOnDisk(store: SessionStore, plan: Plan): boolean {
  const id = openIdentity(watchDisk, Math.random).take();
  const session = startSession(id, makeRoutine(plan), watchClock.now());
  return store.save({ session, arming: UNARMED });
}
