import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { Complaint } from './evening';
import { COMPLAINTS } from './evening';
import type { Diary } from './weeks';
import { holdsAnything } from './change';
import { wholeWeek } from './weeks';

/** The least change on the scale of 0 to 10 that people notice (docs/care.md); smaller ones are drawn faint. */
const NOTICED_CHANGE = 2;

/** The first and the last week with entries; only the first if there is just one. */
export function firstAndLast({ weeks, daysOf }: Diary): readonly Day[] {
  const holds = (first: Day): boolean => holdsAnything(daysOf(first), first);
  const first = weeks.begun.find(holds);
  const last = [...weeks.begun].reverse().find(holds);
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
}

/** The ratings of a complaint of a leg over a week; undefined for an evening without an answer. */
export function eveningsOf(
  { daysOf }: Diary,
  first: Day,
  leg: Leg,
  complaint: Complaint,
): readonly (number | undefined)[] {
  return wholeWeek(daysOf(first), first).map(([, { evening }]) =>
    evening.state === 'answered' ? evening.legs[leg][COMPLAINTS.indexOf(complaint)] : undefined,
  );
}

/** The median; undefined if there are no values. */
export function middleOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.flatMap((value) => (value === undefined ? [] : [value])).sort((a, b) => a - b);
  const [low, high] = [known[Math.ceil(known.length / 2) - 1], known[Math.floor(known.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Whether the medians of two weeks differ by at least what people notice. */
export function isNoticed(
  one: readonly (number | undefined)[],
  other: readonly (number | undefined)[],
): boolean {
  const [first, last] = [middleOf(one), middleOf(other)];
  return first !== undefined && last !== undefined && Math.abs(last - first) >= NOTICED_CHANGE;
}

/** A girth in mm and its day. */
export interface Measured {
  readonly day: Day;
  readonly mm: number;
}

/** The girths of a leg measured in these weeks, in order. */
export function girthsOf({ daysOf }: Diary, weeks: readonly Day[], leg: Leg): readonly Measured[] {
  return weeks.flatMap((first) =>
    wholeWeek(daysOf(first), first).flatMap(([day, { girth }]) => {
      const mm = girth[leg];
      return mm === undefined ? [] : [{ day, mm }];
    }),
  );
}
