import { armedUnder } from '../session/arming';
import { isStillTrue } from '../session/delivery';
import type { ArmedSignal, CueSheet } from '../state/session-file';
import type { Instant } from '../time';
import type { CueParam } from './param';

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
