import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Day, LocalMoment } from '../calendar/day';
import { dayOf } from '../calendar/day';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Lock, Said, Statement, Unlock } from './statement';
import { unpack } from './statement';

/** The locks that no unlock has lifted, in the order in which they are kept. */
export function locksIn(said: readonly Said[]): readonly Lock[] {
  const statements = said.map(unpack);
  return statements.flatMap((lock) =>
    lock?.kind === 'lock' && !statements.some((other) => lifts(other, lock.id)) ? [lock] : [],
  );
}

function lifts(statement: Statement | undefined, id: string): boolean {
  return statement?.kind === 'unlock' && statement.lifts === id;
}

function heldIds(said: readonly Said[]): readonly string[] {
  return locksIn(said).map(({ id }) => id);
}

/** The locks that hold, as they were said. */
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

/** Why a day cannot be the one on which a doctor looked at a leg. */
export const DOCTOR_PROBLEMS = ['inFuture', 'beforeSign'] as const;
export type DoctorProblem = (typeof DOCTOR_PROBLEMS)[number];

/**
 * The statement that lifts a lock. A doctor looked at the leg between the day of the lock and today; where the clock says that
 * the lock is of a day to come, it was set back since, and the day is today.
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

/** The first day on which a doctor can have looked at a leg since it was locked. */
export function firstDoctorDay({ at }: Lock, { startedAt, utcOffset }: LocalMoment): Day {
  return dayOf({ startedAt: Math.min(at, startedAt), utcOffset }, 0);
}

/**
 * No watch keeps more statements. Beyond it the oldest locks go that were lifted, each with what lifted it: should another device
 * tell of such a lock again, it counts again, which is the safe side.
 */
export const MOST_SAID = 40;

/** The statements that a watch keeps. None goes that locks a leg, or that is not understood. */
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

/** An unlock of a lock that is not here. */
function idleUnlock(said: readonly Said[]): string | undefined {
  const ids = said.map((each) => unpack(each)?.id);
  return said.map(unpack).find((each) => each?.kind === 'unlock' && !ids.includes(each.lifts))?.id;
}

function isOf(said: Said, id: string): boolean {
  const statement = unpack(said);
  return statement?.id === id || lifts(statement, id);
}

/**
 * What of `mine` matters to who has `theirs`: locks that hold, what lifts the locks that they have, and what is not understood here.
 * Nobody is told again of a lock that was lifted long ago.
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
