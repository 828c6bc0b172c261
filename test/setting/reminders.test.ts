import { NEW_REMINDER } from '../../core/reminder/reminder';
import type { Reminders } from '../../core/reminder/reminder';
import { remindersOf, setReminder } from '../../core/reminder/reminders-file';
import { readPreferences, mergePreferences } from '../../phone/preferences';
import { remindersIn } from '../../phone/reminders/chosen';
import { MemoryStorage } from '../phone/memory-storage';
import { OpenedPage } from './opened';

const NOW = Date.UTC(2026, 2, 6, 11);

function opened(storage = new MemoryStorage()): OpenedPage {
  const page = new OpenedPage(storage, () => NOW);
  page.view({ open: 'reminders' });
  return page;
}

const kept = ({ storage }: OpenedPage): Reminders => remindersOf(remindersIn(readPreferences(storage)));
const says = (page: OpenedPage, text: string): boolean => page.texts().some((each) => each.includes(text));

test('a reminder is added, and set to a moment in the person’s own words', () => {
  const page = opened();
  page.press('Add a reminder');
  expect(kept(page).at[1]).toEqual({ ...NEW_REMINDER, added: 1 });
  page.type('The moment, in your words', '  After   the shower ');
  page.type('Time of day', '07.45');
  page.press('Sun');
  page.press('Sat');
  page.press('+');
  page.press('−', 2);
  expect(kept(page).at[1]).toEqual({
    added: 1,
    ...{ isOn: true, words: 'After the shower', minute: 7 * 60 + 45 },
    ...{ weekdays: [1, 2, 3, 4, 5], repeats: 2, every: 45 },
  });
  page.press('Sat');
  expect(kept(page).at[1]?.weekdays).toEqual([1, 2, 3, 4, 5, 6]);
  expect(says(page, '7:45 · After the shower')).toBe(true);
});

test('the set reminders are listed above, one without words by its hour, and those that are off are not', () => {
  const page = opened();
  page.press('Add a reminder');
  page.view({ open: 'none' });
  expect(says(page, '8:00')).toBe(true);
  page.view({ open: 'reminders' });
  page.press('Turn off');
  expect(kept(page).at[1]?.isOn).toBe(false);
  page.press('Turn on');
  expect(kept(page).at[1]?.isOn).toBe(true);
  page.press('Turn off');
  page.press('Take away');
  expect(kept(page).at[1]).toBeUndefined();
  page.view({ open: 'none' });
  expect(says(page, '8:00')).toBe(false);
});

test('there are three, and the last day of the week of a reminder cannot be removed', () => {
  const page = opened();
  for (let count = 0; count < 3; count += 1) page.press('Add a reminder');
  expect(() => page.press('Add a reminder')).toThrow();
  for (const day of ['Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon']) page.press(day);
  expect(kept(page).at[1]?.weekdays).toEqual([1]);
});

test('values stay within their limits', () => {
  const page = opened();
  page.press('Add a reminder');
  for (let count = 0; count < 3; count += 1) page.press('+');
  expect(kept(page).at[1]?.repeats).toBe(4);
  // Only the minutes between can still grow.
  page.press('+');
  expect(kept(page).at[1]).toMatchObject({ repeats: 4, every: 75 });
});

test.each(['', 'half past', '24:00', '8:60', '8:5'])(
  '%j is not a time, which changes nothing and is reported',
  (text) => {
    const page = opened();
    page.press('Add a reminder');
    page.type('Time of day', text);
    expect(kept(page).at[1]?.minute).toBe(8 * 60);
    expect(says(page, 'That is no time of day.')).toBe(true);
    page.type('Time of day', '9');
    expect([kept(page).at[1]?.minute, says(page, 'That is no time of day.')]).toEqual([9 * 60, false]);
  },
);

test('quiet hours and the evening are set separately', () => {
  const page = opened();
  page.type('From', '22:00');
  page.type('Until', '7:30');
  page.type('The evening begins at', '19:00');
  expect(kept(page)).toMatchObject({ quiet: { from: 22 * 60, until: 7 * 60 + 30 }, evening: 19 * 60 });
});

describe('a reminder whose hour is a quiet hour', () => {
  const quiet = (): OpenedPage => {
    const page = opened();
    page.press('Add a reminder');
    page.type('From', '22:00');
    page.type('Until', '9:00');
    return page;
  };

  test('says when it first rings, if a repeat is heard', () => {
    const page = quiet();
    expect(says(page, 'Its hour is a quiet hour: it first reminds you at 9:00')).toBe(true);
    page.type('Time of day', '9');
    expect(says(page, 'is a quiet hour')).toBe(false);
  });

  test('says that it stays silent, if no repeat of the day is heard', () => {
    const page = quiet();
    page.press('−');
    expect(says(page, 'It stays silent: its hour is a quiet hour.')).toBe(true);
    // Repeats after the end of the day do not ring.
    page.press('+');
    page.type('Time of day', '3:30');
    page.type('Until', '4:00');
    expect(says(page, 'It stays silent: its hour is a quiet hour.')).toBe(true);
  });

  test('says nothing while it is off', () => {
    const page = quiet();
    page.press('Turn off');
    expect(says(page, 'is a quiet hour')).toBe(false);
  });
});

test('the latest change of a reminder counts, made here or on a watch, and others are not affected', () => {
  const page = opened();
  page.press('Add a reminder');
  page.press('Add a reminder');
  const watch = setReminder(remindersIn(readPreferences(page.storage)), 1, { ...NEW_REMINDER, minute: 600 });
  expect(mergePreferences(page.storage, watch.shared).ok).toBe(true);
  expect([kept(page).at[1]?.minute, kept(page).at[2]?.minute]).toEqual([600, 480]);
  page.type('Time of day', '11');
  expect(mergePreferences(page.storage, watch.shared).ok).toBe(true);
  expect(kept(page).at[1]?.minute).toBe(660);
});

test('what the storage refuses is reported, and nothing is changed', () => {
  const page = opened();
  page.press('Add a reminder');
  page.storage.mood = 'silent';
  page.press('Turn off');
  page.type('Time of day', '9');
  page.storage.mood = 'good';
  expect(kept(page).at[1]).toEqual({ ...NEW_REMINDER, added: 1 });
});
