import { armedUnder } from '../session/arming';
import { isStillTrue } from '../session/delivery';
import type { ArmedSignal, CueSheet } from '../state/session-file';
import type { Instant } from '../time';
import type { CueParam } from './param';

/** What a service does when its alarm rings. */
export type Ring =
  | { readonly kind: 'play'; readonly cue: ArmedSignal }
  /** The cue is not due yet, or no longer applies: do not play it, but leave a mark that says so. */
  | { readonly kind: 'early' | 'late'; readonly cue: ArmedSignal }
  /** The alarm belongs to another session, an older arming, or a cue that was already felt. */
  | { readonly kind: 'nothing' };

/** Decides what to do about an alarm that rings at `now` for the cue `wanted`. */
export function ring(sheet: CueSheet, wanted: CueParam, now: Instant): Ring {
  if (wanted.session !== sheet.id || wanted.revision !== sheet.revision) return { kind: 'nothing' };
  const cue = armedUnder(sheet, wanted.number);
  // The page cancels a cue's alarm as soon as it has played the cue. If the alarm of a cue that was about to be played
  // rings anyway, the page died first.
  if (!cue || (cue.number < sheet.booked && cue.number !== sheet.playing)) return { kind: 'nothing' };
  if (now < cue.due) return { kind: 'early', cue };
  const next = sheet.cues.reduce((soonest, other) => {
    return other.number > cue.number ? Math.min(soonest, other.due) : soonest;
  }, Infinity);
  return { kind: isStillTrue(cue.signal, cue.due, next, now) ? 'play' : 'late', cue };
}
