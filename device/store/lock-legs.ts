import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import { locksIn } from '../../core/care/locks';
import type { LockReason } from '../../core/care/why';
import { whyOf } from '../../core/care/why';
import type { Statement } from '../../core/care/statement';
import { unpack } from '../../core/care/statement';
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import { momentHere } from '../watch/clock';
import type { Watch } from '../watch/watch';
import type { CareStore } from './care-store';
import { openIdentity } from './identity-store';
import { lastDayBegan } from './today-store';

/** What is needed to create the id of a statement. */
export type Sayer = Pick<Watch, 'clock' | 'disk' | 'launch' | 'random'>;

/**
 * Locks legs from now on, each once a day for a reason: what comes back on a later day is a lock of that day, which an
 * earlier word of a doctor does not lift. If the clock is behind, no lock gets its date: a lock that is dated 0 is lifted
 * only by a doctor's word of the present day, and the phone dates it. Returns whether that is on disk.
 */
export function lockLegs(watch: Sayer, store: CareStore, legs: readonly Leg[], reason: LockReason): boolean {
  const why = whyOf(reason);
  const now = watch.clock.now();
  const at = now < latestKnown(watch, store) ? 0 : now;
  const dayAt = (instant: Instant): Day => dayOf(momentHere(instant), 0);
  const today = dayAt(at);
  const held = locksIn(store.book().said).filter((lock) => lock.why === why && dayAt(lock.at) === today);
  const locks = legs.map((leg): Statement => {
    return held.find((lock) => lock.leg === leg) ?? { kind: 'lock', id: nextId(watch), leg, why, at };
  });
  return store.add(locks);
}

/** A moment that has come, by what is noted on the watch: the day of a session, and the other statements. */
function latestKnown({ disk }: Sayer, store: CareStore): Instant {
  return store
    .book()
    .said.reduce((latest, said) => Math.max(latest, (unpack(said)?.at ?? 0) - HOUR), lastDayBegan(disk));
}

/** A new id. If the disk takes none, one that is very unlikely to be repeated. */
export function nextId({ clock, disk, launch, random }: Sayer): string {
  const id = openIdentity(disk, random, launch.memory()).take();
  return id ?? `${Math.floor(clock.now()).toString(36)}-${Math.floor(random() * 36 ** 4).toString(36)}`;
}
