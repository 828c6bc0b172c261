import type { Day } from '../../core/calendar/day';
import { isFields } from '../../core/json';
import type { Storage } from '../storage';
import { readValue } from '../stored-text';
import { mergedDays } from './change';
import type { DiaryDay } from './evening';
import { packDay, readDay } from './evening';
import type { Diary, DiaryWeeks, WeekDays } from './weeks';
import { DIARY, inOrder, readWeeks, weekAt, weekOf } from './weeks';

/** A whole diary, for export and import. */
export interface WholeDiary {
  readonly weeks: DiaryWeeks;
  /** The entries of all weeks, in order. */
  readonly days: WeekDays;
}

/** Reads every week. */
export function wholeDiary({ weeks, daysOf }: Diary): WholeDiary {
  const days = weeks.begun.flatMap((first) => [...daysOf(first)]);
  return { weeks, days: new Map(days.sort(([one], [other]) => one - other)) };
}

export function packDiary({ weeks, days }: WholeDiary): object {
  return { ...(DIARY.write(weeks) as object), days: [...days].map(([day, held]) => packDay(day, held)) };
}

/** Reads what is valid; undefined if it is not a diary. */
export function readDiary(json: unknown): WholeDiary | undefined {
  const weeks = DIARY.read(json)?.value;
  const list: unknown = isFields(json) ? json['days'] : undefined;
  if (!weeks || !Array.isArray(list)) return undefined;
  return {
    weeks,
    days: new Map(list.flatMap((item) => [readDay(item)].flatMap((read) => (read ? [read] : [])))),
  };
}

/** What an imported diary would change. */
export interface DiaryNews {
  /** The days that would change. */
  readonly days: readonly Day[];
  readonly weeks: DiaryWeeks;
  /** The resulting entries of each week, by its first day. */
  readonly content: ReadonlyMap<Day, WeekDays>;
}

/** Compares an imported diary with the one on the phone, whose entries win. A day outside every week is left out. */
export function newsOf(other: WholeDiary, storage: Storage): DiaryNews {
  const here = readWeeks(storage);
  const weeks = {
    begun: inOrder([...here.begun, ...other.weeks.begun]),
    declined: inOrder([...here.declined, ...other.weeks.declined]),
  };
  const theirs = new Map<Day, Map<Day, DiaryDay>>();
  other.days.forEach((held, day) => {
    const first = weekOf(weeks, day);
    if (first === undefined) return;
    const days = theirs.get(first) ?? new Map<Day, DiaryDay>();
    theirs.set(first, days.set(day, held));
  });
  const content = new Map<Day, WeekDays>();
  const changed: Day[] = [];
  theirs.forEach((days, first) => {
    const own = readValue(storage, weekAt(first)).value;
    const merged = mergedDays(own, days);
    const news = [...merged].filter(([day, held]) => {
      const before = own.get(day);
      return !before || JSON.stringify(packDay(day, before)) !== JSON.stringify(packDay(day, held));
    });
    if (news.length > 0) content.set(first, merged);
    changed.push(...news.map(([day]) => day));
  });
  return { days: inOrder(changed), weeks, content };
}
