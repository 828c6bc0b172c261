import type { Leg } from '../body';
import type { CareBook } from '../care/book';
import { locksIn } from '../care/locks';
import type { Sign } from '../care/sign-of-day';
import { reasonIn } from '../care/why';
import { cameAfter } from './identity';

/** Why a person had stopped a session: it hurt, or a sign was present at a leg. */
export type NotedStop =
  { readonly stop: 'hurts' } | { readonly stop: 'sign'; readonly leg: Leg; readonly sign: Sign };

/**
 * Why the person had stopped the session `id` right before the watch was cut off, which the session itself does not
 * know. The reason is on disk before the session gets the command; for a sign, it is the lock of the leg. Undefined if
 * they had not stopped it.
 */
export function notedStop(id: string, { said, stopped }: CareBook): NotedStop | undefined {
  if (stopped !== undefined) return { stop: 'hurts' };
  for (const lock of locksIn(said)) {
    const reason = reasonIn(lock.why);
    // The order is taken from the ids, because the clock may have been set in between. Only a session asks about a
    // sign.
    if (reason?.by === 'sign' && cameAfter(lock.id, id)) {
      return { stop: 'sign', leg: lock.leg, sign: reason.sign };
    }
  }
  return undefined;
}
