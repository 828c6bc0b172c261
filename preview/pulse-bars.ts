/** Draws the pulses of a vibration as bars, one for each pulse, with its length. */
import type { Felt } from '../virtual-watch/machine/vibrator';
import { el } from './dom';
import { totalOf } from './felt-name';

/** The minimum width of a bar, so that the shortest tick is visible. */
const LEAST_PX = 3;

/** `pxPerMs` is the scale. The bars are decorative; the text next to them says the same. */
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
