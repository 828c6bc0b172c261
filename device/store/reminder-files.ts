import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import type { ReminderMark } from '../../core/reminder/mark';
import { reminderMarkFrom, reminderMarkText } from '../../core/reminder/mark';
import type { ReminderKey } from '../../core/reminder/reminder';
import type { ReminderSheet } from '../../core/reminder/sheet';
import { sheetFrom } from '../../core/reminder/sheet';
import { asciiText, shortBytes } from '../../core/ascii';
import type { Disk } from '../watch/disk';

type Read = Disk['read'];

/** The sheet is stored twice, one copy written after the other, so that a write that is cut off leaves one complete. */
export const SHEET_PATHS = ['remind.a', 'remind.b'] as const;

/** Reads the sheet for the services of reminders; undefined if there is none. */
export function readSheet(read: Read): ReminderSheet | undefined {
  const [first, second] = SHEET_PATHS;
  return sheetAt(first, read) ?? sheetAt(second, read);
}

/** The same for a page, which reads no file twice in a launch. */
export function ownSheet(disk: Pick<Disk, 'own'>): ReminderSheet | undefined {
  return readSheet((path) => disk.own(path));
}

/** Whether there is a reminder that can ring: it is on, and the watch took its alarm. */
export function hasReminder(disk: Pick<Disk, 'own'>): boolean {
  return ownSheet(disk)?.alarms.some(({ id }) => id !== 0) === true;
}

function sheetAt(path: string, read: Read): ReminderSheet | undefined {
  const bytes = read(path);
  return bytes && sheetFrom(bytes);
}

/** The file with the mark of a reminder's last run. */
export function markPath(place: ReminderPlace): string {
  return `reminder-${place}`;
}

/** The mark of the last run at a place, of the reminder with this key if one is given; undefined if it is unknown. */
export function readReminderMark(
  place: ReminderPlace,
  read: Read,
  key?: ReminderKey,
): ReminderMark | undefined {
  const bytes = read(markPath(place));
  return bytes && reminderMarkFrom(bytes, key);
}

/** `key`: that of the reminder, or undefined if it is gone. Returns whether the mark is on disk. */
export function writeReminderMark(
  mark: ReminderMark,
  key: ReminderKey | undefined,
  write: Disk['write'],
): boolean {
  return write(markPath(mark.place), shortBytes(reminderMarkText(mark, key)));
}

/** The ids of one reminder's alarms, 0 for none, or for one that is there under an id that could not be noted. */
export interface OwnIds {
  readonly daily: number;
  readonly once: number;
}

/**
 * The file in which a service notes alarms it has set in place of those on the sheet. A page takes them over and
 * deletes the file.
 */
export function idsPath(place: ReminderPlace): string {
  return `reminder-ids-${place}`;
}

export function readOwnIds(place: ReminderPlace, read: Read): OwnIds | undefined {
  const bytes = read(idsPath(place));
  const [, daily, once] = /^(\d{1,9}) (\d{1,9})\n$/.exec(bytes ? asciiText(bytes) : '') ?? [];
  return daily === undefined ? undefined : { daily: Number(daily), once: Number(once) };
}

export function writeOwnIds(place: ReminderPlace, { daily, once }: OwnIds, write: Disk['write']): void {
  write(idsPath(place), shortBytes(`${daily} ${once}\n`));
}
