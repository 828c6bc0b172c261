import type { Box, Frame } from '../../device/ui/frame';
import { imageSize, lowestBox, rowAt, units } from '../../device/ui/frame';
import { gaugeAt, lowerThird } from '../../device/ui/gauge';
import { legsBox } from '../../device/ui/legs';
import { SEAT_SIZE } from '../../device/ui/legs-shape';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type SessionLayout = ReturnType<typeof layOut>;

/**
 * From the top down, in design units: where legs, their name, the zone, and what is said while one sits down begin. The zone may take two lines; its
 * box runs a little into that of the time, whose digits have no ink there.
 */
const TOPS = {
  round: { legs: 62, leg: 58, zone: 93, prepare: 46 },
  square: { legs: 32, leg: 30, zone: 68, prepare: 34 },
} as const;

/** The line at the edge, and how far everything else stays from the edge of the screen, in design units. */
const EDGE = { inset: 2, line: 14, margin: 17 } as const;

/** A row below, and the room between two, in design units. */
const ROW = { width: 330, height: 84, gap: 12, first: 16 } as const;

/** The height of the advice below the rows, in design units. */
const ADVICE = 180;

/** The most rows there are below, without that for who is in pain; a page that grew or shrank would jump. */
const ROWS = 6;

/** Where everything on the session screen is, in pixels; worked out once for a frame, as it is asked for each second. */
export function layoutSession(frame: Frame): SessionLayout {
  const known = layouts.get(frame);
  if (known) return known;
  const layout = layOut(frame);
  layouts.set(frame, layout);
  return layout;
}

const layouts = new WeakMap<Frame, SessionLayout>();

/** How wide a time of so many characters is, with room beside it; one of them is a colon. All in pixels. */
export function clockWidth(size: number, characters: number): number {
  return Math.ceil(size * (0.572 * (characters - 1) + 0.46));
}

/** The numbers are design units. */
function layOut(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const tops = TOPS[shape];
  const margin = u(EDGE.margin);
  const third = lowerThird(frame);

  const picture = legsBox(frame);
  const legsTop = u(tops.legs);
  const besideLegs = u(EDGE.inset + EDGE.line) + 1;
  const legs = { x: rowAt(frame, legsTop, legsTop + picture.h, besideLegs).x, y: legsTop };
  const column = legs.x + picture.w + u(8);
  const inColumn = (y: number, h: number, clear = margin): Box => {
    const row = rowAt(frame, y, y + h, clear);
    return { x: column, y, w: row.x + row.w - column, h };
  };
  const note = rowAt(frame, third - u(38), third - u(2), u(EDGE.margin + 5));
  const timeTop = third - u(128);

  const titleTop = u(tops.prepare + 44);
  const seatSize = imageSize(frame, SEAT_SIZE[shape]);
  const seatTop = titleTop + u(58);
  const seatRow = rowAt(frame, seatTop, seatTop + seatSize.h, margin);
  const besideSeat = seatSize.w + u(4) + clockWidth(u(SIZES.countdown), 4);
  // In the middle, unless there would be no room for the time of a whole session.
  const clockX = Math.min(
    Math.round((width - besideSeat) / 2) + seatSize.w + u(4),
    seatRow.x + seatRow.w - u(190),
  );
  const seat = { x: clockX - u(4) - seatSize.w, y: seatTop };

  const rowTop = (index: number): number => height + u(ROW.first) + index * u(ROW.height + ROW.gap);
  const rowWidth = Math.min(u(ROW.width), width - 2 * margin);
  const row = (index: number): Box => ({
    ...{ x: Math.round((width - rowWidth) / 2), y: rowTop(index) },
    ...{ w: rowWidth, h: u(ROW.height) },
  });
  const lastRow = lowestBox(frame, rowWidth, u(ROW.height), margin);
  const half = Math.round(height / 2);
  const gap = u(2);
  const hurtsTop = height - u(TARGET);
  const hintAt = (top: number): Box => rowAt(frame, third + u(top), third + u(top + 30), u(14));

  return {
    ...{ legs, seat, note, third },
    gauge: { ...gaugeAt(frame, EDGE.inset, EDGE.line, COLORS.key), track: COLORS.track },
    // Above its letters a line is empty.
    leg: { ...inColumn(u(tops.leg + 8), u(37)), y: u(tops.leg), h: u(45) },
    // A name that fills the line has it to itself, and then stands in the middle of the box.
    zone: { ...inColumn(u(tops.zone + 18), u(84)), y: u(tops.zone), h: u(114) },
    // The figures stand in the middle of what can be touched.
    time: { ...inColumn(timeTop, u(94)), x: column - u(8), w: inColumn(timeTop, u(94)).w + u(8) },
    prepareLeg: rowAt(frame, u(tops.prepare), u(tops.prepare + 45), margin),
    title: rowAt(frame, titleTop, titleTop + u(45), margin),
    prepareTime: {
      ...{ x: clockX, y: seatTop + Math.round((seatSize.h - u(94)) / 2) },
      ...{ w: seatRow.x + seatRow.w - clockX, h: u(94) },
    },
    pause: { x: 0, y: third, w: width, h: height - third },
    band: { x: 0, y: third - u(42), w: width, h: u(42) },
    ...{ row, lastRow },
    // What is seldom seen is worked out when it is.
    hints: () => [hintAt(0), hintAt(27)] as const,
    question: () => inColumn(timeTop, u(94), u(EDGE.margin + 8)),
    prepareQuestion: () => rowAt(frame, timeTop, timeTop + u(94), u(EDGE.margin + 14)),
    leave: () => rowAt(frame, u(66), third - u(40), u(EDGE.margin + 6)),
    resume: () => ({ ...lowestBox(frame, u(270), u(112), u(10)), y: third + u(8) }),
    /** Where there is something else to press in a pause, going on lies above it, and is still the larger one. */
    resumeAbove: (): Box => {
      const [y, h] = [third + gap, hurtsTop - 2 * gap - third];
      const row = rowAt(frame, y, y + h - Math.round(h / 3), u(10));
      const w = Math.min(row.w, u(ROW.width) + u(30));
      return { x: Math.round((width - w) / 2), y, w, h };
    },
    hurts: { x: 0, y: hurtsTop, w: width, h: height - hurtsTop },
    lock: () => lowestBox(frame, u(230), u(60), u(10)),
    word: () => rowAt(frame, half - u(90), half + u(90), margin),
    /** The question stands close to its first answer, and clear of the round edge. */
    ask: (index: number): Box => ({ ...row(index), y: rowTop(index) + u(30), h: u(ROW.height - 30) }),
    /** Where the page ends below so many rows more than there always are, and with advice below them. */
    pageEnd: (more: number) => rowTop(ROWS + more - 1) + height - lastRow.y,
    advice: (more: number): Box => ({ ...row(ROWS + more), h: u(ADVICE) }),
    adviceEnd: (more: number) =>
      rowTop(ROWS + more) + u(ADVICE) + height - lowestBox(frame, rowWidth, 0, margin).y,
    more: { x: Math.round(width / 2) - u(22), y: height - u(13), w: u(44), h: u(5) },
    marks: { small: u(4), zone: u(6), large: u(9), line: u(2) },
    sizes: {
      ...{ leg: u(SIZES.title), zone: u(SIZES.zone), time: u(SIZES.countdown), note: u(28) },
      ...{ button: u(44), row: u(34), band: u(32), word: u(SIZES.small), question: u(SIZES.small) },
      ...{ changeLegs: u(40), longTime: u(72), leave: u(40) },
    },
  };
}
