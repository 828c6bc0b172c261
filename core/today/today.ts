import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Day } from '../calendar/day';
import { DAY_END } from '../calendar/day';
import { isFields, isWhole } from '../json';
import { isLegDone } from '../record/done-share';
import type { Readable } from '../state/stored';

/** The seconds done of a leg on a day, and the most that one session of the day had planned for it. */
export interface LegTotal {
  readonly done: number;
  readonly planned: number;
}

/** What was done on a day. */
export interface DayTotal {
  readonly day: Day;
  readonly legs: Readonly<Record<Leg, LegTotal>>;
  /** The minute after midnight at which everything planned was done; undefined if it was not. */
  readonly doneAt: number | undefined;
}

/**
 * What was done in the last days, in a small file for code that has no time to read the records: a card, and the
 * service of a reminder. It is written by the page that keeps a record, by whatever changes the plan or the locks, and
 * on each opening of the app.
 */
export interface TodayNote {
  /** Whether a page has ever written all it knows. Until then, nothing in the note may be shown. */
  readonly isKnown: boolean;
  /** Days with a session, ascending. */
  readonly days: readonly DayTotal[];
  /** The session that was added last, so that it is added only once. */
  readonly last: string | undefined;
  /** The legs of the plan. */
  readonly planned: readonly Leg[];
  /** The legs that must not be massaged. */
  readonly locked: readonly Leg[];
  /**
   * Whether the person must be asked something before any session: they stopped because it hurts, or locks may be lost.
   */
  readonly isBarred: boolean;
  /** Whether the person wants large text. */
  readonly isLarge: boolean;
  /** The hour after midnight at which the person's day ends, by which the days are counted. */
  readonly dayEnd: number;
  /** Whether a reminder is set, which can be put off before it rings. */
  readonly reminds: boolean;
}

export const NOTHING_NOTED: TodayNote = {
  isKnown: false,
  days: [],
  last: undefined,
  planned: LEGS,
  locked: [],
  isBarred: false,
  isLarge: false,
  dayEnd: DAY_END,
  reminds: false,
};

/** How many days are kept. With all numbers at their longest, a slot of the file takes less than 1 KB. */
export const DAYS_NOTED = 15;

/** What was done and planned of a leg on a day so far; undefined if there was no session. */
export function legTotal({ days }: Pick<TodayNote, 'days'>, day: Day, leg: Leg): LegTotal | undefined {
  return days.find((known) => known.day === day)?.legs[leg];
}

/** The legs that were done on a day, by the same rule as the week and the phone. */
export function legsDone({ days }: TodayNote, day: Day): readonly Leg[] {
  const total = days.find((known) => known.day === day);
  return total ? LEGS.filter((leg) => isLegDone(total.legs[leg])) : [];
}

/** The file of the note, for code that only reads it. Anything damaged in it counts as not noted. */
export const TODAY_FILE: Readable<TodayNote> = {
  name: 'today',
  version: 1,
  initial: NOTHING_NOTED,
  read(json) {
    if (!isFields(json)) return undefined;
    const { isKnown, days, last, planned, locked = [], isBarred, isLarge, dayEnd = DAY_END, reminds } = json;
    if (!isWhole(dayEnd) || !Array.isArray(days) || !Array.isArray(planned) || !Array.isArray(locked))
      return undefined;
    const totals = days.map(totalFrom);
    const known = totals.filter((total) => total !== undefined);
    if (known.length < totals.length) return undefined;
    return {
      value: {
        isKnown: isKnown === true,
        days: known,
        last: typeof last === 'string' ? last : undefined,
        planned: LEGS.filter((leg) => planned.includes(leg)),
        locked: LEGS.filter((leg) => locked.includes(leg)),
        isBarred: isBarred === true,
        isLarge: isLarge === true,
        dayEnd,
        reminds: reminds === true,
      },
    };
  },
};

function totalFrom(entry: unknown): DayTotal | undefined {
  if (!Array.isArray(entry) || !entry.every((part) => isWhole(part))) return undefined;
  const [day, leftDone, leftPlanned, rightDone, rightPlanned, doneAt] = entry as readonly number[];
  if (day === undefined || rightPlanned === undefined) return undefined;
  const left = { done: leftDone ?? 0, planned: leftPlanned ?? 0 };
  return { day, legs: { left, right: { done: rightDone ?? 0, planned: rightPlanned } }, doneAt };
}
