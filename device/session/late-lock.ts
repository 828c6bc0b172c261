import type { Leg } from '../../core/body';
import { lockedOf, mustEnd } from '../../core/care/may-begin';
import { isUntouched, withoutLocked } from '../../core/session/leave-out';
import { UNARMED } from '../../core/state/session-file';
import { openCareStore } from '../store/care-store';
import { openIdentity } from '../store/identity-store';
import { openSessionStore } from '../store/session-store';
import type { Watch } from '../watch/watch';
import type { Hosted } from './host';
import { alarmsOf, takeBackAlarms } from './session-alarms';

/**
 * What becomes of the session that a page runs when a lock is heard of.
 *
 * - `goesOn`: the lock is of no leg in it.
 * - `leftOut`: no leg was touched yet, and the session on disk is now one without the locked legs.
 * - `gone`: no leg was touched yet, and none may be. There is no session any more, and no record of one.
 * - `over`: a leg may have been touched, or the disk did not take one of the above. The session on disk is to be taken up
 *   again, which ends it.
 */
export type Obeyed =
  | { readonly kind: 'goesOn' | 'gone' | 'over' }
  | {
      readonly kind: 'leftOut';
      readonly legs: readonly Leg[];
      /** Whether another leg comes first now. */
      readonly isOtherFirst: boolean;
    };

/** Obeys the locks that the watch knows. Unless the session goes on, `hosted` must not be used afterwards. */
export function obeyLocks(watch: Watch, hosted: Hosted): Obeyed {
  const { clock, disk, launch, random } = watch;
  const store = openSessionStore(disk, launch.memory());
  const stored = store.value();
  const book = openCareStore(disk, launch.memory()).book();
  if (!stored || !mustEnd(stored.session.routine.plan, book)) return { kind: 'goesOn' };
  const { session } = stored;
  if (!isUntouched(session, clock.now())) {
    hosted.leave();
    return { kind: 'over' };
  }
  const legs = lockedOf(session.routine.plan, book);
  const isDoubtful = book.mayLack || book.stopped !== undefined;
  const id = isDoubtful ? undefined : openIdentity(disk, random, launch.memory()).take();
  const next = id === undefined ? undefined : withoutLocked(session, legs, id, clock.now());
  if (!next && hosted.discard()) return { kind: 'gone' };
  hosted.leave();
  if (!next || !store.write({ session: next, arming: UNARMED })) return { kind: 'over' };
  takeBackAlarms(alarmsOf(watch, stored));
  const [was, is] = [session, next].map(({ routine }) => routine.plan.legs[0]?.leg);
  return { kind: 'leftOut', legs, isOtherFirst: was !== is };
}
