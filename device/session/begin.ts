import type { Leg } from '../../core/body';
import type { Answers } from '../../core/care/answers';
import { openQuestions } from '../../core/care/answers';
import type { CareBook } from '../../core/care/book';
import type { BeginProblem } from '../../core/care/may-begin';
import { mayBegin } from '../../core/care/may-begin';
import type { Plan } from '../../core/plan/plan';
import { startingWith } from '../../core/plan/plan';
import type { Routine } from '../../core/plan/routine';
import { makeRoutine } from '../../core/plan/routine';
import { startSession } from '../../core/session/session';
import type { StoredPlan } from '../../core/state/plan-file';
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

/** Today's plan: with its own order of legs, or with the order chosen for it. */
export function planForToday(disk: Disk, preferences: StoredFile<StoredPreferences>): Plan {
  return planOn(openStored(disk, PLAN_FILE).value(), preferences.value());
}

function planOn({ plan, revision }: StoredPlan, preferences: StoredPreferences): Plan {
  const leg = firstLegIn(preferences, revision);
  return leg ? startingWith(plan, leg) : plan;
}

/** Chooses the leg that is done first, until the plan changes. */
export function chooseLeg(disk: Disk, preferences: StoredFile<StoredPreferences>, leg: Leg): void {
  const { revision } = openStored(disk, PLAN_FILE).value();
  preferences.write(chooseFirstLeg(preferences.value(), leg, revision));
}

/** The result of beginning a session: it is on disk, or why it may not begin. */
export type Begun = 'begun' | BeginProblem;

/** Begins a session of today's plan, which `layOut` may have laid out already. */
export function beginToday(
  watch: Parameters<typeof beginOnDisk>[0],
  store: SessionStore,
  care: CareBook,
  preferences: StoredFile<StoredPreferences>,
  layOut: (plan: Plan) => Routine = makeRoutine,
): Begun {
  const stored = openStored(watch.disk, PLAN_FILE).value();
  const chosen = preferences.value();
  const plan = planOn(stored, chosen);
  return beginOnDisk(watch, store, { plan, revision: stored.revision }, care, chosen.values, layOut);
}

/** Writes a new session to disk, without the locked legs. The session page takes it up from there. */
export function beginOnDisk(
  { clock, disk, launch, random }: Pick<Watch, 'clock' | 'disk' | 'launch' | 'random'>,
  store: SessionStore,
  { plan, revision }: StoredPlan,
  care: CareBook,
  answers: Answers,
  layOut: (plan: Plan) => Routine = makeRoutine,
): Begun {
  const isAsked = openQuestions(answers).length === 0;
  const asked = mayBegin({ plan, care, isAsked, isRunning: store.value() !== undefined });
  if (asked.may === 'not') return asked.why;
  const id = openIdentity(disk, random, launch.memory()).take();
  if (id === undefined) return 'noRoom';
  const now = clock.now();
  const { withheld } = asked;
  const origin = {
    planRevision: revision,
    utcOffset: utcOffsetAt(now),
    ...(withheld.length > 0 ? { withheld } : {}),
    ...(isAsked ? {} : { isUnasked: true }),
  };
  const session = startSession(id, layOut(asked.plan), now, origin);
  return store.write({ session, arming: UNARMED }) ? 'begun' : 'noRoom';
}
