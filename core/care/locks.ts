import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Day, LocalMoment } from '../calendar/day';
import { dayOf } from '../calendar/day';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Lock, Said, Statement, Unlock } from './statement';
import { unpack } from './statement';

/** The locks that no unlock has lifted, in stored order. */
export function locksIn(said: readonly Said[]): readonly Lock[] {
  const statements = said.map(unpack);
  return statements.flatMap((lock) =>
    lock?.kind === 'lock' && !statements.some((other) => lifts(other, lock.id)) ? [lock] : [],
  );
}

export function lifts(statement: Statement | undefined, id: string): boolean {
  return statement?.kind === 'unlock' && statement.lifts === id;
}

function heldIds(said: readonly Said[]): readonly string[] {
  return locksIn(said).map(({ id }) => id);
}

/** The statements of the locks that still hold. */
export function heldIn(said: readonly Said[]): readonly Said[] {
  const held = heldIds(said);
  return said.filter((each) => {
    const statement = unpack(each);
    return statement?.kind === 'lock' && held.includes(statement.id);
  });
}

/** The legs that must not be massaged. */
export function lockedLegs(said: readonly Said[]): readonly Leg[] {
  const locks = locksIn(said);
  return LEGS.filter((leg) => locks.some((lock) => lock.leg === leg));
}

/** Why a date cannot be the day on which a doctor looked at a leg. */
export const DOCTOR_PROBLEMS = ['inFuture', 'beforeSign'] as const;
export type DoctorProblem = (typeof DOCTOR_PROBLEMS)[number];

/**
 * Creates the statement that lifts a lock. The doctor's visit must lie between the day of the lock and today. If the
 * lock is dated in the future, the clock has been set back since, and the visit counts as today.
 */
export function unlock(
  lock: Lock,
  id: string,
  doctorOn: Day,
  now: LocalMoment,
): Result<Unlock, DoctorProblem> {
  const today = dayOf(now, 0);
  if (doctorOn > today) return err('inFuture');
  if (doctorOn < firstDoctorDay(lock, now)) return err('beforeSign');
  return ok({ kind: 'unlock', id, lifts: lock.id, doctorOn, at: now.startedAt });
}

/** The earliest day on which a doctor can have looked at a leg since it was locked. */
export function firstDoctorDay({ at }: Lock, { startedAt, utcOffset }: LocalMoment): Day {
  return dayOf({ startedAt: Math.min(at, startedAt), utcOffset }, 0);
}

/**
 * The most statements a watch keeps. Beyond this, the oldest lifted locks are dropped together with their unlocks. If
 * another device reports such a lock again, it counts again, which is the safe side.
 */
export const MOST_SAID = 40;

/** The statements that a watch keeps. Never drops one that locks a leg or that it does not understand. */
export function pruned(said: readonly Said[], most: number = MOST_SAID): readonly Said[] {
  if (said.length <= most) return said;
  const held = heldIds(said);
  const oldest = said.map(unpack).find((lock) => lock?.kind === 'lock' && !held.includes(lock.id));
  const idle = oldest?.id ?? idleUnlock(said);
  return idle === undefined
    ? said
    : pruned(
        said.filter((each) => !isOf(each, idle)),
        most,
      );
}

/** Finds an unlock whose lock is not in the list. */
function idleUnlock(said: readonly Said[]): string | undefined {
  const ids = said.map((each) => unpack(each)?.id);
  return said.map(unpack).find((each) => each?.kind === 'unlock' && !ids.includes(each.lifts))?.id;
}

function isOf(said: Said, id: string): boolean {
  const statement = unpack(said);
  return statement?.id === id || lifts(statement, id);
}

/**
 * What a device that has `theirs` needs from `mine`: locks that hold, unlocks of locks it has, and statements not
 * understood here. Locks that were lifted long ago are not sent again.
 */
export function newsFor(theirs: readonly Said[], mine: readonly Said[]): readonly Said[] {
  const held = heldIds(mine);
  const heldThere = heldIds(theirs);
  return mine.filter((said) => {
    if (theirs.includes(said)) return false;
    const statement = unpack(said);
    switch (statement?.kind) {
      case 'lock':
        return held.includes(statement.id);
      case 'unlock':
        return heldThere.includes(statement.lifts);
      case undefined:
        return true;
    }
  });
}
