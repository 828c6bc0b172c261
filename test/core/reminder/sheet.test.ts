import fc from 'fast-check';
import type { Leg } from '../../../core/body';
import { EVERY_LIMITS, REPEATS_LIMIT, wordsFrom } from '../../../core/reminder/reminder';
import type { Reminder } from '../../../core/reminder/reminder';
import type { ReminderSheet } from '../../../core/reminder/sheet';
import { shortBytes } from '../../../core/ascii';
import { dailyOf, dayOn, onceOf, setAs, sheetFrom, sheetText } from '../../../core/reminder/sheet';

const legs = fc.constantFrom<readonly Leg[]>([], ['left'], ['right'], ['left', 'right']);
const minute = fc.nat(24 * 60 - 1);
const reminder = fc.record<Reminder>({
  isOn: fc.boolean(),
  words: fc.string({ unit: 'grapheme' }).map(wordsFrom),
  minute,
  weekdays: fc.constantFrom([1, 2, 3, 4, 5, 6, 7], [2], [6, 7]),
  repeats: fc.nat(REPEATS_LIMIT),
  every: fc.integer(EVERY_LIMITS),
});
const day = fc.nat(40_000);
const instant = fc.integer({ min: 1, max: 4e12 });
const sheets: fc.Arbitrary<ReminderSheet> = fc.record({
  reminders: fc.record({
    at: fc.record({ 1: fc.option(reminder, { nil: undefined }), 2: reminder, 3: reminder }),
    quiet: fc.record({ from: minute, until: minute }),
    evening: minute,
  }),
  delayed: fc.constant({ 1: undefined, 2: 1_700_000_000_000, 3: undefined }),
  excused: fc.array(day, { maxLength: 3 }),
  dayEnd: fc.nat(12),
  planned: legs,
  locked: legs,
  done: fc.record({ day, legs }),
  words: fc.record({
    ...{ left: fc.string(), right: fc.string(), start: fc.string(), later: fc.string() },
    diary: fc.string(),
  }),
  diary: fc.tuple(day, day),
  alarms: fc.array(
    fc.record({
      param: fc.constantFrom('1 first 0 0', '2 again 20000 1'),
      ...{ at: instant, daily: fc.boolean(), id: fc.nat(99) },
    }),
    { maxLength: 6 },
  ),
});

test('a sheet reads back as it was written, in any language, and is ASCII', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const text = sheetText(sheet);
      expect(text).toMatch(/^[\0-\x7f]*$/);
      expect(sheetFrom(shortBytes(text))).toEqual(sheet);
    }),
  );
});

test('a sheet that was cut off anywhere, or has a changed character, is refused', () => {
  fc.assert(
    fc.property(sheets, fc.nat(), fc.integer({ min: 32, max: 126 }), (sheet, place, code) => {
      const text = sheetText(sheet);
      const at = place % text.length;
      expect(sheetFrom(shortBytes(text.slice(0, at)))).toBeUndefined();
      const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
      if (changed !== text) expect(sheetFrom(shortBytes(changed))).toBeUndefined();
    }),
  );
});

test.each(['', '7', ' ', 'x []'])('%j is not a sheet', (text) => {
  expect(sheetFrom(shortBytes(text))).toBeUndefined();
});

test('a sheet of a later version is refused', () => {
  const [first] = fc.sample(sheets, 1);
  if (!first) throw new Error('there is a sheet');
  const json = sheetText(first).replace(/^\d+ \[1,/, '[2,');
  let sum = 1;
  for (const character of json) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  expect(sheetFrom(shortBytes(`${sum} ${json}`))).toBeUndefined();
});

test('what was done counts on its day, and so does a day that is left out', () => {
  const [first] = fc.sample(sheets, 1);
  if (!first) throw new Error('there is a sheet');
  const sheet: ReminderSheet = {
    ...first,
    ...{ planned: ['left', 'right'], locked: [], done: { day: 7, legs: ['left'] }, excused: [8] },
  };
  expect(dayOn(sheet, 7, false)).toMatchObject({ done: ['left'], isExcused: false });
  expect(dayOn(sheet, 8, true)).toMatchObject({ done: [], isExcused: true, isSessionRunning: true });
});

test('its alarms say to which reminder they belong, and for which day', () => {
  expect(setAs(7, dailyOf(2, 5))).toEqual({ param: '2 first 0 0', at: 5, daily: true, id: 7 });
  expect(setAs(8, onceOf(3, { why: 'later', at: 6, day: 20_000, left: 1 }))).toEqual({
    ...{ param: '3 later 20000 1', at: 6, daily: false, id: 8 },
  });
});
