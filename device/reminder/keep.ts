import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import type { Here } from '../../core/calendar/day';
import { dayAt } from '../../core/calendar/day';
import type { Known } from '../../core/reminder/coming';
import { oneShotWanted } from '../../core/reminder/coming';
import { DAY_NOTES, waitsUntil } from '../../core/reminder/day-notes';
import type { DayState } from '../../core/reminder/decide';
import { lockedAmong } from '../../core/reminder/locked';
import type { Reminders } from '../../core/reminder/reminder';
import { keyOf, remindersOn } from '../../core/reminder/reminder';
import { diaryDaysIn, REMINDERS_FILE, remindersOf } from '../../core/reminder/reminders-file';
import { dailyAt, isSharedBy } from '../../core/reminder/ring';
import type { ReminderAlarm, ReminderSheet, ReminderTexts, SetAlarm } from '../../core/reminder/sheet';
import { dailyOf, dayOn, onceOf, placeOf, setAs } from '../../core/reminder/sheet';
import { readStored } from '../../core/state/stored';
import { CARE_FILE } from '../../core/state/care-file';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { Instant, Millis } from '../../core/time';
import { HOUR, MINUTE } from '../../core/time';
import type { AlarmBook } from '../store/alarm-book';
import { openOutbox } from '../store/outbox-store';
import { idsPath, readReminderMark, ownSheet } from '../store/reminder-files';
import { claimReminders, legsDoneOn, writeSheet } from '../store/reminder-sheet';
import { hereNow } from '../store/preferences-store';
import { openSlotted } from '../store/slotted-file';
import { openStored } from '../store/stored-file';
import { utcOffsetAt } from '../watch/clock';
import type { Watch } from '../watch/watch';

/** What a page needs of the watch to manage reminders. */
export type Keeper = Pick<Watch, 'alarms' | 'clock' | 'disk' | 'launch' | 'modes'>;

/** The state of the present day, for pages. A page for reminders is open only while no session is running. */
export function dayNow(sheet: ReminderSheet, here: Here): Omit<DayState, 'isItsDay'> {
  return dayOn(sheet, dayAt(here), false);
}

export function knownOf(watch: Omit<Keeper, 'alarms'>, sheet: ReminderSheet, place: ReminderPlace): Known {
  const { disk, modes } = watch;
  const { reminders, delayed } = sheet;
  const reminder = reminders.at[place];
  return {
    mark: readReminderMark(place, (path) => disk.read(path), reminder && keyOf(reminder)),
    delayedUntil: delayed[place],
    isShared: isSharedBy(place, reminders, delayed),
    setFrom: setFrom(sheet, place, hereNow(watch)),
    mode: modes.quiet(),
  };
}

/** The sheet of the present day, from all the files it depends on, with the alarms of the previous sheet. */
export function sheetNow(watch: Keeper, { title, words }: ReminderTexts): ReminderSheet {
  const { disk } = watch;
  const here = hereNow(watch);
  const stored = openStored(disk, REMINDERS_FILE).value();
  const { at, quiet, evening } = remindersOf(stored);
  const { delayed, excused } = readStored(DAY_NOTES, openSlotted(disk, DAY_NOTES.name).payload()).value;
  const titled = (place: ReminderPlace) => {
    const reminder = at[place];
    return reminder && { ...reminder, words: reminder.words || title };
  };
  const before = ownSheet(disk);
  const until = (place: ReminderPlace) => waitsUntil(delayed[place - 1], at[place]);
  const day = dayAt(here);
  const planned = openStored(disk, PLAN_FILE)
    .value()
    .plan.legs.map(({ leg }) => leg);
  return {
    reminders: { at: { 1: titled(1), 2: titled(2), 3: titled(3) }, quiet, evening },
    delayed: { 1: until(1), 2: until(2), 3: until(3) },
    excused: excused.map(([each]) => each).filter((each) => each >= day),
    dayEnd: here.dayEnd,
    planned,
    locked: lockedAmong(planned, openStored(disk, CARE_FILE).value()),
    done: { day, legs: legsDoneOn(openOutbox(disk), day, here.dayEnd) },
    words,
    diary: diaryDaysIn(stored),
    alarms: before ? alarmsFor(at, before) : [],
  };
}

/**
 * The alarms of the previous sheet. Those of an older reminder at the place of one, or of another hour of it, may have
 * rung for long and are to be cancelled, so they are made to fit none.
 */
function alarmsFor(at: Reminders['at'], { alarms, reminders }: ReminderSheet): readonly SetAlarm[] {
  return alarms.map((alarm) => {
    const [was, is] = [reminders.at[placeOf(alarm)], at[placeOf(alarm)]];
    return was && is && keyOf(was) === keyOf(is) ? alarm : { ...alarm, at: Infinity };
  });
}

