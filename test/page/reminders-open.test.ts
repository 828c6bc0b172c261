import { NEW_REMINDER } from '../../core/reminder/reminder';
import { DAY_NOTES_FILE } from '../../core/reminder/day-notes';
import { NO_REMINDERS, REMINDERS_FILE, setReminder } from '../../core/reminder/reminders-file';
import { HOUR, MINUTE } from '../../core/time';
import { openStored } from '../../device/store/stored-file';
import { openRemindersPage } from '../../page/reminders/open';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';

/** Seven in the morning where the tests run. */
const SEVEN = new Date(2026, 4, 15, 7).getTime();

function withReminder(): FakeWatch {
  const fake = fakeWatch(SEVEN);
  openStored(fake.watch.disk, REMINDERS_FILE).write(setReminder(NO_REMINDERS, 1, NEW_REMINDER));
  openRemindersPage(fake.watch);
  return fake;
}

function touch({ ui }: FakeWatch, label: string): void {
  const found = ui.screen.find(
    ({ type, options }) => type === 'BUTTON' && String(options['text']).startsWith(label),
  );
  const touched = found?.options['click_func'];
  if (typeof touched !== 'function') throw new Error(`no button "${label}"`);
  (touched as () => void)();
}

test.each([
  ['In 15 min', 15 * MINUTE],
  ['In an hour', HOUR],
  ['This evening', 13 * HOUR],
])('“%s” puts the next reminder off by that', (label, by) => {
  const fake = withReminder();
  touch(fake, label);
  expect(openStored(fake.watch.disk, DAY_NOTES_FILE).value().delayed).toEqual({ 1: SEVEN + by });
});
