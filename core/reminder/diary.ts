import type { Day } from '../calendar/day';
import { isWhole } from '../json';
import type { MinuteOfDay } from './reminder';

/** The days on which the diary of the phone still asks in the evening, both included. The watch knows no more of it. */
export type DiaryDays = readonly [from: Day, until: Day];

/** No diary week is under way, or the watch is not to mention it. */
export const NO_DIARY: DiaryDays = [0, 0];

/** The hour from which the diary asks, since complaints of veins are worst at the end of the day (docs/care.md). */
const DIARY_HOUR = 17;

/** Whether it is evening, which lasts until the day ends. */
export function isDiaryEvening(minute: MinuteOfDay, dayEnd: number): boolean {
  return minute >= DIARY_HOUR * 60 || minute < dayEnd * 60;
}

export function diaryText(days: DiaryDays): string {
  return JSON.stringify(days);
}

export function diaryFrom(json: unknown): DiaryDays {
  const [from, until] = Array.isArray(json) ? (json as readonly unknown[]) : [];
  return isWhole(from) && isWhole(until) ? [from, until] : NO_DIARY;
}
