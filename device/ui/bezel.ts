import { ZONES } from '../../core/body';
import type { Signal } from '../../core/cue/cue';
import type { Element } from './element';
import type { Frame, ScreenShape } from './frame';
import { gaugeAt, gaugePart } from './gauge';
import { COLORS } from './theme';

/**
 * Shows a cue at the edge of the screen in the form in which it is felt: a zone as as many short marks as its number,
 * changing legs as two long ones, the end as three, and a light touch as a thin line all along. They lie where the
 * gauge does. The number of elements is the same whichever cue is lit, or none, so that a cue never puts anything in
 * front of a button.
 */
export function bezel(frame: Frame, signal: Signal | undefined): readonly Element[] {
  const slots = SLOTS[frame.shape];
  const of = (lit: readonly Element[]): readonly Element[] => [
    ...filled('arc', slots.arc, lit),
    ...filled('rect', slots.rect, lit),
  ];
  if (signal !== undefined) return of(marks(frame, marksOf(signal)));
  const known = unlit.get(frame) ?? of([]);
  unlit.set(frame, known);
  return known;
}

/** Cached, because it is needed every second. */
const unlit = new WeakMap<Frame, readonly Element[]>();

/** The most pieces of each kind in the marks of any cue: the last zone has the most, and corners break two of them. */
const SLOTS: Readonly<Record<ScreenShape, { readonly arc: number; readonly rect: number }>> = {
  round: { arc: ZONES.length, rect: 0 },
  square: { arc: 4, rect: ZONES.length + 2 },
};

/** Fills the slots of a kind: the lit elements first, then pixels in a corner outside every screen. */
function filled(kind: 'arc' | 'rect', slots: number, lit: readonly Element[]): readonly Element[] {
  const parts = lit.filter((part) => part.kind === kind);
  const pixel = { key: '', x: 0, y: 0, w: 1, h: 1, color: COLORS.background };
  const dark: Element =
    kind === 'rect' ? { kind, ...pixel, radius: 0 } : { kind, ...pixel, from: 0, to: 1, line: 1 };
  return Array.from({ length: slots }, (_, index) => ({
    ...(parts[index] ?? dark),
    key: `cue${kind}${index}`,
  }));
}

/** The distance of the marks from the edge, in design units. */
const INSET = 2;

interface Marks {
  readonly count: number;
  /** The length of a mark, and the gap between two, as shares of the whole line. */
  readonly share: number;
  readonly gap: number;
  /** In design units. */
  readonly line: number;
}

function marks(frame: Frame, { count, share, gap, line }: Marks): readonly Element[] {
  const gauge = gaugeAt(frame, INSET, line, COLORS.warm);
  const before = (1 - count * share - (count - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const from = before + index * (share + gap);
    return gaugePart(frame, '', gauge, from, from + share);
  }).reduce((all, part) => all.concat(part), []);
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
      return { count: signal, share: 0.1, gap: 0.06, line: 14 };
  }
}
