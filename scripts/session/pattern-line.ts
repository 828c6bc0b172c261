/** A vibration in characters: `██··██··██` is three pulses with equally long rests between them. */
import type { Felt } from '../../virtual-watch';

/** The duration of one character, in ms. */
const STEP_MS = 75;

export function patternLine({ pulses, gaps }: Pick<Felt, 'pulses' | 'gaps'>): string {
  return pulses
    .map(({ onMs }, index) => `${index === 0 ? '' : '·'.repeat(steps(gaps[index - 1] ?? 0))}${bar(onMs)}`)
    .join('');
}

/** Half a character for what is shorter than one. */
function bar(ms: number): string {
  return ms < STEP_MS ? '▌' : '█'.repeat(steps(ms));
}

function steps(ms: number): number {
  return Math.max(1, Math.round(ms / STEP_MS));
}
