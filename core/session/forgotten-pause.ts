import type { Instant, Millis } from '../time';
import { MINUTE } from '../time';
import type { Session } from './session';

/** Who pauses goes to the door or the telephone; after this long a pause may be forgotten. */
const FORGOTTEN_AFTER: Millis = 3 * MINUTE;

/** When a person who has paused is reminded, once, by the lightest signal there is; nothing where nobody has paused. */
export function remindAt(session: Session): Instant | undefined {
  const isByPerson = session.phase === 'paused' && session.cause === 'person';
  return isByPerson ? session.pausedAt + FORGOTTEN_AFTER : undefined;
}
