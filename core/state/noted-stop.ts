import type { Leg } from '../body';
import type { CareBook } from '../care/book';
import { locksIn } from '../care/locks';
import type { Sign } from '../care/sign-of-day';
import { reasonIn } from '../care/why';
import { cameAfter } from './identity';

/** Why a person had stopped a session: it hurt, or a sign was there at a leg. */
export type NotedStop =
  { readonly stop: 'hurts' } | { readonly stop: 'sign'; readonly leg: Leg; readonly sign: Sign };

/**
 * Why the person had stopped the session `id` right before the watch was cut off, so that the session itself does not know: that is
 * on disk before the session hears of it, at a sign as the lock of the leg. Nothing where they had not.
 */
export function notedStop(id: string, { said, stopped }: CareBook): NotedStop | undefined {
  if (stopped !== undefined) return { stop: 'hurts' };
  for (const lock of locksIn(said)) {
    const reason = reasonIn(lock.why);
    // No clock tells which came first: it may have been set. Only a session asks for a sign.
    if (reason?.by === 'sign' && cameAfter(lock.id, id)) {
      return { stop: 'sign', leg: lock.leg, sign: reason.sign };
    }
  }
  return undefined;
}
