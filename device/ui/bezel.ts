import type { Signal } from '../../core/cue/cue';
import type { Element } from './element';
import type { Frame, ScreenShape } from './frame';
import { gaugeAt, gaugePart } from './gauge';
import { COLORS } from './theme';

/**
 * A cue made visible at the edge of the screen, in the form in which it is felt: a zone is as many short marks as its
 * number, changing legs two long ones, the end three, and a light touch one thin line all along. They lie where the gauge does. The elements are the
 * same whichever cue is lit, or none, so that a cue puts nothing in front of a button.
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

/** It is asked for each second. */
const unlit = new WeakMap<Frame, readonly Element[]>();

/** The most pieces of each kind that the marks of a cue have. */
const SLOTS: Readonly<Record<ScreenShape, { readonly arc: number; readonly rect: number }>> = {
  round: { arc: 5, rect: 0 },
  square: { arc: 4, rect: 7 },
};

/** As many elements of a kind as there are slots: those that are lit, then pixels in the corner that no screen has. */
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

/** How far the marks lie inside the edge, in design units. */
const INSET = 2;

interface Marks {
  readonly count: number;
  /** Of the whole way: how long a mark is, and what is left free between two. */
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
