import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import { isFields } from '../../core/json';
import type { Stored } from '../../core/state/stored';
import { memo } from '../memo';
import { DIARY_KEY, DIARY_WEEK_PREFIX } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue } from '../stored-text';
import type { DiaryDay } from './evening';
import { EMPTY_DAY, packDay, readDay } from './evening';

/*
 * A diary is kept for a week at a time. Which weeks there are stands in one place, and what is in each in a place of its own, so that
 * the page reads two or three of them and never all.
 */

/** A diary week has so many days. */
export const WEEK_DAYS = 7;

/** The first days of the weeks that were begun, and the days on which one was offered and declined; oldest first. */
export interface DiaryWeeks {
  readonly begun: readonly Day[];
  readonly declined: readonly Day[];
}

/** What the days of a week hold, of those that hold anything. */
export type WeekDays = ReadonlyMap<Day, DiaryDay>;

/** The diary for who wants to see a part of it. Reads each week that it is asked for once. Writes nothing. Throws when the storage does. */
export interface Diary {
  readonly weeks: DiaryWeeks;
  /** What a week holds, by its first day. */
  readonly daysOf: (first: Day) => WeekDays;
  /** Whether something of a week could not be read. */
  readonly isDamaged: (first: Day) => boolean;
}

export function openDiary(storage: Storage): Diary {
  const week = memo((first: Day) => readValue(storage, weekAt(first)));
  return {
    weeks: readWeeks(storage),
    daysOf: (first) => week(first).value,
    isDamaged: (first) => week(first).problem !== undefined,
  };
}

/** Where the list of weeks cannot be read, the places of the weeks tell which there are. */
export function readWeeks(storage: Storage): DiaryWeeks {
  const { value, problem } = readValue(storage, DIARY);
  if (!problem) return value;
  const found = storage.keys().flatMap((key) => {
    const day = key.startsWith(DIARY_WEEK_PREFIX) ? dayFrom(key.slice(DIARY_WEEK_PREFIX.length)) : undefined;
    return day === undefined ? [] : [day];
  });
  return { ...value, begun: inOrder([...value.begun, ...found]) };
}

/** The first day of the week to which a day belongs, the earlier one where a backup has brought a second; nothing where there is none. */
export function weekOf({ begun }: DiaryWeeks, day: Day): Day | undefined {
  return begun.find((first) => first <= day && day < first + WEEK_DAYS);
}

/** The days of a week in order, empty ones included. */
export function wholeWeek(days: WeekDays, first: Day): readonly (readonly [Day, DiaryDay])[] {
  return Array.from(
    { length: WEEK_DAYS },
    (_, at) => [first + at, days.get(first + at) ?? EMPTY_DAY] as const,
  );
}

/** The weeks that touch days from `from` to `to`, both included. */
export function weeksWithin({ begun }: DiaryWeeks, from: Day, to: Day): readonly Day[] {
  return begun.filter((first) => first <= to && first + WEEK_DAYS > from);
}

export const DIARY: Stored<DiaryWeeks> = {
  name: DIARY_KEY,
  version: 1,
  initial: { begun: [], declined: [] },
  write: ({ begun, declined }) => ({
    version: 1,
    begun: begun.map(dayText),
    declined: declined.map(dayText),
  }),
  read(json) {
    const { begun, declined } = isFields(json) ? json : {};
    if (!Array.isArray(begun) || !Array.isArray(declined)) return undefined;
    const value = { begun: daysIn(begun), declined: daysIn(declined) };
    const isWholly = value.begun.length === begun.length && value.declined.length === declined.length;
    return { value, problem: isWholly ? undefined : 'damaged' };
  },
};

/** The place of a week, by its first day. Days that are not of the week are none of its. */
export function weekAt(first: Day): Stored<WeekDays> {
  return {
    name: `${DIARY_WEEK_PREFIX}${dayText(first)}`,
    version: 1,
    initial: new Map(),
    write: (days) => ({
      version: 1,
      days: [...days].sort(([one], [other]) => one - other).map(([day, held]) => packDay(day, held)),
    }),
    read(json) {
      const list: unknown = isFields(json) ? json['days'] : undefined;
      if (!Array.isArray(list)) return undefined;
      const days = list.flatMap((item) => {
        const read = readDay(item);
        return read && read[0] >= first && read[0] < first + WEEK_DAYS ? [read] : [];
      });
      return { value: new Map(days), problem: days.length === list.length ? undefined : 'damaged' };
    },
  };
}

function daysIn(list: readonly unknown[]): readonly Day[] {
  return inOrder(
    list.flatMap((text) => {
      const day = typeof text === 'string' ? dayFrom(text) : undefined;
      return day === undefined ? [] : [day];
    }),
  );
}

export function inOrder(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].sort((one, other) => one - other);
}
