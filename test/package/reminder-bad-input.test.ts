import { WORDS_LIMIT } from '../../core/reminder/reminder';
import type { Leg } from '../../core/body';
import { DEFAULT_PLAN, withoutLegs } from '../../core/plan/plan';
import type { VirtualWatch } from '../../virtual-watch';
import { givePlan, reach } from './app';
import type { Pair } from './link/pair';
import { loadPackage, makePair, open } from './link/pair';

beforeAll(loadPackage);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Where the tests run: the phone has no other zone. */
const MIDNIGHT = new Date(2026, 0, 5).getTime();
const START = MIDNIGHT + 6 * HOUR;

/** A pair whose phone has set a reminder for this time, and whose watch has heard of it and is closed. */
function reminded(time: string, ...more: readonly string[]): Pair {
  const both = makePair({}, { startAt: START });
  const page = both.phone.settingsPage();
  page.tap('▸ Reminders');
  page.tap('Add a reminder');
  page.type('Time of day', time);
  // It rings once, and not again after an hour.
  page.tap('−');
  more.forEach((label) => {
    page.tap(label);
  });
  open(both);
  both.watch.crash();
  return both;
}

function opened(watch: VirtualWatch): void {
  watch.openApp();
  watch.advance(SECOND);
}

/** Lets time pass until so many hours after the midnight before the start. */
function until(watch: VirtualWatch, hour: number): void {
  watch.advance(MIDNIGHT + hour * HOUR - watch.wall());
}

const rangAt = (watch: VirtualWatch): readonly number[] =>
  watch.everNotified().map(({ wall }) => Math.floor((wall - MIDNIGHT) / MINUTE) / 60);

test('what is put off over midnight rings then, once, and belongs to the day before', () => {
  const { watch } = reminded('23:30');
  until(watch, 23.6);
  watch.tapNotification('Later, or not today');
  watch.advance(SECOND);
  reach(watch, 'Remind in an hour');
  watch.crash();
  until(watch, 47);
  expect(rangAt(watch)).toEqual([23.5, expect.closeTo(24.6, 1)]);
  until(watch, 48);
  expect(rangAt(watch)).toEqual([23.5, expect.closeTo(24.6, 1), 47.5]);
});

// A bottle, a flag, the flag of a part of a country, a family, a colour of the skin.
test.each(['🧴', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👨‍👩‍👧‍👦', '👍🏿'])(
  'words of 500 emoji that were typed on the phone are as many as can be read, and none is cut in two: %s',
  (emoji) => {
    const { watch, phone } = makePair({}, { startAt: START });
    const page = phone.settingsPage();
    page.tap('Reminders');
    page.tap('Add a reminder');
    page.type('The moment, in your words', `.${emoji.repeat(500)}`);
    open({ watch, phone });
    watch.crash();
    until(watch, 8.1);
    const fits = Math.floor((WORDS_LIMIT - 1) / Array.from(emoji).length);
    expect(watch.notifications().map(({ title }) => title)).toEqual([`.${emoji.repeat(fits)}`]);
  },
);

/** What the page of reminders says of today. */
function told(watch: VirtualWatch): readonly string[] {
  opened(watch);
  reach(watch, 'Preferences');
  reach(watch, 'Reminders');
  const words = watch.texts();
  watch.crash();
  return words;
}

test('a battery that is empty at the hour: nothing rings later, the page says that it is not known, and the next day it rings', () => {
  const { watch } = reminded('8:00');
  until(watch, 7.5);
  watch.powerOff();
  until(watch, 8.2);
  watch.powerOn();
  expect(told(watch)).toContain('Not known if it reminded you today; it may remind you again.');
  until(watch, 24 + 7.9);
  expect(rangAt(watch)).toEqual([]);
  until(watch, 24 + 8.1);
  expect(rangAt(watch)).toEqual([24 + 8]);
});

test('a battery that is empty at the hour, with a leg done before: the other leg is reminded of in the evening', () => {
  const { watch } = reminded('8:00');
  until(watch, 7);
  massaged(watch, 'left');
  watch.powerOff();
  until(watch, 9);
  watch.powerOn();
  until(watch, 21);
  expect(rangAt(watch)).toEqual([20]);
});

test('a battery that is empty at the moment to which it was put off: that moment has passed, and nothing rings twice', () => {
  const { watch } = reminded('8:00');
  until(watch, 7.5);
  opened(watch);
  reach(watch, 'Remind me later');
  reach(watch, 'Remind in an hour');
  watch.crash();
  until(watch, 8.4);
  watch.powerOff();
  until(watch, 9);
  watch.powerOn();
  opened(watch);
  watch.crash();
  until(watch, 24 + 7.9);
  expect(rangAt(watch)).toEqual([]);
  until(watch, 24 + 8.1);
  expect(rangAt(watch)).toEqual([24 + 8]);
});

test('what is put off rings at the chosen moment, though a leg was done before', () => {
  const { watch } = reminded('8:00');
  until(watch, 7);
  massaged(watch, 'left');
  opened(watch);
  reach(watch, 'Remind me later');
  reach(watch, 'Remind in an hour');
  expect(watch.texts()[1]).toBe('Reminds today 08:05, unless all is done');
  watch.crash();
  until(watch, 19);
  expect(rangAt(watch)).toEqual([expect.closeTo(8.08, 1)]);
  expect(watch.notifications()[0]?.content).toBe('The right leg is still to come.');
  until(watch, 21);
  expect(rangAt(watch)).toHaveLength(2);
});

test('what is put off on a day on which it does not ring rings at that moment, once', () => {
  // A Monday.
  const { watch } = reminded('8:00', 'Mon');
  until(watch, 7.5);
  opened(watch);
  reach(watch, 'Remind me later');
  reach(watch, 'Remind in an hour');
  expect(watch.texts()[1]).toBe('Reminds today 08:30, unless all is done');
  watch.crash();
  until(watch, 25);
  expect(rangAt(watch)).toEqual([8.5]);
});

test('of two reminders the one that would ring next is put off; it rings once', () => {
  const { watch, phone } = reminded('11:00');
  // At eight o'clock, and once more after an hour.
  phone.settingsPage().tap('Add a reminder');
  open({ watch, phone });
  watch.crash();
  until(watch, 10 + 50 / 60);
  opened(watch);
  reach(watch, 'Remind me later');
  reach(watch, 'Remind in an hour');
  watch.crash();
  until(watch, 20);
  expect(rangAt(watch)).toEqual([8, 9, expect.closeTo(11.83, 1)]);
});

test('two that are put off together ring once', () => {
  const { watch, phone } = reminded('8:30');
  phone.settingsPage().tap('Add a reminder');
  open({ watch, phone });
  watch.crash();
  until(watch, 7.75);
  opened(watch);
  reach(watch, 'Remind me later');
  reach(watch, 'Remind in an hour');
  watch.crash();
  until(watch, 20);
  expect(rangAt(watch)).toEqual([8.75]);
});

test('an evening that a flight has made night passes in silence', () => {
  const { watch } = reminded('8:00');
  until(watch, 7);
  massaged(watch, 'left');
  watch.crash();
  until(watch, 12);
  watch.travelTo(() => 60 + 330);
  until(watch, 24);
  expect(rangAt(watch)).toEqual([]);
});

/** Does a leg alone, of a plan that is for both. */
function massaged(watch: VirtualWatch, leg: Leg): void {
  const plan = withoutLegs(DEFAULT_PLAN, [leg === 'left' ? 'right' : 'left']);
  if (!plan) throw new Error('a leg is left');
  givePlan(watch, plan);
  opened(watch);
  reach(watch, 'Start');
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 900_000);
  watch.crash();
  givePlan(watch, DEFAULT_PLAN);
  opened(watch);
  watch.crash();
}

