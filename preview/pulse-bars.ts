/** Draws the pulses of a vibration as bars: as many as were felt, as long as they were felt. */
import type { Felt } from '../virtual-watch/machine/vibrator';
import { el } from './dom';
import { totalOf } from './felt-name';

/** Least width of a bar, so that the shortest tick is seen. */
const LEAST_PX = 3;

/** `pxPerMs` is the scale of length. The bars are decoration: who cannot see them is told in words beside them. */
export function drawPulses(felt: Felt, pxPerMs: number): HTMLElement {
  const bars = felt.pulses.map(({ startMs, onMs, strength }) =>
    el('span', {
      class: `pulse ${strength}`,
      style: `left:${px(startMs * pxPerMs)};width:${px(Math.max(LEAST_PX, onMs * pxPerMs))}`,
    }),
  );
  const width = Math.max(LEAST_PX, totalOf(felt) * pxPerMs);
  return el('span', { class: 'pulses', 'aria-hidden': 'true', style: `width:${px(width)}` }, ...bars);
}

function px(length: number): string {
  return `${length.toFixed(1)}px`;
}
