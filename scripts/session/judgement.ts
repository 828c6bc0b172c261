/** Whether a session was felt as planned: each due cue as one vibration with its own signal, and nothing else. */
import { briefOf, type Signal } from '../../core/cue/cue';
import { patternOf } from '../../core/cue/pattern';
import type { Felt } from '../../virtual-watch';
import { isFeltAs, nameOf, type FeltName } from '../../preview/felt-name';
import type { DueCue, Transcript } from './perform';

/** What went wrong with a due cue, or was felt in addition; `at` is in ms since Start. */
export type CueFault =
  | { readonly kind: 'missing' | 'cut'; readonly at: number; readonly wanted: Signal }
  | { readonly kind: 'wrong'; readonly at: number; readonly wanted: Signal; readonly felt: FeltName }
  | { readonly kind: 'extra'; readonly at: number; readonly felt: FeltName };

export interface Judgement {
  readonly due: number;
  /** How many were felt when they were due, with the right signal. */
  readonly felt: number;
  /** The longest delay among those, in ms. */
  readonly latestMs: number;
  /** Empty when everything went as planned. */
  readonly faults: readonly CueFault[];
}

/** How close to a due cue a vibration must come to count for it, in ms; the app must guarantee this. */
const PUNCTUAL_MS = 50;

/** Assigns each due cue its vibration, preferring the right signal, and no vibration to two cues. */
export function judge({ moments, due }: Transcript): Judgement {
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

/** The session uses the standard set, since nothing else was chosen on the watch; a service uses the brief signals. */
function faultOf({ at, signal }: DueCue, felt: Felt): CueFault | undefined {
  if (felt.cut) return { kind: 'cut', at, wanted: signal };
  const pattern = patternOf(felt.carrier === 'service' ? briefOf(signal) : signal, 'standard');
  const isRight = felt.carrier !== 'system' && isFeltAs(felt, pattern);
  return isRight ? undefined : { kind: 'wrong', at, wanted: signal, felt: nameOf(felt) };
}
