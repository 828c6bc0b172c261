import { asciiText } from '../../core/ascii';
import { SESSION_NAME } from '../../core/state/session-glance';
import type { Instant, Millis } from '../../core/time';
import { HOUR } from '../../core/time';
import { readSlots } from './slotted-file';
import type { Disk } from '../watch/disk';

/** A session that began longer ago than this is no longer under way, whether it was ended or not. */
const LONGEST: Millis = 3 * HOUR;

/**
 * Whether a session is under way, according to the time in the newer slot of its file. A service has no time to
 * validate the slot; a damaged one means that the start or the end of a session was cut off.
 */
export function isSessionOnDisk(read: Disk['read'], now: Instant): boolean {
  const [newer] = readSlots(read, SESSION_NAME);
  const started = newer && /"startedAt":(\d+)/.exec(asciiText(newer))?.[1];
  return started !== undefined && now - Number(started) < LONGEST;
}
