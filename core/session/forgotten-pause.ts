import type { Instant, Millis } from '../time';
import { MINUTE } from '../time';
import type { Session } from './session';

/**
 * How long a pause may last before it may have been forgotten. A shorter one is enough to answer the door or the
 * telephone.
 */
const FORGOTTEN_AFTER: Millis = 3 * MINUTE;

/**
 * When to remind a person of a pause, once, by the lightest signal; undefined if the session is not paused by the
 * person.
 */
export function remindAt(session: Session): Instant | undefined {
  const isByPerson = session.phase === 'paused' && session.cause === 'person';
  return isByPerson ? session.pausedAt + FORGOTTEN_AFTER : undefined;
}
