/** Whether a session was felt as its plan says: each due cue by one vibration, as its own signal, and nothing besides. */
import { briefOf, type Signal } from '../../core/cue/cue';
import { patternOf } from '../../core/cue/pattern';
import type { Felt } from '../../virtual-watch';
import { isFeltAs, nameOf, type FeltName } from '../../preview/felt-name';
import type { DueCue, Transcript } from './perform';

/** What went wrong with one due cue, or was felt beside all of them; `at` in ms since Start. */
export type CueFault =
  | { readonly kind: 'missing' | 'cut'; readonly at: number; readonly wanted: Signal }
  | { readonly kind: 'wrong'; readonly at: number; readonly wanted: Signal; readonly felt: FeltName }
  | { readonly kind: 'extra'; readonly at: number; readonly felt: FeltName };

export interface Verdict {
  readonly due: number;
  /** How many were felt when they were due, as what they are. */
  readonly felt: number;
  /** Of those the latest, in ms. */
  readonly latestMs: number;
  /** None when all is as the plan says. */
  readonly faults: readonly CueFault[];
}

/** A vibration counts for the due cue that it came within so many ms of: the property that the app has to keep. */
const PUNCTUAL_MS = 50;

/** Gives each due cue the vibration that came for it, the right one before others, and none to two. */
export function judge({ moments, due }: Transcript): Verdict {
  const left = new Set(moments.flatMap(({ at, felt }) => (felt === undefined ? [] : [{ at, felt }])));
  const faults: CueFault[] = [];
  const delays: number[] = [];
  for (const cue of due) {
    const near = [...left].filter(({ at }) => at >= cue.at && at <= cue.at + PUNCTUAL_MS);
    const taken = near.find(({ felt }) => faultOf(cue, felt) === undefined) ?? near[0];
    if (taken === undefined) {
      faults.push({ kind: 'missing', at: cue.at, wanted: cue.signal });
      continue;
    }
    left.delete(taken);
    const fault = faultOf(cue, taken.felt);
    if (fault === undefined) delays.push(taken.at - cue.at);
    else faults.push(fault);
  }
  for (const { at, felt } of left) faults.push({ kind: 'extra', at, felt: nameOf(felt) });
  return { due: due.length, felt: delays.length, latestMs: Math.max(0, ...delays), faults };
}

/** A session is done with the standard set, since nothing else was chosen on the watch; a service has its brief signals. */
function faultOf({ at, signal }: DueCue, felt: Felt): CueFault | undefined {
  if (felt.cut) return { kind: 'cut', at, wanted: signal };
  const pattern = patternOf(felt.carrier === 'service' ? briefOf(signal) : signal, 'standard');
  const isRight = felt.carrier !== 'system' && isFeltAs(felt, pattern);
  return isRight ? undefined : { kind: 'wrong', at, wanted: signal, felt: nameOf(felt) };
}
