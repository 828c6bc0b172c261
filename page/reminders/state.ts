import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import type { Here } from '../../core/calendar/day';
import { dayAt } from '../../core/calendar/day';
import type { Known } from '../../core/reminder/coming';
import { waitingUntil } from '../../core/reminder/coming';
import type { Delay, DayNotes, ExcuseReason } from '../../core/reminder/day-notes';
import { DAY_NOTES_FILE, delay, delayEnd, DELAYS, excuse, unexcuse } from '../../core/reminder/day-notes';
import { nothingToDo } from '../../core/reminder/decide';
import type { Reminder } from '../../core/reminder/reminder';
import { NEW_REMINDER } from '../../core/reminder/reminder';
import { REMINDERS_FILE, remindersOf, setLeftOut, setReminder } from '../../core/reminder/reminders-file';
import type { ReminderSheet } from '../../core/reminder/sheet';
import { dayNow, keepSheet, knownOf, sheetNow } from '../../device/reminder/keep';
import { noteOfferToLeave, reminderToLeave } from '../../device/reminder/leave';
import { hereNow } from '../../device/store/preferences-store';
import type { AlarmBook } from '../../device/store/alarm-book';
import { openAlarmBook } from '../../device/store/alarm-book';
import { hasReminder, ownSheet } from '../../device/store/reminder-files';
import { noteToday } from '../../device/store/today-store';
import { isSessionOnDisk } from '../../device/store/session-on-disk';
import type { StoredFile } from '../../device/store/stored-file';
import { openStored } from '../../device/store/stored-file';
import type { Text } from '../../device/text/ids';
import { reminderTexts } from '../../device/text/reminder-words';
import type { Watch } from '../../device/watch/watch';
import type { EditState } from './edit-view';
import { hasNoAlarm, listedNow, silentNow } from './listed';
import type { ListState } from './view';

/** The reminder settings and the notes on today. Each change is on disk, with its alarms, before it is shown. */
export interface RemindersScreen {
  list(): ListState;
  /** The settings of a reminder. */
  at(place: ReminderPlace): Reminder;
  /** Adds a reminder at this place, unless there is one. */
  add(place: ReminderPlace): void;
  put(place: ReminderPlace, reminder: Reminder): void;
  /** Puts off what would ring by then, or else the reminder that rang last, or the one that rings next. */
  putOff(by: Delay): void;
  leaveOut(why: ExcuseReason): void;
  takeBack(): void;
  askWhy(): void;
  /** Answers the offer to turn off a reminder that was not needed lately. */
  answerOffer(turnsOff: boolean): void;
  /** What went wrong with the last change of a reminder, or keeps it from ringing. */
  trouble(place: ReminderPlace): Pick<EditState, 'isUnsaved' | 'isRefused' | 'silent'>;
}

export function remindersScreen(watch: Watch, text: Text): RemindersScreen {
  const { disk } = watch;
  const stored = openStored(disk, REMINDERS_FILE);
  const notes = openStored(disk, DAY_NOTES_FILE);
  // Judged by the alarms that were set so far.
  const offer = offerToLeave(watch, notes);
  const sheet = sheetWithAlarms(watch, text);
  let told = notes.value().excused;
  let asksWhy = false;
  let trouble = sheet.troubleAtFirst;

  const note = (next: DayNotes): void => {
    const isKept = notes.write(next);
    // The phone receives excused days along with the settings.
    const isTold = next.excused === told || stored.write(setLeftOut(stored.value(), next));
    if (isTold) told = next.excused;
    trouble = sheet.keep(isKept && isTold);
    asksWhy = false;
  };
  const at = (place: ReminderPlace): Reminder | undefined => remindersOf(stored.value()).at[place];
  const put = (place: ReminderPlace, reminder: Reminder): void => {
    trouble = sheet.keep(stored.write(setReminder(stored.value(), place, reminder)));
  };
  return {
    list() {
      const here = hereNow(watch);
      const today = dayNow(sheet.value(), here);
      const isOver = nothingToDo({ ...today, isItsDay: true }) !== undefined;
      return {
        ...listedNow(watch, sheet.value(), remindersOf(stored.value()), text),
        delays: isOver || trouble === 'alarmsRefused' ? [] : delaysNow(sheet.value(), here),
        day: today.isExcused ? 'leftOut' : isOver ? 'over' : asksWhy ? 'asksWhy' : 'asPlanned',
        trouble,
        isOffered: offer.place() !== undefined,
      };
    },
    at: (place) => at(place) ?? NEW_REMINDER,
    add(place) {
      if (!at(place)) put(place, NEW_REMINDER);
    },
    put,
    putOff(by) {
      const before = notes.value();
      const later = putOffBy(watch, sheet.value(), before, by);
      if (!later) return;
      note(later);
      if (trouble !== 'alarmsRefused') return;
      // Without an alarm for that moment, it has to ring as it would have.
      note(before);
      trouble = 'alarmsRefused';
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
      const place = offer.place();
      const reminder = place && at(place);
      if (place && reminder && turnsOff) put(place, { ...reminder, isOn: false });
      offer.close();
    },
    trouble: (place) => ({
      isUnsaved: trouble === 'unsaved',
      isRefused: hasNoAlarm(sheet.value(), { place, why: 'first' }),
      silent: silentNow(watch, sheet.value(), remindersOf(stored.value()), place, text),
    }),
  };
}

