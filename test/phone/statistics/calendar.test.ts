import fc from 'fast-check';
import { dayFrom, dayText, weekdayOf } from '../../../core/calendar/day';
import {
  daysOfMonth,
  lastWeeks,
  monthAfter,
  monthNameOf,
  monthsWithin,
  WEEK_STARTS,
  weekStartOf,
  weeksOfMonth,
} from '../../../phone/statistics/calendar';

const days = fc.integer({ min: 0, max: 40_000 });
const weekStarts = fc.constantFrom(...WEEK_STARTS);

test('a week starts on the chosen day, at most six days ago', () => {
  fc.assert(
    fc.property(days, weekStarts, (day, weekStart) => {
      const start = weekStartOf(day, weekStart);
      expect([weekdayOf(start), start <= day, day - start < 7]).toEqual([weekStart, true, true]);
    }),
  );
});

test('the last weeks are adjacent, and the last one contains today', () => {
  fc.assert(
    fc.property(days, weekStarts, (today, weekStart) => {
      const weeks = lastWeeks(today, 12, weekStart);
      weeks.forEach(({ from, to }, at) => {
        expect(to - from).toBe(6);
        if (at > 0) expect(from).toBe((weeks[at - 1]?.to ?? 0) + 1);
      });
      const last = weeks[11];
      expect(last && last.from <= today && today <= last.to).toBe(true);
    }),
  );
});

test('a month has its days, and the weeks it touches contain them all', () => {
  fc.assert(
    fc.property(days, weekStarts, (day, weekStart) => {
      const month = monthNameOf(day);
      const { from, to } = daysOfMonth(month);
      const texts = Array.from({ length: to - from + 3 }, (_, at) => dayText(from - 1 + at));
      expect(texts.filter((text) => text.startsWith(month))).toHaveLength(texts.length - 2);
      const weeks = weeksOfMonth(month, weekStart);
      expect((weeks[0]?.from ?? NaN) <= from && to <= (weeks[weeks.length - 1]?.to ?? NaN)).toBe(true);
      expect(weeks.every((week) => week.to >= from && week.from <= to)).toBe(true);
    }),
  );
});

test('months are counted across years', () => {
  expect([monthAfter('2026-01', -1), monthAfter('2026-12', 1), monthAfter('2026-03', 12)]).toEqual([
    '2025-12',
    '2027-01',
    '2027-03',
  ]);
});

test('the months of a range are those with any day of it, from the first year to the last', () => {
  const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
  const within = (from: string, to: string, more = 0): readonly string[] =>
    monthsWithin(months, { from: dayFrom(from) ?? NaN, to: (dayFrom(to) ?? NaN) + more });
  expect(within('2025-11-30', '2026-02-01')).toEqual(months.slice(1, 5));
  expect(within('0000-01-01', '9999-12-31', 1)).toEqual(months);
  expect(within('2026-01-01', '9999-12-31', 1)).toEqual(months.slice(3));
});
