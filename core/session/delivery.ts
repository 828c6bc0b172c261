import type { Millis } from '../time';
import { SECOND } from '../time';

/** What can bring a cue to the wrist: the living page, an alarm that wakes a service, a service's own timer. */
export const CARRIERS = ['page', 'alarm', 'timer'] as const;
export type Carrier = (typeof CARRIERS)[number];

/**
 * Why a due cue was not felt. `overtaken`: a newer cue was due in the same moment, and a burst tells nobody
 * anything. `watchOff`: the watch restarted. `notArmed`: no carrier had been set for it. `clockSet`: the watch's
 * clock was set while no page lived. `unknown`: nothing on the watch tells.
 */
export const MISS_REASONS = [
  'doNotDisturb',
  'notArmed',
  'watchOff',
  'clockSet',
  'overtaken',
  'unknown',
] as const;
export type MissReason = (typeof MISS_REASONS)[number];

export function isMissReason(value: unknown): value is MissReason {
  return (MISS_REASONS as readonly unknown[]).includes(value);
}

/** What became of one due cue; `late` is the time from due to played. */
export type Delivery =
  | { readonly outcome: 'delivered'; readonly by: Carrier; readonly late: Millis }
  | { readonly outcome: 'missed'; readonly reason: MissReason };

/** What became of each due cue, by the cue's number. */
export type DeliveryBook = readonly Delivery[];

/** A cue later than this counts as late: alarms ring on the second and one second after the page's turn. */
export const LATE_AFTER: Millis = 2 * SECOND;

/** A timer of a service leaves a cue to the page for this long; an alarm comes later than that. */
export const TIMER_AFTER: Millis = 500;

/** Older cues are not played any more: by then the hand has moved on. */
export const PLAYABLE_FOR: Millis = 10 * SECOND;

export interface DeliveryTotals {
  readonly due: number;
  readonly played: number;
  readonly late: number;
  readonly missed: number;
  /** How late the latest delivered cue was; 0 when none was delivered. */
  readonly latest: Millis;
}

/** Sums up a book; `due` is always `played + late + missed`. */
export function totals(book: DeliveryBook): DeliveryTotals {
  const delays = book.reduce<readonly Millis[]>(
    (before, delivery) => (delivery.outcome === 'delivered' ? before.concat(delivery.late) : before),
    [],
  );
  const late = delays.filter((delay) => delay > LATE_AFTER).length;
  return {
    due: book.length,
    played: delays.length - late,
    late,
    missed: book.length - delays.length,
    latest: delays.reduce((most, delay) => Math.max(most, delay), 0),
  };
}
