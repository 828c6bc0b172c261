import { asciiText } from '../../core/state/ascii';
import { SESSION_NAME } from '../../core/state/session-glance';
import type { Instant, Millis } from '../../core/time';
import { HOUR } from '../../core/time';
import { readSlots } from './slotted-file';
import type { Disk } from '../watch/disk';

/** A session that began longer ago is not under way any more, whether or not it was ended. */
const LONGEST: Millis = 3 * HOUR;

/**
 * Whether a session is under way, by the time in the newer slot of its file. A service has no time to make sure that the slot is
 * whole; one that is not is of a session whose end, or whose beginning, was cut off.
 */
export function isSessionOnDisk(read: Disk['read'], now: Instant): boolean {
  const [newer] = readSlots(read, SESSION_NAME);
  const started = newer && /"startedAt":(\d+)/.exec(asciiText(newer))?.[1];
  return started !== undefined && now - Number(started) < LONGEST;
}
