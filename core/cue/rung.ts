import { armedUnder, rangInTime } from '../session/arming';
import type { Instant } from '../time';
import type { CueParam } from '../alarm/param';
import type { ArmedSignal, CueSheet } from '../state/session-file';

/** What a service does when its alarm rings. */
export type Ring =
  | { readonly kind: 'play'; readonly cue: ArmedSignal }
  /** The alarm rang at a time that only a clock that was set explains: nobody is to feel it, but it is to be told. */
  | { readonly kind: 'outOfTime' }
  /** The alarm belongs to nobody: another session, an older arming, a cue that was felt already. */
  | { readonly kind: 'nothing' };

/** Decides what an alarm is good for that rings at `now` and stands for the cue `wanted`. */
export function ring(sheet: CueSheet, wanted: CueParam, now: Instant): Ring {
  if (wanted.session !== sheet.id || wanted.revision !== sheet.revision) return { kind: 'nothing' };
  const cue = armedUnder(sheet, wanted.number);
  // The page takes the alarm of a cue back as soon as it has played it: one that rings for a cue that was only about to be
  // played says that the page died before it came to that.
  if (!cue || (cue.number < sheet.booked && cue.number !== sheet.playing)) return { kind: 'nothing' };
  return rangInTime(cue, now) ? { kind: 'play', cue } : { kind: 'outOfTime' };
}
