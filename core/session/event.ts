import type { Instant, Millis } from '../time';
import type { Delivery } from './delivery';

/**
 * Something that happened to a session.
 *
 * - `movedOn`: the person went on to the next step.
 * - `tookBack`: that was a mistake; the step continues where it was left.
 * - `repeated`: the step begins anew.
 * - `movedBack`: the step before began anew; only in journals of earlier versions of Legato.
 * - `stepped`: the watch's clock was set while the session ran. `elapsed` is what had been done by then, and `by` is
 *   how far a live page saw it set, negative for back.
 * - `booked`: what became of the next cues, in order.
 * - `unplayed`: the page did not play the last booked cue after all, because it died or its motor refused. `delivery`
 *   is what became of the cue, if known.
 * - `takenOff`: a page saw that the watch is no longer on the wrist.
 * - `unproven`: nothing shows that the time of the session from `from` to `to` has passed.
 * - `touched`: the person answered the sign of the leg in hand by a touch.
 * - `hurt`, `stoppedAtSign`: the person stopped because it hurts, or at that sign.
 * - `interrupted`: nothing brought the session on for a while (the watch was off, or no cue was carried). `elapsed` is
 *   what is known to be done; the session waits for the person to resume or end it.
 */
export type SessionEvent =
  | {
      readonly kind:
        'paused' | 'resumed' | 'movedOn' | 'movedBack' | 'tookBack' | 'repeated' | 'extended' | 'stopped';
      readonly at: Instant;
    }
  | { readonly kind: 'finished' | 'takenOff' | 'touched' | 'hurt' | 'stoppedAtSign'; readonly at: Instant }
  | { readonly kind: 'unplayed'; readonly at: Instant; readonly delivery?: Delivery }
  | { readonly kind: 'unproven'; readonly at: Instant; readonly from: Millis; readonly to: Millis }
  | { readonly kind: 'booked'; readonly at: Instant; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'stepped'; readonly at: Instant; readonly elapsed: Millis; readonly by?: Millis }
  | { readonly kind: 'interrupted'; readonly at: Instant; readonly elapsed: Millis };

/** Why an event is invalid in the present state of a session. */
export const SESSION_ERRORS = [
  'ended',
  'alreadyPaused',
  'notPaused',
  'notOver',
  'noSuchCue',
  'notDue',
  'nothingToTakeBack',
  'journalFull',
] as const;
export type SessionError = (typeof SESSION_ERRORS)[number];

/** A journal this long takes no more moves and pauses. A person would have to press for hours to reach it. */
export const JOURNAL_LIMIT = 600;
