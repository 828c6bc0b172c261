import type { Box, Frame } from '../../device/ui/frame';
import { rowAt, units } from '../../device/ui/frame';
import { legsBox } from '../../device/ui/legs';
import { besideLegs } from '../../device/ui/legs-pair';
import { besideBar, MARGIN } from '../../device/ui/stack';

/**
 * Where things begin, and the height of the button at the lower edge, in design units. When not to massage comes first,
 * and what a session will be comes last, so that Start answers that and not the warning.
 */
const TOPS = {
  round: { legs: 90, sign: 62, order: 244, start: 116 },
  square: { legs: 36, sign: 30, order: 222, start: 116 },
} as const;

/** The same if something takes the place of the legs. */
const BARE = {
  round: { sign: 47, empty: 0, width: 256, notice: 184, order: 265 },
  square: { sign: 14, empty: 6, width: 360, notice: 144, order: 230 },
} as const;

/** The same in large text, where the words fill the first screen and the legs are below. */
const LARGE = {
  round: { sign: 50, empty: 20, width: 316, notice: 214, length: 288, start: 128 },
  square: { sign: 20, empty: 16, width: 360, notice: 186, length: 274, start: 110 },
} as const;

/** The heights of the line with the order and of the length of a session, in design units. */
const LINE = { order: 34, length: 62 } as const;

/** The space between the screen and the rows below it, in design units. */
const GAP = 16;

export type StartLayout = ReturnType<typeof layPlain>;

/** The positions of everything on the first screen, in pixels. */
export function layoutStart(frame: Frame): StartLayout {
  return frame.isLarge === true ? layLarge(frame) : layPlain(frame);
}

function layLarge(frame: Frame): StartLayout {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const tops = LARGE[shape];
  const start: Box = { x: 0, y: height - u(tops.start), w: width, h: u(tops.start) };
  const wide = (from: number, to: number): Box => rowAt(frame, from, to, u(MARGIN[shape]));
  const notice = u(tops.notice);
  const last = u(tops.length);
  const sign = signBox(frame, tops, tops.notice);
  const length = wide(last, start.y);
  const order = wide(last - u(43), last);
  const picture = legsBox(frame);
  const legs = { x: Math.round((width - picture.w) / 2), y: height + u(GAP) };
  const place = wide(notice, notice + u(76));
  return {
    ...{ start, sign, order, length, legs },
    bare: { sign, order, length, notice: place, trouble: wide(notice, start.y) },
    locked: { plan: length, why: besideBar(place, frame), none: wide(notice, start.y) },
    belowAt: legs.y + picture.h + u(GAP) - height,
  };
}

function layPlain(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const [tops, bare] = [TOPS[shape], BARE[shape]];
  const { legs, end, column } = besideLegs(frame, tops.legs);
  const start: Box = { x: 0, y: height - u(tops.start), w: width, h: u(tops.start) };
  const wide = (from: number, length: number): Box =>
    rowAt(frame, u(from), u(from + length), u(MARGIN[shape]));
  const notice = wide(bare.notice, 78);
  return {
    ...{ legs, start },
    sign: column(tops.sign, tops.order - tops.sign - 6),
    order: column(tops.order, LINE.order),
    length: column(tops.order + LINE.order, LINE.length),
    /** With a leg that is crossed out. */
    locked: {
      ...{ why: besideBar(column(tops.order - 4, 72), frame), none: column(tops.order, 96) },
      plan: rowAt(frame, Math.max(end, u(tops.order + 70)), start.y - u(6), u(MARGIN[shape])),
    },
    /** A problem or hazard takes the place of the legs. */
    bare: {
      ...{ sign: signBox(frame, bare, bare.notice - 4), notice },
      trouble: shape === 'square' ? wide(bare.notice - 3, 91) : notice,
      order: wide(bare.order, LINE.order),
      length: wide(bare.order + LINE.order - 2, LINE.length),
    },
    /** How far below the screen its rows begin. */
    belowAt: u(GAP),
  };
}

/**
 * The box of the sign above what ends at `end`. The upper part of a line is `empty` above its letters. It is no wider
 * than its lines need, so that the last one is no single word.
 */
function signBox(
  frame: Frame,
  { sign, empty, width }: { readonly sign: number; readonly empty: number; readonly width: number },
  end: number,
): Box {
  const u = (length: number): number => units(frame, length);
  const box = rowAt(frame, u(sign + empty), u(end), u(MARGIN[frame.shape]));
  const w = Math.min(box.w, u(width));
  return { x: box.x + Math.round((box.w - w) / 2), y: u(sign), w, h: u(end) - u(sign) };
}
