import type { Leg } from '../../core/body';
import type { Plan } from '../../core/plan/plan';
import { startingWith } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { startSession } from '../../core/session/session';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { StoredPreferences } from '../../core/state/preferences';
import { chooseFirstLeg, firstLegIn } from '../../core/state/preferences';
import { UNARMED } from '../../core/state/session-file';
import { utcOffsetAt } from '../watch/clock';
import { openIdentity } from '../store/identity-store';
import type { SessionStore } from '../store/session-store';
import type { StoredFile } from '../store/stored-file';
import { openStored } from '../store/stored-file';
import type { Disk } from '../watch/disk';
import type { Watch } from '../watch/watch';

/** The plan as the person wants it today: in its own order of legs, or in the one that was chosen for it. */
export function planForToday(disk: Disk, preferences: StoredFile<StoredPreferences>): Plan {
  const { plan, revision } = openStored(disk, PLAN_FILE).value();
  const leg = firstLegIn(preferences.value(), revision);
  return leg ? startingWith(plan, leg) : plan;
}

/** Chooses the leg that is done first, for as long as the plan stays. */
export function chooseLeg(disk: Disk, preferences: StoredFile<StoredPreferences>, leg: Leg): void {
  const { revision } = openStored(disk, PLAN_FILE).value();
  preferences.write(chooseFirstLeg(preferences.value(), leg, revision));
}

/** Begins a session on disk, where the session page takes it up. Answers whether the disk took it. */
export function beginOnDisk(
  { clock, disk, launch, random }: Pick<Watch, 'clock' | 'disk' | 'launch' | 'random'>,
  store: SessionStore,
  plan: Plan,
): boolean {
  const id = openIdentity(disk, random, launch.memory()).take();
  if (id === undefined) return false;
  const now = clock.now();
  const origin = { planRevision: openStored(disk, PLAN_FILE).value().revision, utcOffset: utcOffsetAt(now) };
  const session = startSession(id, makeRoutine(plan), now, origin);
  return store.write({ session, arming: UNARMED });
}
