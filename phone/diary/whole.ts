import type { Day } from '../../core/calendar/day';
import { isFields } from '../../core/json';
import type { Reading } from '../../core/state/stored';
import type { Storage } from '../storage';
import { readValue } from '../stored-text';
import type { DiaryDay } from './evening';
import { packDay, readDay } from './evening';
import type { Diary, DiaryWeeks, WeekDays } from './weeks';
import { DIARY, entryOf, inOrder, openDiary, WEEK_DAYS, weekAt, weekOf } from './weeks';

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
export function readDiary(json: unknown): Reading<WholeDiary> | undefined {
  const weeks = DIARY.read(json);
  const list: unknown = isFields(json) ? json['days'] : undefined;
  if (!weeks || !Array.isArray(list)) return undefined;
  const days = list.flatMap((item) => [readDay(item)].flatMap((read) => (read ? [read] : [])));
  const isWholly = weeks.problem === undefined && days.length === list.length;
  return {
    value: { weeks: weeks.value, days: new Map(days) },
    problem: isWholly ? undefined : 'damaged',
  };
}

/** What an imported diary would change. */
export interface DiaryNews {
  /** The days that would change. */
  readonly days: readonly Day[];
  readonly weeks: DiaryWeeks;
  /** The first days of the weeks that are not here. One without entries may still be open, and watches may tell of it. */
  readonly begun: readonly Day[];
  /** The resulting entries of each week, by its first day. */
  readonly content: ReadonlyMap<Day, WeekDays>;
}

/** Compares an imported diary with the one on the phone, whose entries win. A day outside every week is left out. */
export function newsOf(other: WholeDiary, storage: Storage): DiaryNews {
  const diary = openDiary(storage);
  const here = diary.weeks;
  const begun = other.weeks.begun.filter((first) => addsDays(first, here));
  const weeks = {
    begun: inOrder([...here.begun, ...begun]),
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
    const stored = readValue(storage, weekAt(first)).value;
    const news = [...days].flatMap(([day, held]) => {
      // The phone may have it in another week that overlaps.
      const own = entryOf(diary, day) ?? stored.get(day);
      const merged = own ? mergedDay(own, held) : held;
      const isNew = !own || JSON.stringify(packDay(day, own)) !== JSON.stringify(packDay(day, merged));
      return isNew ? [[day, merged] as const] : [];
    });
    if (news.length > 0) content.set(first, new Map([...stored, ...news]));
    changed.push(...news.map(([day]) => day));
  });
  return { days: inOrder(changed), weeks, begun, content };
}

/** Whether a week has a day that no other one has. */
function addsDays(first: Day, weeks: DiaryWeeks): boolean {
  return Array.from({ length: WEEK_DAYS }, (_, at) => first + at).some(
    (day) => weekOf(weeks, day) === undefined,
  );
}

/** What the phone has of a day wins; a backup fills in only what was left open. */
function mergedDay(own: DiaryDay, theirs: DiaryDay): DiaryDay {
  return own.evening.state === 'open' ? { ...theirs, girth: { ...theirs.girth, ...own.girth } } : own;
}
