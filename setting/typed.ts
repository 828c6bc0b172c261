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
  /^(\d{4})\s*[-\u2010-\u2015\u2212/.年]\s*(\d{1,2})\s*[-\u2010-\u2015\u2212/.月]\s*(\d{1,2})\s*[日号]?$/;

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}

/** Whole minutes, with or without their unit; 0 if nothing was typed. */
export function typedMinutes(text: string): number | undefined {
  const words = withPlainSigns(text).trim();
  if (words === '') return 0;
  const [, minutes] = /^(\d{1,4})\s*(?:m|mins?\.?|minutes?|分|分钟)?$/i.exec(words) ?? [];
  return minutes === undefined ? undefined : Number(minutes);
}

/**
 * A time of day in minutes after midnight: `8:14`, `08.14`, `8`, `8 pm`, `20点14分`, `晚上8点半`. Undefined for twelve o'clock
 * with a word or sign of a half of the day, which people mean in two ways.
 */
export function typedTime(text: string): number | undefined {
  const words = withPlainSigns(text).trim().toLowerCase();
  const [, before = '', hours, minutes, minutesOfHour, half, after = ''] = TIME.exec(words) ?? [];
  if (hours === undefined) return undefined;
  const minute = half ? 30 : Number(minutes ?? minutesOfHour ?? 0);
  const isInHalf = before !== '' || after !== '';
  if (isInHalf && (Number(hours) < 1 || Number(hours) > 11)) return undefined;
  const isLater = after.startsWith('p') || /[下傍]|晚上/.test(before);
  const hour = Number(hours) + (isLater ? 12 : 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

const TIME =
  /^(凌晨|早上|早晨|上午|下午|傍晚|晚上)?\s*(\d{1,2})(?:\s*[:.h]\s*(\d\d)|\s*[点时]\s*(?:(\d{1,2})\s*分?|(半))?)?\s*([ap]\.?m\.?)?$/;
