import type { Day } from '../core/calendar/day';
import { dayFrom } from '../core/calendar/day';
import { withPlainSigns } from '../core/wide-signs';

/* What people type into the fields of the page, read generously as long as it can mean only one thing. */

/**
 * A day by year, month and day, in this order: `2026-03-05`, `2026/3/5`, `2026年3月5日`. Undefined for anything else: which
 * of two numbers is the month differs by country.
 */
export function typedDay(text: string): Day | undefined {
  const [, year, month = '', day = ''] = DAY.exec(withPlainSigns(text).trim()) ?? [];
  return year === undefined ? undefined : dayFrom(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
}

const DAY =
  /^(\d{4})\s*[-\u2010-\u2015\u2212/.年]\s*(\d{1,2})\s*[-\u2010-\u2015\u2212/.月]\s*(\d{1,2})\s*日?$/;

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}

/** Whole minutes; 0 if nothing was typed. */
export function typedMinutes(text: string): number | undefined {
  const words = withPlainSigns(text).trim();
  if (words === '') return 0;
  return /^\d{1,4}$/.test(words) ? Number(words) : undefined;
}

/** A time of day, `8:14` or `08:14`, in minutes after midnight. */
export function typedTime(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[:.](\d\d)$/.exec(withPlainSigns(text).trim()) ?? [];
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? Number(hour) * 60 + Number(minute) : undefined;
}
