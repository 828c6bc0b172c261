import type { Day } from '../../core/calendar/day';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import type { SessionRecord } from '../../core/record/record';
import type { Excuse, Excuses } from '../history/excuses';
import type { DayStatus, LegDay } from '../statistics/days';
import { legsThatAre } from '../statistics/days';

/*
 * What is shown or given out when a person leaves care out. A withheld day then counts as excused, without a reason:
 * to call it missed would be false, and to leave it out of the count would show that something is missing.
 */

/** The names of the extensions that concern care. */
const CARE_NAMES: readonly string[] = ['sign', 'stop', 'withheld', 'asked'];

/** A session without its care extensions. */
export function withoutCare(record: SessionRecord): SessionRecord {
  const kept = Object.entries(record.extensions).filter(([name]) => !CARE_NAMES.includes(name));
  return { ...record, extensions: Object.fromEntries(kept) };
}

/** Preferences without answers, veins to go around, country, and the evenings of the diary. */
export function withoutCareOf(preferences: SharedPreferences): SharedPreferences {
  const isOfCare = (name: string): boolean => /^(\w+Answer|vein\w+|country|diaryDays)$/.test(name);
  return Object.fromEntries(Object.entries(preferences).filter(([name]) => !isOfCare(name)));
}

/** Days of which no leg is withheld. */
export function withoutWithheld(days: readonly DayStatus[]): readonly DayStatus[] {
  const excused = (leg: LegDay): LegDay => (leg.state === 'withheld' ? { ...leg, state: 'excused' } : leg);
  return days.map((status) => ({
    ...status,
    legs: { left: excused(status.legs.left), right: excused(status.legs.right) },
  }));
}

const NO_REASON: Excuse = { kind: 'excused', reason: '' };

/** Excuses of which none is for a sign of the body. */
export function withoutSigns(excuses: Excuses): Excuses {
  return new Map(
    [...excuses].map(([day, excuse]) => [day, excuse.kind === 'withheld' ? NO_REASON : excuse] as const),
  );
}

/**
 * The excuses of a backup without locks: whoever brings it in must not read that a leg was missed on a day on which it
 * was locked. A day on which only one leg was locked is excused for that leg, unless the person excused it for both.
 */
export function withLockedDays(excuses: Excuses, days: readonly DayStatus[]): Excuses {
  const locked = days.flatMap((status): readonly (readonly [Day, Excuse])[] => {
    const [leg, other] = legsThatAre(status, 'withheld');
    if (leg === undefined) return [];
    return [[status.day, other === undefined ? { ...NO_REASON, leg } : NO_REASON]];
  });
  return new Map<Day, Excuse>([...locked, ...withoutSigns(excuses)]);
}