test('the other leg is reminded of in the evening, once', () => {
  const { watch } = reminded('7:00');
  massaged(watch, 'left');
  until(watch, 28);
  expect(rangAt(watch)).toEqual([20]);
  expect(watch.notifications().map(({ content }) => content)).toEqual(['The right leg is still to come.']);
});

test('the other leg is said by each reminder whose hour is in the evening, at that hour', () => {
  const { watch, phone } = reminded('7:00');
  const page = phone.settingsPage();
  page.tap('Add a reminder');
  page.type('Time of day', '21:00', 2);
  open({ watch, phone });
  watch.crash();
  massaged(watch, 'left');
  until(watch, 28);
  expect(rangAt(watch)).toEqual([21, 22]);
  expect(watch.notifications().map(({ content }) => content)).toEqual(['The right leg is still to come.']);
});

test('the other leg is not reminded of where it was done by the evening', () => {
  const { watch } = reminded('7:00');
  massaged(watch, 'left');
  until(watch, 18);
  massaged(watch, 'right');
  until(watch, 28);
  expect(rangAt(watch)).toEqual([]);
});

test('in a diary week an evening’s notification says that the diary asks on the phone, until it was answered', () => {
  const { watch, phone } = reminded('19:00', '▸ Diary', 'Begin a week');
  until(watch, 19.1);
  expect(watch.notifications().map(({ content }) => content)).toEqual([
    'Time for your legs · the diary asks on your phone',
  ]);
  // The page is built anew, which it was not since the morning.
  const page = phone.settingsPage();
  page.tap('▾ Diary');
  page.tap('▸ Diary');
  page.tap('Skip this evening');
  open({ watch, phone });
  reach(watch, 'Preferences');
  reach(watch, 'Reminders');
  reach(watch, 'Remind in an hour');
  watch.crash();
  until(watch, 20.5);
  expect(watch.notifications().map(({ content }) => content)).toEqual(['Time for your legs']);
});

test('a day that was left out on the watch is shown by an open page as it arrives, and undoing another keeps it', () => {
  const both = makePair({}, { startAt: START });
  open(both);
  const page = both.phone.settingsPage();
  page.tap('Add or correct');
  page.type('Day that was left out', '2026-01-03');
  page.tap('Excuse the day');
  const day = Math.floor(START / (24 * HOUR));
  both.phone.editStorage('preferences', JSON.stringify({ leftOutDays: [`${day}u`, 5] }));
  both.watch.advance(SECOND);
  expect(page.texts().filter((text) => text.startsWith('2026-01-0'))).toEqual([
    expect.stringContaining('2026-01-05'),
    expect.stringContaining('2026-01-03'),
  ]);
  expect(both.phone.storage().get('history.leftOut')).toBeUndefined();
  page.tap('Undo');
  expect(page.texts().filter((text) => text.startsWith('2026-01-0'))).toEqual([
    expect.stringContaining('2026-01-05'),
  ]);
  expect(both.phone.storage().get('history.leftOut')).toContain(`${day}u`);
});
