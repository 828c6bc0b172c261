import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import type { Leg } from '../../core/body';
import type { Day, LocalMoment } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import type { CareBook } from '../../core/care/book';
import { lockedAmong } from '../../core/reminder/locked';
import type { ReminderSheet } from '../../core/reminder/sheet';
import { sheetText } from '../../core/reminder/sheet';
import { asciiBytes } from '../../core/ascii';
import { HOUR } from '../../core/time';
import { withSessions } from '../../core/today/noting';
import { legsDone, NOTHING_NOTED } from '../../core/today/today';
import type { Disk } from '../watch/disk';
import type { AlarmBook } from './alarm-book';
import type { OutboxStore } from './outbox-store';
import { readOwnIds, ownSheet, SHEET_PATHS } from './reminder-files';

/**
 * Writes the sheet unless it is there already. Returns whether the disk has one from which the service of a reminder can
 * decide what to do.
 */
export function writeSheet(disk: Disk, sheet: ReminderSheet): boolean {
  const before = ownSheet(disk);
  const text = sheetText(sheet);
  if (before && sheetText(before) === text) return true;
  const bytes = asciiBytes(text);
  return SHEET_PATHS.map((path) => disk.write(path, bytes)).includes(true);
}

/**
 * Gives reminders the alarms named in their own files, because arming a session cancels alarms without an owner. Returns
 * the places whose service has set alarms since a page did.
 */
export function claimReminders(disk: Disk, book: AlarmBook): readonly ReminderPlace[] {
  const sheet = ownSheet(disk);
  // Without a sheet no service has set any, and this runs at the start of every session.
  if (!sheet) return [];
  const ids = sheet.alarms.map(({ id }) => id);
  const places = REMINDER_PLACES.filter((place) => {
    const own = readOwnIds(place, (path) => disk.read(path));
    if (own) ids.push(own.daily, own.once);
    return own;
  });
  book.claim('reminder', ids);
  return places;
}

/**
 * Notes what was done on the day of a session as soon as its record is kept, so that a person who then closes the app
 * is not reminded.
 */
export function noteDone(disk: Disk, outbox: KeptRecords, session: LocalMoment): void {
  change(disk, (sheet) => {
    const day = dayOf(session, sheet.dayEnd);
    return { ...sheet, done: { day, legs: legsDoneOn(outbox, day, sheet.dayEnd) } };
  });
}

/** The legs done on a recent day, from the records on the watch. */
export function legsDoneOn(outbox: KeptRecords, day: Day, dayEnd: number): readonly Leg[] {
  return legsDone(withSessions({ ...NOTHING_NOTED, dayEnd }, outbox.since((day - 1) * 24 * HOUR)), day);
}

type KeptRecords = Pick<OutboxStore, 'since'>;

/** Notes which legs must not be massaged. */
export function noteLocked(disk: Disk, care: CareBook): void {
  change(disk, (sheet) => ({ ...sheet, locked: lockedAmong(sheet.planned, care) }));
}

function change(disk: Disk, changed: (sheet: ReminderSheet) => ReminderSheet): void {
  const sheet = ownSheet(disk);
  if (sheet) writeSheet(disk, changed(sheet));
}
