import type { Instant, Millis } from '../time';
import type { Delivery } from './delivery';

/**
 * One thing that happened to a session. `movedOn`: the person went on to the next step. `tookBack`: that was a mistake, and the
 * step goes on where it was. `repeated`: the step begins anew. `movedBack`: the step before began anew, in journals of an
 * earlier Legato. `stepped`: the watch's clock was set while the session ran; `elapsed` is
 * what had been done by then, and `by` how far a living page saw it set, back where negative. `booked`: what became of the next cues in order. `unplayed`: the last booked cue was not
 * played by the page after all, which died or whose motor refused; `delivery` is what became of it, where that is known.
 * `takenOff`: a page saw that the watch is not on the wrist any more. `unproven`: nothing shows that the time from `from` to `to` of the session has passed. `touched`: the person
 * answered the sign of the leg in hand by a touch. `hurt` and `stoppedAtSign`: they stopped because it hurts, or at that sign. `interrupted`: nobody
 * brought the session on for a while (the watch was off, no cue was carried); `elapsed` is what is known to be done, and
 * the session waits for the person to go on or to end it.
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

/** Why an event makes no sense for a session as it is. */
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

/** A journal this long takes no more moves and pauses: a person would have to press for hours. */
export const JOURNAL_LIMIT = 600;
