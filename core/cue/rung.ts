import type { CueParam } from '../alarm/param';
import { CUE_GAP } from '../routine';
import { armedUnder } from '../session/arming';
import { LATE_AFTER, PLAYABLE_FOR } from '../session/delivery';
import type { ArmedSignal, CueSheet } from '../state/session-file';
import type { Instant } from '../time';

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
  return { kind: isStillTrue(cue, sheet, now) ? 'play' : 'late', cue };
}

/**
 * Whether a cue still says what is so. Moving up and changing legs are true until the next cue, as the zone is still the
 * zone. A reminder and the end are no news after `PLAYABLE_FOR`: by then the hand has settled, or has left. What is late
 * gives way to a successor that is so near that the two would be felt as one.
 */
function isStillTrue({ due, signal, number }: ArmedSignal, { cues }: CueSheet, now: Instant): boolean {
  const next = cues.reduce((soonest, other) => {
    return other.number > number ? Math.min(soonest, other.due) : soonest;
  }, Infinity);
  const late = now - due;
  if (now >= next || (late > LATE_AFTER && next - now < CUE_GAP)) return false;
  return late <= PLAYABLE_FOR || (signal !== 'lightTouch' && signal !== 'finish');
}
