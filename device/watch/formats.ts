import {
  DATE_FORMAT_DMY,
  DATE_FORMAT_MDY,
  getDateFormat,
  getTimeFormat,
  TIME_FORMAT_12,
} from '@zos/settings';
import { answerOf } from './fence';

/** How the watch is set to write times and dates. */
export interface Formats {
  readonly hours: 12 | 24;
  /** The order of year, month and day. */
  readonly date: 'ymd' | 'dmy' | 'mdy';
}

/** Read each time, since the setting may change while the app is open. The defaults are 24 hours, and year first. */
export const watchFormats = (): Formats => ({
  hours: isAnswer(answerOf(getTimeFormat), TIME_FORMAT_12) ? 12 : 24,
  date: dateOrder(answerOf(getDateFormat)),
});

function dateOrder(told: unknown): Formats['date'] {
  if (isAnswer(told, DATE_FORMAT_DMY)) return 'dmy';
  return isAnswer(told, DATE_FORMAT_MDY) ? 'mdy' : 'ymd';
}

/** A constant that a watch lacks never matches. */
function isAnswer(told: unknown, constant: unknown): boolean {
  return typeof told === 'number' && told === constant;
}
