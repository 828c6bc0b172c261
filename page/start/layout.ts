import type { Box, Frame } from '../../device/ui/frame';
import { rowAt, units } from '../../device/ui/frame';
import { legsBox } from '../../device/ui/legs';
import { besideLegs } from '../../device/ui/legs-pair';

/** Where the legs and what is next to them begin, and the height of the button at the lower edge, in design units. */
const TOPS = {
  round: { legs: 38, order: 78, start: 116 },
  square: { legs: 20, order: 32, start: 116 },
} as const;

/** The same in large text, where the words fill the first screen and the legs are below. */
const LARGE = {
  round: { order: 52, stop: 120, start: 128 },
  square: { order: 28, stop: 124, start: 110 },
} as const;

/** The space between the screen and the rows below it, in design units. */
const GAP = 16;

/**
 * Where things begin when a message replaces the legs, and the distance of a line of text from the edge, in design
 * units.
 */
const BARE = { round: { order: 50 }, square: { order: 34 } } as const;
const MARGIN = 8;

export type StartLayout = ReturnType<typeof layPlain>;

/** The positions of everything on the first screen, in pixels. */
export function layoutStart(frame: Frame): StartLayout {
  return frame.isLarge === true ? layLarge(frame) : layPlain(frame);
}

function layLarge(frame: Frame): StartLayout {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const { order: first, stop, start: startHeight } = LARGE[shape];
  const start: Box = { x: 0, y: height - u(startHeight), w: width, h: u(startHeight) };
  const wide = (from: number, to: number): Box => rowAt(frame, from, to, u(MARGIN));
  const last = u(first + 104);
  const stopTop = start.y - u(stop);
  // The upper part of a line is empty above its letters.
  const order = { ...wide(u(first + 12), u(first + 43)), y: u(first), h: u(43) };
  const length = wide(u(first + 43), last);
  const picture = legsBox(frame);
  const legs = { x: Math.round((width - picture.w) / 2), y: height + u(GAP) };
  return {
    ...{ start, order, length, legs },
    slot: wide(last, stopTop),
    stop: wide(stopTop, start.y),
    bare: { order, length, notice: wide(last, stopTop), trouble: wide(u(first + 32), stopTop) },
    locked: { order, length, why: wide(last, stopTop), none: wide(u(first + 12), last) },
    more: moreAt(frame),
    belowAt: legs.y + picture.h + u(GAP) - height,
  };
}

function layPlain(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const tops = TOPS[shape];
  const { legs, column } = besideLegs(frame, tops.legs);
  const start: Box = { x: 0, y: height - u(tops.start), w: width, h: u(tops.start) };
  const row = (top: number, bottom: number): Box => rowAt(frame, top, bottom, u(MARGIN));
  const wide = (from: number, length: number): Box => row(u(from), u(from + length));
  const bare = BARE[shape].order;
  const notice = wide(bare + 104, 96);
  return {
    ...{ legs, start },
    order: column(tops.order, 62),
    length: column(tops.order + 60, 62),
    slot: column(tops.order + 122, 62),
    /** Next to a leg that is crossed out. */
    locked: {
      ...{ order: column(tops.order + 4, 36), length: column(tops.order + 36, 62) },
      ...{ why: column(tops.order + 100, 74), none: column(tops.order, 96) },
    },
    stop: row(start.y - u(102), start.y - u(2)),
    /** A problem or hazard takes the place of the legs. */
    bare: { order: wide(bare, 36), length: wide(bare + 36, 62), notice, trouble: notice },
    more: moreAt(frame),
    /** How far below the screen its rows begin. */
    belowAt: u(GAP),
  };
}

function moreAt(frame: Frame): Box {
  const u = (length: number): number => units(frame, length);
  return { x: Math.round(frame.width / 2) - u(22), y: frame.height - u(13), w: u(44), h: u(5) };
}
