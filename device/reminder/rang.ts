import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import { keyOf } from '../../core/reminder/reminder';
import type { RingTold } from '../../core/reminder/ring-param';
import type { Instant } from '../../core/time';
import { ownSheet, readReminderMark, writeReminderMark } from '../store/reminder-files';
import type { Watch } from '../watch/watch';

/**
 * Notes that a reminder rang of which its service could not write so, because its notification has lit the screen. Call
 * it first on a page that may have been opened by a notification, since this takes those away. The notification shows
 * it: its button tells which ring it is from (`told`), and one in the centre is from the last ring, since each service
 * takes away the older ones before its mark says that it is about to ring.
 */
export function noteRang({ clock, disk, launch, notifications }: Seen, told: RingTold | undefined): void {
  const memory = launch.memory();
  const seenAt = notifications.clear() ? clock.now() : memory.ringSeen;
  memory.ringSeen = undefined;
  if (told?.rang) noteAt(disk, told.rang.place, told.rang.at);
  if (seenAt === undefined) return;
  const rings = REMINDER_PLACES.flatMap((place) => {
    const at = readReminderMark(place, read(disk))?.rang?.at ?? 0;
    return at > 0 && at <= seenAt ? [{ place, at }] : [];
  });
  const last = rings.sort((one, other) => other.at - one.at)[0];
  if (last) noteAt(disk, last.place, last.at);
}

type Seen = Pick<Watch, 'clock' | 'disk' | 'launch' | 'notifications'>;

function noteAt(disk: Watch['disk'], place: ReminderPlace, at: Instant): void {
  const reminder = ownSheet(disk)?.reminders.at[place];
  const key = reminder && keyOf(reminder);
  const mark = readReminderMark(place, read(disk), key);
  if (mark?.came !== 'unknown' || mark.rang?.at !== at) return;
  writeReminderMark({ ...mark, came: 'rang' }, key, (path, bytes) => disk.write(path, bytes));
}

function read(disk: Watch['disk']): Watch['disk']['read'] {
  return (path) => disk.read(path);
}
