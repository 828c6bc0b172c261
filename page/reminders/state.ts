import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import { dayOf, dayAt } from '../../core/calendar/day';
import type { Known } from '../../core/reminder/coming';
import { comingOf, meantBy, toldOfToday } from '../../core/reminder/coming';
import type { Delay, DayNotes, ExcuseReason } from '../../core/reminder/day-notes';
import { DAY_NOTES_FILE, delay, delayEnd, DELAYS, excuse, unexcuse } from '../../core/reminder/day-notes';
import { nothingToDo } from '../../core/reminder/decide';
import { LOOKED_AT, offersToLeave } from '../../core/reminder/leave';
import type { MinuteOfDay, Reminder } from '../../core/reminder/reminder';
import { minuteAt, NEW_REMINDER, remindersOn } from '../../core/reminder/reminder';
import { REMINDERS_FILE, remindersOf, setLeftOut, setReminder } from '../../core/reminder/reminders-file';
import type { ReminderSheet } from '../../core/reminder/sheet';
import type { Instant } from '../../core/time';
import { withSessions } from '../../core/today/noting';
import { NOTHING_NOTED } from '../../core/today/today';
import { HOUR } from '../../core/time';
import { dayNow, keepSheet, knownOf, sheetNow } from '../../device/reminder/keep';
import { hereNow } from '../../device/store/preferences-store';
import type { AlarmBook } from '../../device/store/alarm-book';
import { openAlarmBook } from '../../device/store/alarm-book';
import { openOutbox } from '../../device/store/outbox-store';
import { hasReminder } from '../../device/store/reminder-files';
import { noteToday } from '../../device/store/today-store';
import type { StoredFile } from '../../device/store/stored-file';
import { openStored } from '../../device/store/stored-file';
import { dayName, timeOfDay } from '../../device/text/day';
import type { Text } from '../../device/text/ids';
import { reminderTexts } from '../../device/text/reminder-words';
import { momentHere } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { Listed, ListState } from './view';

/** The reminder settings and the notes on today. Each change is on disk, with its alarms, before it is shown. */
export interface RemindersScreen {
  list(): ListState;
  /** The settings of a reminder. */
  at(place: ReminderPlace): Reminder;
  /** Adds a reminder at this place, unless there is one. */
  add(place: ReminderPlace): void;
  put(place: ReminderPlace, reminder: Reminder): void;
  /** Puts off the reminder that rang last, or the one that rings next. */
  putOff(by: Delay): void;
  leaveOut(why: ExcuseReason): void;
  takeBack(): void;
  askWhy(): void;
  /** Answers the offer to turn off a reminder that was not needed lately. */
  answerOffer(turnsOff: boolean): void;
  isUnsaved(): boolean;
}

export function remindersScreen(watch: Watch, text: Text): RemindersScreen {
  const { alarms, disk } = watch;
  const book = openAlarmBook(disk, alarms);
  const stored = openStored(disk, REMINDERS_FILE);
  const notes = openStored(disk, DAY_NOTES_FILE);
  const texts = reminderTexts(text);
  let sheet = sheetNow(watch, texts);
  let told = notes.value().excused;
  let asksWhy = false;
  let trouble: ListState['trouble'];
  let leaving = placeToLeave(watch, sheet, notes);

  const keep = (isSaved: boolean): void => {
    sheet = sheetNow(watch, texts);
    const areSet = isSaved && setAll(watch, book, sheet);
    trouble = isSaved ? (areSet ? undefined : 'alarmsRefused') : 'unsaved';
  };
  const note = (next: DayNotes): void => {
    const isKept = notes.write(next);
    // The phone receives excused days along with the settings.
    const isTold = next.excused === told || stored.write(setLeftOut(stored.value(), next));
    if (isTold) told = next.excused;
    keep(isKept && isTold);
    asksWhy = false;
  };
  const known = (place: ReminderPlace): Known => knownOf(watch, sheet, place);
  const listed = (place: ReminderPlace): Listed => {
    const here = hereNow(watch);
    const reminders = remindersOf(stored.value());
    const reminder = reminders.at[place];
    const memory = known(place);
    const coming = comingOf(reminders, place, dayNow(sheet, here), memory, here);
    const told = toldOfToday(reminders, place, memory.mark, here);
    return {
      ...{ place, told, at: 'at' in told ? timeAt(told.at, watch, text) : '', isNew: !reminder },
      label: reminder?.isOn ? timeOf(reminder.minute, watch, text) : undefined,
      words: reminder?.words ?? '',
      next: coming && nextWords(whenOf(coming.at, here.now, watch, text), text),
    };
  };
  const put = (place: ReminderPlace, reminder: Reminder): void => {
    keep(stored.write(setReminder(stored.value(), place, reminder)));
  };
  return {
    list() {
      const here = hereNow(watch);
      const { evening } = sheet.reminders;
      const today = dayNow(sheet, here);
      const isOver = nothingToDo({ ...today, isItsDay: true }) !== undefined;
      return {
        reminders: andOneMore(REMINDER_PLACES.map(listed)),
        delays: isOver ? [] : DELAYS.filter((each) => delayEnd(each, evening, here) !== undefined),
        day: today.isExcused ? 'leftOut' : isOver ? 'over' : asksWhy ? 'asksWhy' : 'asPlanned',
        trouble,
        isOffered: leaving !== undefined,
      };
    },
    at: (place) => remindersOf(stored.value()).at[place] ?? NEW_REMINDER,
    add(place) {
      if (!remindersOf(stored.value()).at[place]) put(place, NEW_REMINDER);
    },
    put,
    putOff(by) {
      const here = hereNow(watch);
      const place = meantBy(sheet.reminders, dayNow(sheet, here), known, here);
      const until = delayEnd(by, sheet.reminders.evening, here);
      if (place !== undefined && until !== undefined) note(delay(notes.value(), place, until));
    },
    leaveOut(why) {
      note(excuse(notes.value(), dayAt(hereNow(watch)), why));
    },
    takeBack() {
      note(unexcuse(notes.value(), dayAt(hereNow(watch))));
    },
    askWhy() {
      asksWhy = true;
    },
    answerOffer(turnsOff) {
      const reminder = leaving && remindersOf(stored.value()).at[leaving];
      if (leaving && reminder && turnsOff) put(leaving, { ...reminder, isOn: false });
      leaving = undefined;
    },
    isUnsaved: () => trouble !== undefined,
  };
}

