import type { Signal } from '../../core/cue';
import type { Element } from './element';
import type { Frame } from './frame';
import { units } from './frame';
import { ringPart } from './ring';
import { COLORS } from './theme';

/**
 * A cue made visible at the edge of the screen, in the form in which it is felt: a zone is as many short marks as its
 * number, changing legs two long ones, the end three, and a light touch one thin line all around.
 */
export function bezel(frame: Frame, signal: Signal): readonly Element[] {
  const { count, share, gap, line } = marksOf(signal);
  const ring = { inset: units(frame, 2), line: units(frame, line), color: COLORS.warm };
  return Array.from({ length: count }, (_, index) => {
    const from = index * (share + gap) + gap / 2;
    return ringPart(frame, `cue${index}`, ring, from, from + share);
  }).reduce((all, part) => all.concat(part), []);
}

interface Marks {
  readonly count: number;
  /** Of the whole way around: how long a mark is, and what is left free between two. */
  readonly share: number;
  readonly gap: number;
  /** In design units. */
  readonly line: number;
}

function marksOf(signal: Signal): Marks {
  switch (signal) {
    case 'lightTouch':
      return { count: 1, share: 1, gap: 0, line: 5 };
    case 'switchLeg':
      return { count: 2, share: 0.42, gap: 0.08, line: 14 };
    case 'finish':
      return { count: 3, share: 0.27, gap: 0.0633, line: 14 };
    default:
      return { count: signal, share: 0.07, gap: 0.05, line: 14 };
  }
}
