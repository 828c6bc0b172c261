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
  const { alarms, clock, disk, launch } = watch;
  const book = openAlarmBook(disk, alarms);
  // A notification may open this page during a session, whose alarms have no owner then.
  const isSession = isSessionOnDisk((path) => disk.read(path), clock.now());
  if (!isSession) adoptAlarms(launch, book);
  const stored = openStored(disk, REMINDERS_FILE);
  const notes = openStored(disk, DAY_NOTES_FILE);
  const texts = reminderTexts(text);
  let sheet = sheetNow(watch, texts);
  let told = notes.value().excused;
  let asksWhy = false;
  let trouble: ListState['trouble'];
  let leaving = reminderToLeave(watch);
  if (leaving !== undefined) noteOfferToLeave(watch, notes);

  const keep = (isSaved: boolean): void => {
    const next = sheetNow(watch, texts);
    const areSet = isSaved && setAll(watch, book, next);
    sheet = { ...next, alarms: ownSheet(disk)?.alarms ?? [] };
    const isRefused = isSaved && sheet.alarms.some(({ id }) => id === 0);
    trouble = areSet ? undefined : isRefused ? 'alarmsRefused' : 'unsaved';
  };
  if (!isSession) keep(true);
  const note = (next: DayNotes): void => {
    const isKept = notes.write(next);
    // The phone receives excused days along with the settings.
    const isTold = next.excused === told || stored.write(setLeftOut(stored.value(), next));
    if (isTold) told = next.excused;
    keep(isKept && isTold);
    asksWhy = false;
  };
  const known = (place: ReminderPlace): Known => knownOf(watch, sheet, place);
  const put = (place: ReminderPlace, reminder: Reminder): void => {
    keep(stored.write(setReminder(stored.value(), place, reminder)));
  };
  return {
    list() {
      const here = hereNow(watch);
      const today = dayNow(sheet, here);
      const isOver = nothingToDo({ ...today, isItsDay: true }) !== undefined;
      return {
        ...listedNow(watch, sheet, remindersOf(stored.value()), text),
        delays: isOver || trouble === 'alarmsRefused' ? [] : delaysNow(sheet, here),
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
      const [here, { reminders }] = [hereNow(watch), sheet];
      const until = delayEnd(by, reminders, here);
      if (until === undefined) return;
      const waiting = waitingUntil(until, reminders, dayNow(sheet, here), known, here);
      const before = notes.value();
      note(delay(before, waiting, until, reminders));
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
      const reminder = leaving && remindersOf(stored.value()).at[leaving];
      if (leaving && reminder && turnsOff) put(leaving, { ...reminder, isOn: false });
      leaving = undefined;
      // Answered: it no longer stands today.
      notes.write({ ...notes.value(), offered: dayAt(hereNow(watch)) - 1 });
    },
    trouble: (place) => ({
      ...{ isUnsaved: trouble === 'unsaved', isRefused: hasNoAlarm(sheet, { place, why: 'first' }) },
      silent: silentNow(watch, sheet, remindersOf(stored.value()), place, text),
    }),
  };
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
