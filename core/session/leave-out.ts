import type { Leg } from '../body';
import { makeRoutine } from '../plan/routine';
import { withoutLegs } from '../plan/plan';
import type { Instant } from '../time';
import { apply, replay } from './apply';
import { stretchAt } from './course';
import type { Session } from './session';
import { elapsedAt, startSession } from './session';

/** Whether no leg can have been touched yet: the person is still getting comfortable, and no cue was due. */
export function isUntouched(session: Session, now: Instant): boolean {
  const { activity } = stretchAt(session.course, elapsedAt(session, now));
  return session.phase !== 'ended' && session.book.length === 0 && activity.kind === 'prepare';
}

/**
 * A session that no leg was touched in, without `legs`, under another id: its alarms are not those of the session before
 * it. If its first leg stays, it goes on from where it was, with everything that happened. Otherwise getting comfortable
 * begins anew, because the person has to be told of another leg. Undefined if no leg is left.
 */
export function withoutLocked(
  session: Session,
  legs: readonly Leg[],
  id: string,
  now: Instant,
): Session | undefined {
  const { routine, origin, startedAt, journal } = session;
  const plan = withoutLegs(routine.plan, legs);
  if (!plan) return undefined;
  const withheld = (origin?.withheld ?? []).concat(legs);
  const start = (at: Instant) =>
    startSession(id, makeRoutine(plan), at, origin ? { ...origin, withheld } : undefined);
  if (plan.legs[0]?.leg === routine.plan.legs[0]?.leg) {
    const again = replay(start(startedAt), journal);
    if (again.ok) return again.value;
  }
  const fresh = start(now);
  const paused = session.phase === 'paused' ? apply(fresh, { kind: 'paused', at: now }) : undefined;
  return paused?.ok === true ? paused.value : fresh;
}
