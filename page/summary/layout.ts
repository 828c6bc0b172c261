import type { Box, Frame } from '../../device/ui/frame';
import { rowAt, units } from '../../device/ui/frame';
import { besideLegs } from '../../device/ui/legs-pair';
import { WEEK_HEIGHT } from '../../device/ui/week-marks';

/** Where the legs and what stands beside them begin, in design units. */
const TOPS = {
  round: { legs: 44, title: 84 },
  square: { legs: 24, title: 56 },
} as const;

/** Height of the one button at the lower edge, in design units. */
const DONE = 76;

/** How far a line of text stays from the edge, in design units. */
const MARGIN = 14;

export type SummaryLayout = ReturnType<typeof layoutSummary>;

/** Where everything is that is seen of a summary at first, in pixels. */
export function layoutSummary(frame: Frame) {
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
    title: column(tops.title, 46),
    minutes: column(tops.title + 44, 62),
    ending: column(tops.title + 105, 36),
    week: column(tops.title + 142, WEEK_HEIGHT),
    more: { x: Math.round(frame.width / 2) - u(22), y: frame.height - u(13), w: u(44), h: u(5) },
  };
}
