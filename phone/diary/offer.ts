import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import { isDiaryEvening } from '../../core/reminder/diary';
import { minuteAt } from '../../core/reminder/reminder';
import type { Instant } from '../../core/time';
import type { DiaryWeeks } from './weeks';
import { weekOf } from './weeks';

/**
 * Why a diary week is offered: it would be the first one, the plan has changed since the last offer, or the last offer
 * was long ago.
 */
export type OfferReason = 'first' | 'newPlan' | 'again';

/** The most offers in a quarter of a year. Measuring is what people drop first, so it is not asked for more often. */
export const OFFERS_A_QUARTER = 2;

/** The number of days without a change of plan after which a week is offered again. */
const OFFER_AGAIN_AFTER = 42;

/** What an offer depends on. */
export interface OfferFacts {
  readonly today: Day;
  /** Whether there was a session; a beginner is not asked right away. */
  readonly hasSession: boolean;
  /** The day of the last change of plan; undefined if it never changed. */
  readonly planChanged: Day | undefined;
}

/** Whether to offer a diary week, and why. An offer stands until it is accepted or declined. */
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

/** Whether it is evening, when the diary asks. */
export function isEvening(now: Instant, utcOffset: number, dayEnd: number): boolean {
  return isDiaryEvening(minuteAt(now, utcOffset), dayEnd);
}
