import type { Day } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import { lockedOn } from '../care/days';
import type { SessionRecord } from '../../core/record/record';
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import type { PhoneState } from '../phone-state';
import type { MonthName } from '../statistics/calendar';
import { daysOfMonth, monthAfter, monthNameOf, monthsWithin } from '../statistics/calendar';
import type { DayRange, DayStatus } from '../statistics/days';
import { daysIn } from '../statistics/days';
import type { Library } from './library';

/** The parts of the phone's state needed to evaluate days. */
export type Past = Pick<PhoneState, 'clock' | 'library' | 'schedule' | 'excuses' | 'settings' | 'everSaid'>;

/** Today in the phone's time zone. */
export function todayOf(state: Pick<PhoneState, 'clock' | 'settings'>): Day {
  return dayOfPhone(state.clock.now, state);
}

/** The day of an instant in the phone's time zone. */
export function dayOfPhone(at: Instant, { clock, settings }: Pick<PhoneState, 'clock' | 'settings'>): Day {
  return dayOf({ startedAt: at, utcOffset: clock.offsetAt(at) }, settings.dayEnd);
}

/**
 * The calendar day of an instant in the phone's time zone, which ends at midnight: by it, watch and phone date locks and
 * the word of a doctor.
 */
export function dateOfPhone(at: Instant, { clock }: Pick<PhoneState, 'clock'>): Day {
  return dayOf({ startedAt: at, utcOffset: clock.offsetAt(at) }, 0);
}

/** The status of each day of a range. Reads the digests of the months it touches. */
export function lookAt(past: Past, range: DayRange): readonly DayStatus[] {
  return lookSince(firstDay(past, range), past, range);
}

/** The status of today before the first session, which today may bring: what is planned and left out already counts. */
export function todayBeforeAny(past: Past): readonly DayStatus[] {
  const today = todayOf(past);
  return lookSince(today, past, { from: today, to: today });
}

function lookSince(first: Day | undefined, past: Past, range: DayRange): readonly DayStatus[] {
  const { library, schedule, excuses, settings, everSaid } = past;
  const months = monthsHolding(library, range);
  return daysIn(range, months.flatMap(library.gistsOf), {
    schedule,
    dayEnd: settings.dayEnd,
    dayOfChange: (since) => dayOfPhone(since, past),
    first,
    today: todayOf(past),
    excuses,
    isLocked: lockedOn(everSaid, (at) => dayOfPhone(at, past)),
  });
}

/**
 * The first day that can be meant. No watch that runs Legato is that old, so an earlier year is a slip of the finger, or
 * that of a watch whose clock was wrong, since which no day counts as planned.
 */
export const FIRST_DAY: Day = Date.UTC(2015, 0, 1) / (24 * HOUR);

const ITS_MONTH = monthNameOf(FIRST_DAY);

/** The first month with a session whose date can be right. */
function firstMonth({ months, countOf }: Library): MonthName | undefined {
  return months.find((month) => month >= ITS_MONTH && countOf(month) > 0);
}

/** Whether a session has begun what counts as planned. */
export function hasBegun({ library }: Pick<Past, 'library'>): boolean {
  return firstMonth(library) !== undefined;
}

/** The status of each day since the first session; empty if there is none. */
export function lookAtAll(past: Past): readonly DayStatus[] {
  const month = firstMonth(past.library);
  return month === undefined ? [] : lookAt(past, { from: daysOfMonth(month).from, to: todayOf(past) });
}

/** The first day of a range that can count, which none before the first session does; undefined if there is none. */
export function firstCounted(past: Past, range: DayRange): Day | undefined {
  const first = firstDay(past, range);
  return first === undefined || first > range.to ? undefined : Math.max(first, range.from);
}

/** The day of the first session, as far as it matters for a range; undefined if there is no session. */
function firstDay({ library, settings }: Past, range: DayRange): Day | undefined {
  const month = firstMonth(library);
  if (month === undefined) return undefined;
  if (month < monthNameOf(range.from - 1)) return range.from;
  return Math.min(...library.gistsOf(month).map((gist) => dayOf(gist, settings.dayEnd)));
}

/** The sessions of a range of days, newest first. Reads the records of the months it touches. */
export function sessionsOn({ library, settings }: Past, range: DayRange): readonly SessionRecord[] {
  return [...monthsHolding(library, range)]
    .reverse()
    .flatMap((month) => library.sessionsOf(month))
    .filter((record) => {
      const day = dayOf(record, settings.dayEnd);
      return day >= range.from && day <= range.to;
    });
}

/** The newest sessions and all of today's. Reads the records of two months at most. */
export function lastSessions(past: Past, count: number): readonly SessionRecord[] {
  const { library } = past;
  const today = todayOf(past);
  const own = sessionsOn(past, { from: today, to: today });
  const last: string[] = [];
  for (let at = library.months.length - 1; at >= 0 && last.length < 2; at -= 1) {
    const month = library.months[at];
    if (month !== undefined && library.countOf(month) > 0) last.push(month);
  }
  const newest = last
    .reduce<readonly SessionRecord[]>(
      (found, month) => (found.length < count ? [...found, ...library.sessionsOf(month)] : found),
      [],
    )
    .slice(0, count);
  return [...newest, ...own.filter((each) => !newest.includes(each))].sort(
    (a, b) => b.startedAt - a.startedAt,
  );
}

/** The month to show: the chosen one, or the present one. */
export function monthShown(past: Past, chosen: string | undefined): MonthName {
  return chosen !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(chosen) ? chosen : monthNameOf(todayOf(past));
}

/**
 * The month before or after another. More than a year without any session is jumped over, since a watch whose clock was
 * wrong may have dated one decades away, and the person has to get there to correct it.
 */
export function monthBeside(past: Past, month: MonthName, count: -1 | 1): MonthName {
  const { months, countOf } = past.library;
  const isBeside = (each: MonthName): boolean => (count < 0 ? each < month : each > month);
  const held = new Set([...months.filter((each) => countOf(each) > 0), monthNameOf(todayOf(past))]);
  const beside = [...held].filter(isBeside).sort();
  const nearest = count < 0 ? beside[beside.length - 1] : beside[0];
  const aYear = monthAfter(month, 12 * count);
  const isFar = nearest !== undefined && (count < 0 ? nearest < aYear : nearest > aYear);
  return isFar ? nearest : monthAfter(month, count);
}

/** A session after midnight may belong to the day before, so the next day's month is included. */
function monthsHolding({ months }: Library, { from, to }: DayRange): readonly MonthName[] {
  return monthsWithin(months, { from, to: to + 1 });
}
