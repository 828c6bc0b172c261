import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { startOfWeek } from 'date-fns/startOfWeek';
import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import { HOUR } from '../../core/time';
import type { DayRange } from './days';

/** The days on which a week may start, as in ISO 8601: Monday, Saturday or Sunday. */
export const WEEK_STARTS = [1, 6, 7] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

/** The first day of the week of a day. */
export function weekStartOf(day: Day, weekStart: WeekStart): Day {
  const weekStartsOn = (weekStart % 7) as 0 | 1 | 6; // date-fns counts from Sunday, 0
  return dayAt(startOfWeek(dateOf(day), { weekStartsOn }));
}

/** The last `count` weeks, oldest first. The last one contains `today` and may not be over. */
export function lastWeeks(today: Day, count: number, weekStart: WeekStart): readonly DayRange[] {
  const last = weekStartOf(today, weekStart);
  return Array.from({ length: count }, (_, at) => {
    const from = last - 7 * (count - 1 - at);
    return { from, to: from + 6 };
  });
}

/** `YYYY-MM`. */
export type MonthName = string;

export function monthNameOf(day: Day): MonthName {
  return dayText(day).slice(0, 'YYYY-MM'.length);
}

/** The days of a month. */
export function daysOfMonth(month: MonthName): DayRange {
  const from = firstOf(month);
  return { from, to: from + getDaysInMonth(dateOf(from)) - 1 };
}

/** The month `count` months later, or earlier if negative. */
export function monthAfter(month: MonthName, count: number): MonthName {
  return monthNameOf(dayAt(addMonths(dateOf(firstOf(month)), count)));
}

/** The whole weeks that overlap a month. */
export function weeksOfMonth(month: MonthName, weekStart: WeekStart): readonly DayRange[] {
  const { from, to } = daysOfMonth(month);
  const first = weekStartOf(from, weekStart);
  const count = (weekStartOf(to, weekStart) - first) / 7 + 1;
  return Array.from({ length: count }, (_, at) => ({ from: first + 7 * at, to: first + 7 * at + 6 }));
}

/** Those of the months, which are in order, that have days of a range. */
export function monthsWithin(months: readonly MonthName[], { from, to }: DayRange): readonly MonthName[] {
  const first = monthNameOf(from);
  const last = monthNameOf(Math.min(to, LAST_DAY));
  // Most ranges are recent: what is long ago is not looked at, however much there is.
  let end = months.length;
  while (end > 0 && (months[end - 1] ?? '') > last) end -= 1;
  let begin = end;
  while (begin > 0 && (months[begin - 1] ?? '') >= first) begin -= 1;
  return months.slice(begin, end);
}

/** 9999-12-31. Texts of later days have a sign and more digits, so they do not sort as days do. */
const LAST_DAY: Day = Date.UTC(9999, 11, 31) / (24 * HOUR);

function firstOf(month: MonthName): Day {
  return dayFrom(`${month}-01`) ?? 0;
}

/** `UTCDate` itself needs `Intl`, which a phone's engine may not have. */
function dateOf(day: Day): Date {
  return new UTCDateMini(day * 24 * HOUR);
}

function dayAt(date: Date): Day {
  return differenceInCalendarDays(date, new UTCDateMini(0));
}
