import type { Signal } from '../cue/cue';
import { CUE_GAP } from '../plan/routine';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/**
 * What can bring a cue to the wrist: the living page, or an alarm that wakes a service. `timer` stands in what an earlier
 * Legato wrote, which had a service with a timer of its own.
 */
export const CARRIERS = ['page', 'alarm', 'timer'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** The modes in which a watch swallows vibrations (docs/platform.md, M2 and M3). */
export const QUIET_MODES = ['doNotDisturb', 'sleep', 'theatre'] as const;
export type QuietMode = (typeof QUIET_MODES)[number];

/**
 * Why a due cue was not played, where that is known. `overtaken`: a newer cue was due, and a burst tells nobody
 * anything. `notArmed`: no carrier had been set for it. `tooLate`, `tooEarly`: its alarm rang when it was not true any more, or not yet.
 * `refused`: the motor did not take its pattern. `clockSet`: the clock was set past it. `watchOff` stands in what an
 * earlier Legato wrote.
 */
export const MISS_REASONS = [
  'notArmed',
  'watchOff',
  'clockSet',
  'overtaken',
  'tooLate',
  'tooEarly',
  'refused',
] as const;
type MissReason = (typeof MISS_REASONS)[number];

/**
 * What became of one due cue. `played`: a motor was started for it; `late` is the time from due to played where it was
 * measured, and `proven` says that this watch was shown to bring what this carrier plays. `swallowed`: it was
 * played while a mode of the watch keeps vibrations back. `unknown`: nothing on the watch tells.
 */
export type Delivery =
  | { readonly outcome: 'played'; readonly by: Carrier; readonly late?: Millis; readonly proven?: true }
  | { readonly outcome: 'swallowed'; readonly by: QuietMode }
  | { readonly outcome: 'missed'; readonly reason: MissReason }
  | { readonly outcome: 'unknown' };

export const UNKNOWN: Delivery = { outcome: 'unknown' };

/** What became of each due cue, by the cue's number. */
export type DeliveryBook = readonly Delivery[];

/** A cue later than this counts as late: alarms ring on the second and one second after the page's turn. */
export const LATE_AFTER: Millis = 2 * SECOND;

/** Whether what is late gives way to a successor so near that the two would be felt as one. */
export function givesWay(due: Instant, next: Instant, now: Instant): boolean {
  return now - due > LATE_AFTER && next - now < CUE_GAP;
}

/**
 * Whether a cue that was due at `due`, before one at `next`, still says what is so. Moving up and changing legs are true
 * until the next cue, as the zone is still the zone. A reminder and the end are no news after `PLAYABLE_FOR`: by then the
 * hand has settled, or has left. What is late gives way to a successor that is so near that the two would be felt as one.
 */
export function isStillTrue(signal: Signal, due: Instant, next: Instant, now: Instant): boolean {
  if (now >= next || givesWay(due, next, now)) return false;
  return now - due <= PLAYABLE_FOR || (signal !== 'lightTouch' && signal !== 'finish');
}

/** Older cues are not played any more by a page: by then the hand has moved on. */
export const PLAYABLE_FOR: Millis = 10 * SECOND;

/** Why a cue counts as not played, in one word; each stands in records. */
export const LOSSES = [...QUIET_MODES, ...MISS_REASONS, 'unknown'] as const;
export type Loss = (typeof LOSSES)[number];

export function isLoss(value: unknown): value is Loss {
  return (LOSSES as readonly unknown[]).includes(value);
}

/** Why a cue was not played; nothing of one that was. */
export function lossOf(delivery: Delivery): Loss | undefined {
  switch (delivery.outcome) {
    case 'played':
      return undefined;
    case 'swallowed':
      return delivery.by;
    case 'missed':
      return delivery.reason;
    case 'unknown':
      return 'unknown';
  }
}

export interface DeliveryTotals {
  readonly due: number;
  readonly played: number;
  readonly late: number;
  readonly missed: number;
  /** How late the latest played cue was, of those whose lateness was measured; 0 when none was. */
  readonly latest: Millis;
}

/** Sums up a book; `due` is always `played + late + missed`, of which the last is all that was not played for sure. */
export function totals(book: DeliveryBook): DeliveryTotals {
  const played = book.filter(({ outcome }) => outcome === 'played').length;
  const delays = book.map((delivery) => (delivery.outcome === 'played' ? (delivery.late ?? 0) : 0));
  const late = delays.filter((delay) => delay > LATE_AFTER).length;
  return {
    due: book.length,
    played: played - late,
    late,
    missed: book.length - played,
    latest: delays.reduce((most, delay) => Math.max(most, delay), 0),
  };
}

/** How many cues were played by a carrier that was shown on this watch to be felt. */
export function provenCount(book: DeliveryBook): number {
  return book.filter((delivery) => delivery.outcome === 'played' && delivery.proven).length;
}
