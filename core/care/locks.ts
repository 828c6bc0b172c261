import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Day, LocalMoment } from '../calendar/day';
import { dayOf } from '../calendar/day';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Instant } from '../time';
import type { Lock, Said, Statement, Unlock } from './statement';
import { unpack } from './statement';

/** The locks that no unlock has lifted, in stored order. */
export function locksIn(said: readonly Said[]): readonly Lock[] {
  const statements = said.map(unpack);
  return statements.flatMap((lock) =>
    lock?.kind === 'lock' && !statements.some((other) => lifts(other, lock.id)) ? [lock] : [],
  );
}

/** The same for a reader: one that was said again is there once, with its latest date. */
export function locksOnce(said: readonly Said[]): readonly Lock[] {
  const locks = locksIn(said);
  return locks.filter((lock) => !locks.some((other) => saysLater(other, lock)));
}

/** Whether a statement says a lock again, with a later date. */
export function saysLater(statement: Statement | undefined, { id, leg, at }: Lock): boolean {
  return statement?.kind === 'lock' && statement.id === id && statement.leg === leg && statement.at > at;
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
const DOCTOR_PROBLEMS = ['inFuture', 'beforeSign'] as const;
export type DoctorProblem = (typeof DOCTOR_PROBLEMS)[number];

/**
 * The beginning of 2026, the year in which Legato was written: no lock was made before. One that is dated earlier was
 * made while the clock was wrong.
 */
export const LEGATO_BEGINS: Instant = 1_767_225_600_000;

/**
 * Creates the statement that lifts a lock. The doctor's visit must lie between the day of the lock and today. If the
 * date of the lock cannot be right, the visit counts as today.
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

/**
 * The earliest day on which a doctor can have looked at a leg since it was locked. It is today if the lock is dated in
 * the future, since the clock was set back, and if it is dated before there was a Legato: nothing tells how long ago it
 * was made, but the person speaks after it.
 */
export function firstDoctorDay({ at }: Lock, { startedAt, utcOffset }: LocalMoment): Day {
  const from = at < LEGATO_BEGINS ? startedAt : Math.min(at, startedAt);
  return dayOf({ startedAt: from, utcOffset }, 0);
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
 * understood here. Locks that were lifted long ago are not sent again. A device that knows nothing is sent everything,
 * so that a yes whose lock was lifted does not look to it like one whose lock was lost.
 */
export function newsFor(theirs: readonly Said[], mine: readonly Said[]): readonly Said[] {
  if (theirs.length === 0) return mine;
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
