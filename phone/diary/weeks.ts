import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import { isFields } from '../../core/json';
import type { Stored } from '../../core/state/stored';
import { memo } from '../memo';
import { DIARY_KEY, DIARY_WEEK_PREFIX } from '../storage-keys';
import type { Storage } from '../storage';
import { keysIn } from '../storage';
import { readValue } from '../stored-text';
import type { DiaryDay } from './evening';
import { EMPTY_DAY, packDay, readDay } from './evening';

/*
 * The diary is kept for one week at a time. The list of weeks is stored in one place and the entries of each week in
 * their own, so that the page reads only the two or three it needs.
 */

/** The number of days in a diary week. */
export const WEEK_DAYS = 7;

/** The first days of the weeks begun, and the days on which an offer was made and declined; oldest first. */
export interface DiaryWeeks {
  readonly begun: readonly Day[];
  readonly declined: readonly Day[];
}

/** The entries of a week, for the days that have any. */
export type WeekDays = ReadonlyMap<Day, DiaryDay>;

/** The diary, read on demand: each requested week is read once. Writes nothing. Throws when the storage does. */
export interface Diary {
  readonly weeks: DiaryWeeks;
  /**
   * The entries of a week, given its first day. Of a day that lies in several weeks there is one entry, the same in
   * each.
   */
  readonly daysOf: (first: Day) => WeekDays;
  /** Whether part of a week could not be read. */
  readonly isDamaged: (first: Day) => boolean;
}

export function openDiary(storage: Storage): Diary {
  const weeks = readWeeks(storage);
  const stored = memo((first: Day) => readValue(storage, weekAt(first)));
  const near = (first: Day): readonly Day[] =>
    inOrder([first, ...weeks.begun.filter((other) => Math.abs(other - first) < WEEK_DAYS)]);
  return {
    weeks,
    daysOf: memo((first: Day) =>
      joined(
        near(first).map((each) => stored(each).value),
        first,
      ),
    ),
    isDamaged: (first) => near(first).some((each) => stored(each).problem !== undefined),
  };
}

/** Joins weeks that overlap: a backup may have added one, or the clock was set back. Earlier weeks come first. */
function joined(weeks: readonly WeekDays[], first: Day): WeekDays {
  const [only, ...others] = weeks;
  if (only && others.length === 0) return only;
  const days = new Map<Day, DiaryDay>();
  weeks.forEach((week) => {
    week.forEach((held, day) => {
      if (!isWithin(first, day)) return;
      const known = days.get(day);
      days.set(day, known ? joinedDay(known, held) : held);
    });
  });
  return days;
}

/** A deleted day stays deleted, and one that was answered or skipped stays so. */
function joinedDay(one: DiaryDay, other: DiaryDay): DiaryDay {
  const [winner, loser] = weightOf(other) > weightOf(one) ? [other, one] : [one, other];
  return winner.evening.state === 'deleted'
    ? winner
    : { ...winner, girth: { ...loser.girth, ...winner.girth } };
}

function weightOf({ evening }: DiaryDay): number {
  return evening.state === 'deleted' ? 2 : evening.state === 'open' ? 0 : 1;
}

/** The entry of a day; undefined if it has none. */
export function entryOf({ weeks, daysOf }: Diary, day: Day): DiaryDay | undefined {
  const first = weekOf(weeks, day);
  return first === undefined ? undefined : daysOf(first).get(day);
}

/** If the list of weeks is unreadable, it is rebuilt from the keys of the weeks. */
export function readWeeks(storage: Storage): DiaryWeeks {
  const { value, problem } = readValue(storage, DIARY);
  if (!problem) return value;
  const found = keysIn(storage).flatMap((key) => {
    const day = key.startsWith(DIARY_WEEK_PREFIX) ? dayFrom(key.slice(DIARY_WEEK_PREFIX.length)) : undefined;
    return day === undefined ? [] : [day];
  });
  return { ...value, begun: inOrder([...value.begun, ...found]) };
}

/** The first day of the week that contains a day; the earliest if weeks overlap; undefined if there is none. */
export function weekOf(weeks: DiaryWeeks, day: Day): Day | undefined {
  return weeksOf(weeks, day)[0];
}

/** The first days of all weeks that contain a day. */
export function weeksOf({ begun }: DiaryWeeks, day: Day): readonly Day[] {
  return begun.filter((first) => isWithin(first, day));
}

function isWithin(first: Day, day: Day): boolean {
  return first <= day && day < first + WEEK_DAYS;
}

/** All days of a week in order, including empty ones. */
export function wholeWeek(days: WeekDays, first: Day): readonly (readonly [Day, DiaryDay])[] {
  return Array.from(
    { length: WEEK_DAYS },
    (_, at) => [first + at, days.get(first + at) ?? EMPTY_DAY] as const,
  );
}

/** The weeks that overlap the days `from` to `to`, both included. */
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

/** Where a week is stored, given its first day. Days outside the week are ignored. */
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
        return read && isWithin(first, read[0]) ? [read] : [];
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
