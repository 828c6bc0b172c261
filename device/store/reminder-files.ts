import type { ReminderMark } from '../../core/reminder/mark';
import { reminderMarkFrom, reminderMarkText } from '../../core/reminder/mark';
import type { ReminderPlace } from '../../core/reminder/reminder';
import type { ReminderAlarm, ReminderSheet } from '../../core/reminder/sheet';
import { sheetFrom } from '../../core/reminder/sheet';
import { asciiText, shortBytes } from '../../core/state/ascii';
import type { Alarm } from '../watch/alarms';
import type { Disk } from '../watch/disk';

type Read = Disk['read'];

/** The sheet is there twice, written one after the other: whatever cuts a write off leaves one of them whole. */
export const SHEET_PATHS = ['remind.a', 'remind.b'] as const;

/** What pages have written down for the services of reminders; nothing where there are none. */
export function readSheet(read: Read): ReminderSheet | undefined {
  const [first, second] = SHEET_PATHS;
  return sheetAt(first, read) ?? sheetAt(second, read);
}

function sheetAt(path: string, read: Read): ReminderSheet | undefined {
  const bytes = read(path);
  return bytes && sheetFrom(asciiText(bytes));
}

/** Where the last run of a reminder is noted; its service alone writes there. */
function markPath(place: ReminderPlace): string {
  return `reminder-${place}`;
}

/** What the last run of a reminder came to; nothing where it is not known. */
export function readReminderMark(place: ReminderPlace, read: Read): ReminderMark | undefined {
  const bytes = read(markPath(place));
  return bytes && reminderMarkFrom(asciiText(bytes));
}

export function writeReminderMark(mark: ReminderMark, write: Disk['write']): void {
  write(markPath(mark.place), shortBytes(reminderMarkText(mark)));
}

/** The alarm as the watch is asked for it. */
export function alarmOf({ param, at, daily }: ReminderAlarm): Alarm {
  return { rings: at, reminds: param, daily };
}

/** The alarms of one reminder by their ids, 0 for none. */
export interface OwnIds {
  readonly daily: number;
  readonly once: number;
}

/** Where a service notes what it has set in the place of what stands on the sheet; a page takes that over and removes it. */
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
