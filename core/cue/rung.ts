import type { CueParam } from '../alarm/param';
import { armedUnder } from '../session/arming';
import { givesWay, PLAYABLE_FOR } from '../session/delivery';
import type { ArmedSignal, CueSheet } from '../state/session-file';
import type { Instant } from '../time';
import type { Signal } from './cue';

/** What a service does when its alarm rings. */
export type Ring =
  | { readonly kind: 'play'; readonly cue: ArmedSignal }
  /** The cue is not due yet, or is not true any more: nobody is to feel it, and a mark says so. */
  | { readonly kind: 'early' | 'late'; readonly cue: ArmedSignal }
  /** The alarm belongs to nobody: another session, an older arming, a cue that was felt already. */
  | { readonly kind: 'nothing' };

/** Decides what an alarm is good for that rings at `now` and stands for the cue `wanted`. */
export function ring(sheet: CueSheet, wanted: CueParam, now: Instant): Ring {
  if (wanted.session !== sheet.id || wanted.revision !== sheet.revision) return { kind: 'nothing' };
  const cue = armedUnder(sheet, wanted.number);
  // The page takes the alarm of a cue back as soon as it has played it: one that rings for a cue that was only about to be
  // played says that the page died before it came to that.
  if (!cue || (cue.number < sheet.booked && cue.number !== sheet.playing)) return { kind: 'nothing' };
  if (now < cue.due) return { kind: 'early', cue };
  const next = sheet.cues.reduce((soonest, other) => {
    return other.number > cue.number ? Math.min(soonest, other.due) : soonest;
  }, Infinity);
  return { kind: isStillTrue(cue.signal, cue.due, next, now) ? 'play' : 'late', cue };
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
