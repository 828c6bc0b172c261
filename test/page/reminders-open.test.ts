import { NEW_REMINDER, NO_QUIET_HOURS } from '../../core/reminder/reminder';
import { DAY_NOTES_FILE } from '../../core/reminder/day-notes';
import {
  NO_REMINDERS,
  REMINDERS_FILE,
  remindersOf,
  setQuietHours,
  setReminder,
} from '../../core/reminder/reminders-file';
import { HOUR, MINUTE } from '../../core/time';
import { openStored } from '../../device/store/stored-file';
import { openRemindersPage } from '../../page/reminders/open';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';
import { spaced } from './seen';

/** Seven in the morning where the tests run. */
const SEVEN = new Date(2026, 4, 15, 7).getTime();

function withReminder(reminder = NEW_REMINDER, quiet = NO_QUIET_HOURS): FakeWatch {
  const fake = fakeWatch(SEVEN);
  const stored = setQuietHours(setReminder(NO_REMINDERS, 1, reminder), quiet);
  openStored(fake.watch.disk, REMINDERS_FILE).write(stored);
  openRemindersPage(fake.watch);
  return fake;
}

function touch({ ui }: FakeWatch, label: string, which = 0): void {
  const found = ui.screen.filter(
    ({ type, options }) => type === 'BUTTON' && String(options['text']).startsWith(label),
  )[which];
  const touched = found?.options['click_func'];
  if (typeof touched !== 'function') throw new Error(`no button "${label}"`);
  (touched as () => void)();
}

function minuteOf({ watch }: FakeWatch): number | undefined {
  return remindersOf(openStored(watch.disk, REMINDERS_FILE).value()).at[1]?.minute;
}

test.each([
  ['Remind in 15 min', 15 * MINUTE],
  ['Remind in an hour', HOUR],
  ['Remind this evening', 13 * HOUR],
])('“%s” puts the next reminder off by that', (label, by) => {
  const fake = withReminder();
  touch(fake, label);
  expect(openStored(fake.watch.disk, DAY_NOTES_FILE).value().delayed[0]?.[0]).toBe(SEVEN + by);
});

test.each([
  ['an hour earlier', '−', 0, 7 * 60],
  ['an hour later', '+', 0, 9 * 60],
  ['five minutes earlier', '−', 1, 7 * 60 + 55],
  ['five minutes later', '+', 1, 8 * 60 + 5],
])('one touch makes a reminder ring %s', (_, label, which, minute) => {
  const fake = withReminder();
  touch(fake, '08:00');
  touch(fake, label, which);
  expect(minuteOf(fake)).toBe(minute);
});

test('earlier than midnight is the evening, and later the morning again', () => {
  const fake = withReminder();
  touch(fake, '08:00');
  for (let hours = 0; hours < 9; hours += 1) touch(fake, '−', 0);
  expect(minuteOf(fake)).toBe(23 * 60);
  touch(fake, '+', 0);
  expect(minuteOf(fake)).toBe(0);
  touch(fake, '−', 1);
  expect(minuteOf(fake)).toBe(23 * 60 + 55);
});

test('from a minute that was set on the phone, a step leads to a whole five minutes', () => {
  const fake = withReminder({ ...NEW_REMINDER, minute: 8 * 60 + 3 });
  touch(fake, '08:03');
  touch(fake, '−', 1);
  expect(minuteOf(fake)).toBe(8 * 60);
  touch(fake, '−', 1);
  expect(minuteOf(fake)).toBe(7 * 60 + 55);
});

test('the settings of a reminder say whether it rings, and why not', () => {
  const hint = ({ ui }: FakeWatch): string =>
    ui.screen.map(({ options }) => spaced(String(options['text']))).find((words) => HINTS.includes(words)) ??
    '';
  const fake = withReminder();
  touch(fake, '08:00');
  expect(hint(fake)).toBe('Silent once all is done.');
  touch(fake, 'Remind: on');
  expect(hint(fake)).toBe('It stays silent.');
  const quiet = withReminder(NEW_REMINDER, { from: 7 * 60, until: 9 * 60 + 30 });
  touch(quiet, '08:00');
  expect(hint(quiet)).toBe('Silent: its hour is a quiet hour.');
  touch(quiet, '+', 0);
  touch(quiet, '+', 0);
  expect(hint(quiet)).toBe('Silent once all is done.');
});

const HINTS = ['Silent once all is done.', 'It stays silent.', 'Silent: its hour is a quiet hour.'];
