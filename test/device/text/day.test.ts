import { dayAgo, dayName } from '../../../device/text/day';
import type { Formats } from '../../../device/watch/formats';
import { HOUR, MINUTE } from '../../../core/time';
import { textIn } from '../../page/translations';

const english = textIn('en-US');
const NOON = Date.UTC(2026, 10, 22, 12);
const at = (startedAt: number, utcOffset = 0) => ({ startedAt, utcOffset });
const name = (then: ReturnType<typeof at>, formats: Formats = { hours: 24, date: 'ymd' }, dayEnd = 4) =>
  dayName(english, dayAgo(then, { now: NOON, utcOffset: 0, dayEnd }), formats);

test.each([
  [at(NOON - 3 * HOUR - 46 * MINUTE), 'today 08:14'],
  [at(NOON - 24 * HOUR), 'yesterday'],
  [at(NOON - 48 * HOUR), '11-20'],
  [at(NOON - 300 * 24 * HOUR), '01-26'],
  [at(NOON - 370 * 24 * HOUR), '2025-11-17'],
  [at(NOON + 400 * 24 * HOUR), '2027-12-27'],
  [at(NOON - 10 * HOUR), 'yesterday'],
])('by the time zone of the watch, %j is %s', (then, words) => {
  expect(name(then)).toBe(words);
});

test('a session counts on its day in the place where it was done', () => {
  const inTokyo = at(NOON - 16 * HOUR, 9 * 60);
  expect(name(inTokyo)).toBe('today 05:00');
  expect(name(at(NOON - 16 * HOUR))).toBe('yesterday');
});

test('a day ends at the hour the person has chosen', () => {
  const early = at(NOON - 7 * HOUR);
  expect([4, 6].map((dayEnd) => name(early, undefined, dayEnd))).toEqual(['today 05:00', 'yesterday']);
});

test.each([
  [12, 0, '12:14 am'],
  [12, 8, '8:14 am'],
  [12, 12, '12:14 pm'],
  [12, 23, '11:14 pm'],
  [24, 23, '23:14'],
] as const)('on a clock of %i hours, 14 minutes past %i is %s', (hours, hour, words) => {
  const day = { kind: 'today', hour, minute: 14 } as const;
  expect(dayName(english, day, { hours, date: 'ymd' })).toBe(`today ${words}`);
});

test.each([
  ['ymd', '03-05'],
  ['dmy', '5/3'],
  ['mdy', '3/5'],
] as const)('with dates as %s the fifth of March is %s', (date, words) => {
  expect(dayName(english, { kind: 'earlier', month: 3, day: 5 }, { hours: 24, date })).toBe(words);
});
