import { dayAt } from '../../../core/calendar/day';
import type { ReminderMark } from '../../../core/reminder/mark';
import { keyOf, NEW_REMINDER } from '../../../core/reminder/reminder';
import { NO_REMINDERS, REMINDERS_FILE, setReminder } from '../../../core/reminder/reminders-file';
import { ringParam, ringTold } from '../../../core/reminder/ring-param';
import { HOUR, MINUTE } from '../../../core/time';
import { keepReminders, knownOf, sheetNow } from '../../../device/reminder/keep';
import { noteRang } from '../../../device/reminder/rang';
import { openAlarmBook } from '../../../device/store/alarm-book';
import { hereNow } from '../../../device/store/preferences-store';
import { writeReminderMark } from '../../../device/store/reminder-files';
import { openStored } from '../../../device/store/stored-file';
import { reminderTexts } from '../../../device/text/reminder-words';
import { utcOffsetAt } from '../../../device/watch/clock';
import { fakeWatch } from '../fake-watch';

const EIGHT = Date.UTC(2026, 4, 15, 8) - utcOffsetAt(Date.UTC(2026, 4, 15, 8)) * MINUTE;
const TEXTS = reminderTexts((id) => id);

/** Two reminders, at eight and at nine, that were about to ring; it is ten past nine. */
function afterBoth() {
  const { watch } = fakeWatch(EIGHT + 70 * MINUTE);
  const { disk } = watch;
  const second = setReminder(NO_REMINDERS, 2, { ...NEW_REMINDER, minute: 9 * 60 });
  openStored(disk, REMINDERS_FILE).write(setReminder(second, 1, NEW_REMINDER));
  keepReminders(watch, openAlarmBook(disk, watch.alarms), TEXTS);
  const day = dayAt(hereNow(watch));
  const keyAt = (place: 1 | 2): string | undefined => {
    const reminder = sheetNow(watch, TEXTS).reminders.at[place];
    return reminder && keyOf(reminder);
  };
  ([1, 2] as const).forEach((place) => {
    const at = EIGHT + (place - 1) * HOUR;
    const next = { why: 'again', at: at + HOUR, day, left: 0 } as const;
    const mark: ReminderMark = { place, day, at, came: 'unknown', rang: { at, on: day }, next };
    writeReminderMark(mark, keyAt(place), (path, bytes) => disk.write(path, bytes));
  });
  const came = () =>
    ([1, 2] as const).map((place) => knownOf(watch, sheetNow(watch, TEXTS), place).mark?.came);
  const centre = { hasOne: false };
  watch.notifications.clear = () => centre.hasOne;
  return { watch, day, came, centre, keyAt };
}

test('a notification in the centre is from the last ring', () => {
  const { watch, came, centre } = afterBoth();
  noteRang(watch, undefined);
  expect(came()).toEqual(['unknown', 'unknown']);
  centre.hasOne = true;
  noteRang(watch, undefined);
  expect(came()).toEqual(['unknown', 'rang']);
});

test('what the start page has taken away is from the last ring before that', () => {
  const { watch, came } = afterBoth();
  watch.launch.memory().ringSeen = EIGHT + MINUTE;
  noteRang(watch, undefined);
  expect(came()).toEqual(['rang', 'unknown']);
  watch.launch.memory().ringSeen = EIGHT - MINUTE;
  noteRang(watch, undefined);
  expect([came(), watch.launch.memory().ringSeen]).toEqual([['rang', 'unknown'], undefined]);
});

test('the button of a notification tells which ring it is from, and not that another one rang', () => {
  const { watch, day, came } = afterBoth();
  noteRang(watch, ringTold(ringParam(day, 1, EIGHT - HOUR)));
  noteRang(watch, ringTold(ringParam(day, 3, EIGHT)));
  noteRang(watch, ringTold(String(day)));
  expect(came()).toEqual(['unknown', 'unknown']);
  noteRang(watch, ringTold(ringParam(day, 1, EIGHT)));
  expect(came()).toEqual(['rang', 'unknown']);
  const told = knownOf(watch, sheetNow(watch, TEXTS), 1).mark;
  expect([told?.rang, told?.next?.at]).toEqual([{ at: EIGHT, on: day }, EIGHT + HOUR]);
});

test('a ring that was refused stays so', () => {
  const { watch, day, came, centre, keyAt } = afterBoth();
  const mark: ReminderMark = { place: 2, day, at: EIGHT, came: 'refused', rang: undefined, next: undefined };
  writeReminderMark(mark, keyAt(2), (path, bytes) => watch.disk.write(path, bytes));
  centre.hasOne = true;
  noteRang(watch, ringTold(ringParam(day, 2, EIGHT)));
  expect(came()).toEqual(['rang', 'refused']);
});
