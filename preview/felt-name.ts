/** Recognises a signal by its pulses alone, as a person has to. */
import { BRIEF_SIGNALS, SIGNALS, type FeltSignal } from '../core/cue/cue';
import { CUE_SETS, patternOf, type Pattern } from '../core/cue/pattern';
import type { Felt } from '../virtual-watch/machine/vibrator';

/** A signal of the app, a vibration of the system itself, or neither. */
export type FeltName = FeltSignal | 'system' | 'other';

/**
 * Names what was felt. No two signals share their pulses, whichever carrier plays them. A signal that was cut off or
 * played as a scene is `other`.
 */
export function nameOf(felt: Pick<Felt, 'carrier' | 'pulses' | 'gaps'>): FeltName {
  if (felt.carrier === 'system') return 'system';
  const isPlayed = (pattern: Pattern): boolean => isFeltAs(felt, pattern);
  return (
    [...SIGNALS, ...BRIEF_SIGNALS].find((signal) =>
      CUE_SETS.map((set) => patternOf(signal, set)).some(isPlayed),
    ) ?? 'other'
  );
}

/** The lengths as a person would say them: `3 × 150 ms`, or each length if they differ. */
export function lengthsOf({ pulses }: Pick<Felt, 'pulses'>): string {
  const lengths = pulses.map(({ onMs }) => Math.round(onMs));
  const [first] = lengths;
  if (first === undefined) return '–';
  const isEven = lengths.every((length) => length === first);
  return isEven ? `${String(lengths.length)} × ${String(first)} ms` : `${lengths.join(' · ')} ms`;
}

/** The time from the first pulse to the end of the last, in ms. */
export function totalOf({ pulses }: Pick<Felt, 'pulses'>): number {
  return pulses.reduce((end, { startMs, onMs }) => Math.max(end, startMs + onMs), 0);
}

/** Whether what was felt has the pulses and rests of a pattern. */
export function isFeltAs({ pulses, gaps }: Pick<Felt, 'pulses' | 'gaps'>, pattern: Pattern): boolean {
  return (
    pulses.length + gaps.length === pattern.length &&
    pulses.every(({ onMs }, index) => onMs === pattern[2 * index]) &&
    gaps.every((ms, index) => ms === pattern[2 * index + 1])
  );
}
