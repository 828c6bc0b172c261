import type { Day } from '../../core/calendar/day';
import { DAY_END, dayText } from '../../core/calendar/day';
import type { Instant } from '../../core/time';
import { HOUR, MINUTE } from '../../core/time';
import type { DiaryWeeks } from './weeks';
import { weekOf } from './weeks';

/** Why a diary week is offered: it would be the first, the plan has changed since the last offer, or that was long ago. */
export type OfferReason = 'first' | 'newPlan' | 'again';

/** Measuring is what people drop first, so it is asked for no more often than this in a quarter of a year. */
export const OFFERS_A_QUARTER = 2;

/** After so many days without a change of the plan a week is offered again. */
export const OFFER_AGAIN_AFTER = 42;

/** What an offer depends on. */
export interface OfferFacts {
  readonly today: Day;
  /** Whether there was a session: who has just begun gets acquainted first. */
  readonly hasSession: boolean;
  /** The day on which the plan was changed last; nothing where it never was. */
  readonly planChanged: Day | undefined;
}

/** Whether a diary week is offered, and why. An offer stands until it is taken or declined. */
export function offerOf(
  weeks: DiaryWeeks,
  { today, hasSession, planChanged }: OfferFacts,
): OfferReason | undefined {
  if (weekOf(weeks, today) !== undefined || !hasSession) return undefined;
  const asked = [...weeks.begun, ...weeks.declined];
  if (asked.length === 0) return 'first';
  const quarter = quarterOf(today);
  if (asked.filter((day) => quarterOf(day) === quarter).length >= OFFERS_A_QUARTER) return undefined;
  const last = Math.max(...asked);
  if (planChanged !== undefined && planChanged > last) return 'newPlan';
  return today - last >= OFFER_AGAIN_AFTER ? 'again' : undefined;
}

/** `2026.1` for January to March. */
export function quarterOf(day: Day): string {
  const [year = '', month = ''] = dayText(day).split('-');
  return `${year}.${Math.ceil(Number(month) / 3)}`;
}

/** From this hour on the diary asks: complaints of veins are worst at the end of the day (docs/care.md). */
export const EVENING = 17;

/** Whether it is evening, which lasts until the day ends. */
export function isEvening(now: Instant, utcOffset: number, dayEnd: number = DAY_END): boolean {
  const hour = ((((now + utcOffset * MINUTE) / HOUR) % 24) + 24) % 24;
  return hour >= EVENING || hour < dayEnd;
}
