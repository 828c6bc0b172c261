import type { Box, Frame } from '../../device/ui/frame';
import { rowAt, units } from '../../device/ui/frame';
import { besideLegs } from '../../device/ui/legs-pair';

/** Where the legs and what stands beside them begin, and how high the one button at the lower edge is, in design units. */
const TOPS = {
  round: { legs: 44, order: 84, start: 138 },
  square: { legs: 22, order: 34, start: 138 },
} as const;

/** Where things begin when there is something else to say than the legs, and how far a line of text stays from the edge, in design units. */
const BARE = { round: { order: 50 }, square: { order: 34 } } as const;
const MARGIN = 8;

export type StartLayout = ReturnType<typeof layoutStart>;

/** Where everything is that is seen of the start screen at first, in pixels. */
export function layoutStart(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const tops = TOPS[shape];
  const { legs, column } = besideLegs(frame, tops.legs);
  const start: Box = { x: 0, y: height - u(tops.start), w: width, h: u(tops.start) };
  const row = (top: number, bottom: number): Box => rowAt(frame, top, bottom, u(MARGIN));
  const wide = (from: number, length: number): Box => row(u(from), u(from + length));
  const above = (from: number): Box => row(start.y - u(from), start.y - u(from - 30));
  const bare = BARE[shape].order;
  return {
    ...{ legs, start },
    order: column(tops.order, 62),
    length: column(tops.order + 62, 62),
    slot: column(tops.order + 126, 70),
    /** Beside a leg that is crossed out. */
    locked: {
      ...{ order: column(tops.order - 6, 40), length: column(tops.order + 30, 62) },
      ...{ why: column(tops.order + 98, 74), none: column(tops.order - 6, 96) },
    },
    stop: [above(64), above(35)] as const,
    /** Where something went wrong, or is in the way, it takes the place of the legs. */
    bare: { order: wide(bare, 36), length: wide(bare + 36, 62), notice: wide(bare + 104, 96) },
    more: { x: Math.round(width / 2) - u(22), y: height - u(13), w: u(44), h: u(5) },
  };
}
