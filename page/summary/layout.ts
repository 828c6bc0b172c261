import type { Box, Frame } from '../../device/ui/frame';
import { rowAt, units } from '../../device/ui/frame';
import { legsBox } from '../../device/ui/legs';
import { besideLegs } from '../../device/ui/legs-pair';
import { WEEK_HEIGHT } from '../../device/ui/week-marks';

/** Where the legs and what is next to them begin, in design units. */
const TOPS = {
  round: { legs: 44, title: 84 },
  square: { legs: 24, title: 56 },
} as const;

/** The height of the button at the lower edge, in design units. */
const DONE = 76;

/** The distance of a line of text from the edge, in design units. */
const MARGIN = 14;

/** Where the title begins in large text, where the words fill the first screen and the legs are below. */
const LARGE = {
  round: { title: 64, width: 480, cues: { short: [0, 42], long: [0, 80] } },
  square: { title: 26, width: 330, cues: { short: [0, 80], long: [0, 122] } },
} as const;

/** The space between the screen and what is below it, in design units. */
const GAP = 16;

export type SummaryLayout = ReturnType<typeof layPlain>;

/** The positions of everything on the first screen of a summary, in pixels. */
export function layoutSummary(frame: Frame): SummaryLayout {
  return frame.isLarge === true ? layLarge(frame) : layPlain(frame);
}

function layLarge(frame: Frame): SummaryLayout {
  const u = (length: number): number => units(frame, length);
  const plain = layPlain(frame);
  const { title: top, width, cues } = LARGE[frame.shape];
  const { w, h } = legsBox(frame);
  const row = (from: number, height: number): Box => rowAt(frame, u(from), u(from + height), u(MARGIN));
  const legs = { x: Math.round(frame.width / 2) - w - u(GAP), y: frame.height + u(GAP) };
  const under = (from: number, height: number): Box => {
    const y = u(top + 114 + from);
    const row = rowAt(frame, y, Math.min(y + u(height), plain.done.y), u(MARGIN));
    const w = Math.min(row.w, u(width));
    return { ...row, x: Math.round((frame.width - w) / 2), w };
  };
  return {
    ...{ ...plain, legs, under },
    title: { ...row(top + 15, 34), y: u(top), h: u(60) },
    minutes: row(top + 52, 62),
    ending: row(top + 114, 0),
    week: { x: Math.round(frame.width / 2), y: legs.y + Math.round((h - u(WEEK_HEIGHT)) / 2), w, h },
    cues,
    sync: 200,
    belowAt: u(GAP) + h + u(GAP),
  };
}

function layPlain(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const tops = TOPS[frame.shape];
  const { legs, end, column } = besideLegs(frame, tops.legs);
  const done: Box = { x: 0, y: frame.height - u(DONE), w: frame.width, h: u(DONE) };
  const under = (from: number, height: number): Box => {
    const y = end + u(from);
    return rowAt(frame, y, Math.min(y + u(height), done.y), u(MARGIN));
  };
  return {
    ...{ legs, done, under },
    /** Where the text about the cues begins under the legs, and its height, in design units. */
    cues: { short: [6, 42], long: [0, 65] } as Readonly<Record<'short' | 'long', readonly [number, number]>>,
    /** The height of the text about the exchange with the phone, in design units. */
    sync: 66,
    /** How far below the screen its rows begin. */
    belowAt: u(GAP),
    title: column(tops.title, 46),
    minutes: column(tops.title + 44, 62),
    ending: column(tops.title + 105, 36),
    week: column(tops.title + 142, WEEK_HEIGHT),
  };
}
