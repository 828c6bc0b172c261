import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { LEGATO_BEGINS, saysLater } from '../../core/care/locks';
import type { Lock, Said, Unlock } from '../../core/care/statement';
import { unpack } from '../../core/care/statement';
import type { Instant } from '../../core/time';

/** A lock and its unlock, if any. */
export interface Locked {
  readonly lock: Lock;
  readonly lifted: Unlock | undefined;
}

/** All locks ever, latest first; each once, with its latest date. */
export function allLocks(said: readonly Said[]): readonly Locked[] {
  const statements = said.map(unpack);
  const locks = statements.flatMap((lock): readonly Locked[] => {
    if (lock?.kind !== 'lock' || statements.some((each) => saysLater(each, lock))) return [];
    const lifted = statements.find((each) => each?.kind === 'unlock' && each.lifts === lock.id);
    return [{ lock, lifted: lifted?.kind === 'unlock' ? lifted : undefined }];
  });
  return locks.sort((one, other) => other.lock.at - one.lock.at);
}

/**
 * Whether a leg was locked on a day, from the day of the lock to the day on which it was lifted, both included. If a
 * clock was set back past the lock, the day on which it was lifted is still its last. Of a lock that is dated before
 * there was a Legato, only that day is known.
 */
export function lockedOn(
  said: readonly Said[],
  dayOf: (at: Instant) => Day,
): (day: Day, leg: Leg) => boolean {
  const spans = allLocks(said).map(({ lock, lifted }) => ({
    leg: lock.leg,
    from: Math.min(lock.at < LEGATO_BEGINS ? Infinity : dayOf(lock.at), lifted ? dayOf(lifted.at) : Infinity),
    to: lifted ? dayOf(lifted.at) : Infinity,
  }));
  return (day, leg) => spans.some((span) => span.leg === leg && span.from <= day && day <= span.to);
}