/**
 * Sets the alarms that reminders need now and writes the sheet; call it after a reminder, the day, or what was done has
 * changed. Returns whether the watch took all alarms and the disk the sheet.
 */
export function keepReminders(watch: Keeper, book: AlarmBook, texts: ReminderTexts): boolean {
  return keepSheet(watch, book, sheetNow(watch, texts));
}

/** The same, given the sheet of the present day. */
export function keepSheet(watch: Keeper, book: AlarmBook, sheet: ReminderSheet): boolean {
  if (remindersOn(sheet.reminders).length === 0 && !ownSheet(watch.disk)) return true;
  const settled = settle(watch, book, sheet);
  return writeSheet(watch.disk, settled) && settled.alarms.every(({ id }) => id !== 0);
}

/**
 * Sets reminder alarms again that the watch has lost, or that are at the wrong hour for the present time zone. Call it
 * once a launch, before strays are cancelled.
 */
export function restoreReminders(watch: Keeper, book: AlarmBook): void {
  const sheet = ownSheet(watch.disk);
  if (sheet) keepSheet(watch, book, sheet);
}

/** The sheet with its alarms set; unchanged if all are right. */
function settle(watch: Keeper, book: AlarmBook, sheet: ReminderSheet): ReminderSheet {
  const { alarms, disk } = watch;
  const own = claimReminders(disk, book);
  const wanted = wantedAlarms(watch, sheet);
  const listed = alarms.left();
  const isThere = (alarm: SetAlarm): boolean =>
    sheet.alarms.some(
      (known) =>
        isSame(known, alarm) && known.id !== 0 && (listed === 'unknown' || listed.includes(known.id)),
    );
  if (
    own.length === 0 &&
    sheet.alarms.length === wanted.length &&
    wanted.every((alarm) => isThere(setAs(0, alarm)))
  )
    return sheet;
  const set = book.replace('reminder', wanted);
  own.forEach((place) => disk.remove(idsPath(place)));
  return {
    ...sheet,
    alarms: wanted.map((alarm, index) => {
      const now = setAs(set[index] ?? 0, alarm);
      return { ...now, at: sinceOf(sheet, now) };
    }),
  };
}

/**
 * The first ring of a reminder's daily alarm since the person set its hour or turned it on; an alarm that was set again,
 * since it was lost or clocks were changed, keeps it.
 */
export function setFrom(sheet: ReminderSheet, place: ReminderPlace, here: Here): Instant {
  return sinceOf(sheet, setAs(0, dailyNow(sheet, place, here)));
}

/** The daily alarm that a reminder should have now. */
function dailyNow({ reminders }: ReminderSheet, place: ReminderPlace, here: Here): ReminderAlarm {
  return dailyOf(place, byItsClock(dailyAt(reminders.at[place]?.minute ?? 0, here), here));
}

/**
 * When an alarm rang or rings first, if it was set before: at its hour of the place where one is, so that clocks may have
 * been changed since. That is no earlier than it was, but for such a change, which is an hour at most.
 */
function sinceOf({ alarms }: ReminderSheet, wanted: SetAlarm): Instant {
  const known = alarms.find(({ param }) => param === wanted.param) ?? wanted;
  return wanted.at - Math.max(0, Math.floor((wanted.at - known.at + HOUR) / A_DAY)) * A_DAY;
}

/**
 * Whether a known alarm is the wanted one. A daily alarm is the same on whichever later day it rings next; one whose
 * first ring is further ahead was set by a clock that was wrong.
 */
function isSame(known: SetAlarm, wanted: SetAlarm): boolean {
  const later = wanted.at - known.at;
  return known.param === wanted.param && (wanted.daily ? later >= 0 && later % A_DAY === 0 : later === 0);
}

const A_DAY: Millis = 24 * HOUR;

/**
 * A moment that was computed with the present offset of local time, at the same time of day by the clock as it is then:
 * clocks may be changed in between. Unchanged if the change skips that time.
 */
export function byItsClock(at: Instant, { utcOffset }: Here): Instant {
  const then = utcOffsetAt(at);
  const moved = at - (then - utcOffset) * MINUTE;
  return utcOffsetAt(moved) === then ? moved : at;
}

/** Daily alarms come first: missing a day's reminder is worse than missing a repeat. */
function wantedAlarms(watch: Keeper, sheet: ReminderSheet): readonly ReminderAlarm[] {
  const here = hereNow(watch);
  const { reminders } = sheet;
  const today = dayNow(sheet, here);
  const on = remindersOn(reminders);
  return [
    ...on.map((place) => dailyNow(sheet, place, here)),
    ...on.flatMap((place) => {
      const shot = oneShotWanted(reminders, place, today, knownOf(watch, sheet, place), here);
      return shot ? [onceOf(place, shot)] : [];
    }),
  ];
}
