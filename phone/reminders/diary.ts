import type { Day } from '../../core/calendar/day';
import type { DiaryDays } from '../../core/reminder/diary';
import { NO_DIARY } from '../../core/reminder/diary';
import { remindersOn } from '../../core/reminder/reminder';
import { diaryDaysIn, remindersOf, setDiaryDays } from '../../core/reminder/reminders-file';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import type { Result } from '../../core/result';
import { readPreferences } from '../preferences';
import type { Storage } from '../storage';
import { WEEK_DAYS } from '../diary/weeks';
import { changeReminders, remindersIn } from './chosen';

/** Whether a reminder can say that the diary asks: one is on. */
export function canTellDiary(preferences: SharedPreferences): boolean {
  return remindersOn(remindersOf(remindersIn(preferences))).length > 0;
}

/** Whether evening reminders say that the diary asks, on `today` or on a later day. */
export function tellsDiary(preferences: SharedPreferences, today: Day): boolean {
  return diaryDaysIn(remindersIn(preferences))[1] >= today;
}

/** Has evening reminders say that the diary asks, from a day on until the week is over that began on `first`. */
export function tellDiary(storage: Storage, first: Day, from: Day): Result<void, 'notStored'> {
  return putDays(storage, [from, first + WEEK_DAYS - 1]);
}

export function hushDiary(storage: Storage): Result<void, 'notStored'> {
  return putDays(storage, NO_DIARY);
}

/** The evening of `today` is settled: what still rings is not to ask for it. A watch that hears of it too late asks once more. */
export function hushDiaryFor(storage: Storage, today: Day): void {
  const [from, until] = diaryDaysIn(remindersIn(readPreferences(storage)));
  if (from <= today && until >= today) putDays(storage, [today + 1, until]);
}

function putDays(storage: Storage, days: DiaryDays): Result<void, 'notStored'> {
  return changeReminders(storage, (stored) => setDiaryDays(stored, days));
}