/** The sheet of reminders with its alarms, both set anew when the page opens, unless a session goes on. */
function sheetWithAlarms(watch: Watch, text: Text) {
  const { alarms, clock, disk, launch } = watch;
  const book = openAlarmBook(disk, alarms);
  const texts = reminderTexts(text);
  let sheet = sheetNow(watch, texts);

  /** Sets it anew after a change, which is on disk if `isSaved`. Returns what went wrong. */
  const keep = (isSaved: boolean): ListState['trouble'] => {
    const next = sheetNow(watch, texts);
    const areSet = isSaved && setAll(watch, book, next);
    sheet = { ...next, alarms: ownSheet(disk)?.alarms ?? [] };
    const isRefused = isSaved && sheet.alarms.some(({ id }) => id === 0);
    return areSet ? undefined : isRefused ? 'alarmsRefused' : 'unsaved';
  };
  // A notification may open this page during a session, whose alarms have no owner then.
  const isSession = isSessionOnDisk((path) => disk.read(path), clock.now());
  if (!isSession) adoptAlarms(launch, book);
  return { troubleAtFirst: isSession ? undefined : keep(true), value: () => sheet, keep };
}

/** The offer to turn off a reminder that was not needed lately; that it is made is noted at once. */
function offerToLeave(watch: Watch, notes: StoredFile<DayNotes>) {
  let place = reminderToLeave(watch);
  if (place !== undefined) noteOfferToLeave(watch, notes);
  return {
    place: () => place,
    close(): void {
      place = undefined;
      // Answered: it no longer stands today.
      notes.write({ ...notes.value(), offered: dayAt(hereNow(watch)) - 1 });
    },
  };
}

/** The notes on today with what would ring by then put off; undefined if today has no such moment left. */
function putOffBy(watch: Watch, sheet: ReminderSheet, notes: DayNotes, by: Delay): DayNotes | undefined {
  const here = hereNow(watch);
  const { reminders } = sheet;
  const until = delayEnd(by, reminders, here);
  if (until === undefined) return undefined;
  const known = (place: ReminderPlace): Known => knownOf(watch, sheet, place);
  return delay(notes, waitingUntil(until, reminders, dayNow(sheet, here), known, here), until, reminders);
}

/**
 * Takes over alarms without an owner, as a service leaves them that could not note what it has set, unless another page
 * of this launch has cancelled them. They are cancelled when others are set in their place.
 */
function adoptAlarms(launch: Watch['launch'], book: AlarmBook): void {
  const left = launch.memory().landed === true ? 'unknown' : book.left('reminder');
  if (left !== 'unknown') book.claim('reminder', left);
}

function delaysNow({ reminders }: ReminderSheet, here: Here): readonly Delay[] {
  return DELAYS.filter((each) => delayEnd(each, reminders, here) !== undefined);
}

/** Sets the alarms, and notes for the card whether there is anything to put off. */
function setAll(watch: Watch, book: AlarmBook, sheet: ReminderSheet): boolean {
  const areSet = keepSheet(watch, book, sheet);
  noteToday(watch.disk, (note) => ({ ...note, reminds: hasReminder(watch.disk) }));
  return areSet;
}