/** Sets the alarms, and notes for the card whether there is anything to put off. */
function setAll(watch: Watch, book: AlarmBook, sheet: ReminderSheet): boolean {
  const areSet = keepSheet(watch, book, sheet);
  noteToday(watch.disk, (note) => ({ ...note, reminds: hasReminder(watch.disk) }));
  return areSet;
}

/** The existing reminders, and a place for another. */
function andOneMore(listed: readonly Listed[]): readonly Listed[] {
  const [first] = listed.filter(({ isNew }) => isNew);
  return listed.filter((each) => !each.isNew || each === first);
}

function timeOf(minute: MinuteOfDay, watch: Watch, text: Text): string {
  const time = { kind: 'today', hour: Math.floor(minute / 60), minute: minute % 60 } as const;
  return timeOfDay(text, time, watch.formats());
}

function timeAt(at: Instant, watch: Watch, text: Text): string {
  return timeOf(Math.floor(minuteAt(at, momentHere(at).utcOffset)), watch, text);
}

/** A reminder only rings if a leg is left to do by then. */
function nextWords(when: string, text: Text): string {
  return text('Rings {when}, unless all is done', { when });
}

function whenOf(at: Instant, now: Instant, watch: Watch, text: Text): string {
  const time = timeAt(at, watch, text);
  const days = dayOfClock(at) - dayOfClock(now);
  if (days <= 0) return text('today {time}', { time });
  if (days === 1) return text('tomorrow {time}', { time });
  const date = new Date(dayOfClock(at) * 24 * HOUR);
  const day = { kind: 'earlier', month: date.getUTCMonth() + 1, day: date.getUTCDate() } as const;
  return text('{day}, {time}', { day: dayName(text, day, watch.formats()), time });
}

/** The calendar day by the clock, which changes at midnight. */
function dayOfClock(at: Instant): number {
  return dayOf(momentHere(at), 0);
}

/** The reminder that offers to be turned off now; it is noted at once, so that the offer does not come again soon. */
function placeToLeave(
  watch: Watch,
  { reminders }: ReminderSheet,
  notes: StoredFile<DayNotes>,
): ReminderPlace | undefined {
  const here = hereNow(watch);
  const today = dayAt(here);
  const records = openOutbox(watch.disk).since((today - LOOKED_AT - 1) * 24 * HOUR);
  const days = withSessions({ ...NOTHING_NOTED, dayEnd: here.dayEnd }, records).days.flatMap(
    ({ day, doneAt }) => (doneAt === undefined ? [] : [{ day, doneAt }]),
  );
  const place = remindersOn(reminders).find((each) =>
    offersToLeave(days, reminders.at[each]?.minute ?? 0, today, notes.value()),
  );
  if (place !== undefined) notes.write({ ...notes.value(), offered: today });
  return place;
}
