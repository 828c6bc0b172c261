import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { Lock, Said, Unlock } from '../../core/care/statement';
import { unpack } from '../../core/care/statement';
import type { Instant } from '../../core/time';

/** A lock, with what lifted it. */
export interface Locked {
  readonly lock: Lock;
  readonly lifted: Unlock | undefined;
}

/** All locks that there ever were, the latest first. */
export function allLocks(said: readonly Said[]): readonly Locked[] {
  const statements = said.map(unpack);
  const locks = statements.flatMap((lock): readonly Locked[] => {
    if (lock?.kind !== 'lock') return [];
    const lifted = statements.find((each) => each?.kind === 'unlock' && each.lifts === lock.id);
    return [{ lock, lifted: lifted?.kind === 'unlock' ? lifted : undefined }];
  });
  return locks.sort((one, other) => other.lock.at - one.lock.at);
}

/**
 * Whether a leg was locked on a day, so that nothing was to be done: from the day of a lock to the day on which it was lifted,
 * both included. Where a clock was set back over the lock, the day on which it was lifted is the last one still.
 */
export function lockedOn(
  said: readonly Said[],
  dayOf: (at: Instant) => Day,
): (day: Day, leg: Leg) => boolean {
  const spans = allLocks(said).map(({ lock, lifted }) => ({
    leg: lock.leg,
    from: Math.min(dayOf(lock.at), lifted ? dayOf(lifted.at) : Infinity),
    to: lifted ? dayOf(lifted.at) : Infinity,
  }));
  return (day, leg) => spans.some((span) => span.leg === leg && span.from <= day && day <= span.to);
}
