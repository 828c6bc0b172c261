import type { Signal } from '../cue/cue';
import { CUE_GAP } from '../plan/routine';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/**
 * What can bring a cue to the wrist: the live page, or an alarm that wakes a service. `timer` appears only in data of
 * earlier versions of Legato, which had a service with its own timer.
 */
export const CARRIERS = ['page', 'alarm', 'timer'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** The modes in which a watch swallows vibrations (docs/platform.md, M2 and M3). */
export const QUIET_MODES = ['doNotDisturb', 'sleep', 'theatre'] as const;
export type QuietMode = (typeof QUIET_MODES)[number];

/**
 * Why a due cue was not played, if known. `overtaken`: a newer cue was due, and cues in quick succession cannot be
 * understood. `notArmed`: no carrier had been set for it. `tooLate`, `tooEarly`: its alarm rang when the cue no longer
 * applied, or not yet. `refused`: the motor did not accept its pattern. `clockSet`: the clock was set past it.
 * `watchOff` appears only in data of earlier versions of Legato.
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
 * What became of one due cue. `played`: a motor was started for it; `late` is the measured delay, if any, and `proven`
 * says that a check has shown this carrier to work on this watch. `swallowed`: it was played in a mode that holds
 * vibrations back. `unknown`: nothing on the watch tells.
 */
export type Delivery =
  | { readonly outcome: 'played'; readonly by: Carrier; readonly late?: Millis; readonly proven?: true }
  | { readonly outcome: 'swallowed'; readonly by: QuietMode }
  | { readonly outcome: 'missed'; readonly reason: MissReason }
  | { readonly outcome: 'unknown' };

export const UNKNOWN: Delivery = { outcome: 'unknown' };

/** What became of each due cue, indexed by the cue's number. */
export type DeliveryBook = readonly Delivery[];

/** A cue delayed by more than this counts as late. Alarms ring on the second and one second after the page's turn. */
export const LATE_AFTER: Millis = 2 * SECOND;

/** Whether a late cue is dropped because the next one is so close that the two would be felt as one. */
export function givesWay(due: Instant, next: Instant, now: Instant): boolean {
  return now - due > LATE_AFTER && next - now < CUE_GAP;
}

/**
 * Whether a cue due at `due`, followed by one at `next`, still applies. Moving up and changing legs apply until the
 * next cue, since the zone stays the same. A reminder and the end no longer apply after `PLAYABLE_FOR`: by then the
 * hand has settled or has left. A late cue also gives way to a next one so close that the two would be felt as one.
 */
export function isStillTrue(signal: Signal, due: Instant, next: Instant, now: Instant): boolean {
  if (now >= next || givesWay(due, next, now)) return false;
  return now - due <= PLAYABLE_FOR || (signal !== 'lightTouch' && signal !== 'finish');
}

/** A page does not play cues older than this: by then the hand has moved on. */
export const PLAYABLE_FOR: Millis = 10 * SECOND;

/** Why a cue counts as not played. Records contain these words. */
export const LOSSES = [...QUIET_MODES, ...MISS_REASONS, 'unknown'] as const;
export type Loss = (typeof LOSSES)[number];

export function isLoss(value: unknown): value is Loss {
  return (LOSSES as readonly unknown[]).includes(value);
}

/** Why a cue was not played; undefined for one that was. */
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
  /** The longest measured delay of a played cue; 0 when none was measured. */
  readonly latest: Millis;
}

/**
 * Sums up a book. `due` always equals `played + late + missed`, where `missed` is everything not known to be played.
 */
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

/** The number of cues played by a carrier that was shown to work on this watch. */
export function provenCount(book: DeliveryBook): number {
  return book.filter((delivery) => delivery.outcome === 'played' && delivery.proven).length;
}
