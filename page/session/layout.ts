import { lazily } from '../../core/lazily';
import { isChinese } from '../../device/ui/chinese';
import type { Box, Frame } from '../../device/ui/frame';
import { imageSize, lowestBox, readingSize, rowAt, textUnits, units } from '../../device/ui/frame';
import { gaugeAt, lowerThird } from '../../device/ui/gauge';
import { legsBox } from '../../device/ui/legs';
import { SEAT_SIZE } from '../../device/ui/legs-shape';
import { besideBar, MARGIN } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';
import type { Measures } from './measures';
import { measuresFor } from './measures';

export type SessionLayout = ReturnType<typeof layOut>;

/** The line at the edge, and the distance of everything else from the edge of the screen, in design units. */
const EDGE = { inset: 2, line: 14, margin: 17 } as const;

/** A row below the screen, the space between two, and the height of a question of one line, in design units. */
const ROW = { width: 330, height: 84, gap: 12, first: 16, ask: 54 } as const;

/** The space between the two buttons of a pause, in design units: a finger with lotion slips. */
const PAUSE_GAP = 8;

/** The maximum number of rows; the page always has this height, because it would jump if it grew or shrank. */
const ROWS = 7;

/**
 * The positions of everything on the session screen, in pixels; cached for each frame, as they are needed every second.
 */
export function layoutSession(frame: Frame): SessionLayout {
  const known = layouts.get(frame);
  if (known) return known;
  const layout = layOut(frame);
  layouts.set(frame, layout);
  return layout;
}

const layouts = new WeakMap<Frame, SessionLayout>();

/** The width of a time with this many characters, including some space; one of them is a colon. All in pixels. */
export function clockWidth(size: number, characters: number): number {
  return Math.ceil(size * (0.572 * (characters - 1) + 0.46));
}

/** What the parts of a layout are computed from. The numbers in this file are design units. */
function basisOf(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const isLarge = frame.isLarge === true;
  const m = measuresFor(frame);
  const margin = u(EDGE.margin);
  const third = lowerThird(frame);
  const [bandFrom, bandTo] = m.band;
  return {
    ...{ frame, u, isLarge, m, margin, third },
    /** The height of the name of a leg. Its line is empty above the letters. */
    line: u(m.line),
    nameAt: (from: number): Box => ({
      ...rowAt(frame, u(from + m.empty), u(from) + u(m.line), margin),
      ...{ y: u(from), h: u(m.line) },
    }),
    above: ([from, to]: Measures['note'], clear: number): Box =>
      rowAt(frame, third - u(from), third - u(to), clear),
    band: { x: 0, y: third - u(bandFrom), w: frame.width, h: u(bandFrom - bandTo) },
    timeTop: third - u(m.time),
  };
}

type Basis = ReturnType<typeof basisOf>;

/** The session screen. What its first picture does not need is computed on demand. */
function layOut(frame: Frame) {
  const basis = basisOf(frame);
  const { u, isLarge, m, third, band } = basis;
  const { width, height } = frame;
  const isRound = frame.shape === 'round';
  const half = Math.round(height / 2);
  const hurtsTop = height - Math.max(u(TARGET), TARGET);
  const note = lazily(() => basis.above(m.note, u(m.noteMargin)));
  return {
    ...{ third, band, note },
    gauge: { ...gaugeAt(frame, EDGE.inset, EDGE.line, COLORS.key), track: COLORS.track },
    askedLeg: basis.nameAt(m.asked),
    sitting: lazily(() => layOutSitting(basis)),
    step: lazily(() => layOutStep(basis)),
    pause: { x: 0, y: third, w: width, h: height - third },
    ...layOutRows(basis),
    /** In large text a note covers the feet, and a question the zone. */
    isLarge,
    hint: (index: number): Box => {
      const top = third + u(isLarge ? 12 + 40 * index : 30 * index);
      // The lower ones have the mark of a key beside them.
      const clear = isLarge ? (isRound ? 12 - 2 * index : 15) : index > 0 ? 26 : 22;
      const row = rowAt(frame, top, top + u(isLarge ? 33 : 32), u(clear));
      return isLarge ? { ...row, h: u(40) } : row;
    },
    answer: () => rowAt(frame, third + u(2), third + u(92), u(12)),
    /** Latin letters stand slightly higher, since they reach further below the middle than above it. */
    bandText: (words: string): Box => ({
      ...note(),
      ...{ y: band.y - u(isChinese(words) ? 3 : 5), h: band.h + u(6) },
    }),
    /** Chinese characters are moved down as far as Latin letters are, away from the feet. */
    noteText: (words: string): Box => {
      const box = note();
      return isChinese(words) ? { ...box, y: box.y + u(3) } : box;
    },
    leave: () => rowAt(frame, u(isLarge && isRound ? 84 : 66), third - u(m.note[0] + 10), u(EDGE.margin + 6)),
    leaveHow: (): Box => basis.above([m.note[0] + 8, m.note[1] + 8], u(m.noteMargin)),
    /** It lies above the other buttons of a pause, and is still the larger one. */
    resume: (): Box => {
      const y = band.y + band.h + u(isLarge ? 1 : isRound ? 2 : 4);
      // On the smallest screen large text leaves no room between them.
      const h = Math.max(hurtsTop - u(PAUSE_GAP) - y, Math.min(u(TARGET), hurtsTop - u(1) - y));
      // Its ends are round, so the edge may be nearer where it is lower.
      const { x, w } = besideBar(rowAt(frame, y, y + h - Math.round(h / 3), u(MARGIN[frame.shape])), frame);
      return { x, y, w, h };
    },
    hurts: (): Box => ({ x: 0, y: hurtsTop, w: width, h: height - hurtsTop }),
    lock: () => lowestBox(frame, u(isRound ? 220 : 230), u(60), u(isRound ? 4 : 10)),
    word: () => rowAt(frame, half - u(m.word / 2), half + u(m.word / 2), basis.margin),
    marks: { small: u(4), zone: u(6), large: u(9), line: u(2) },
    sizes: sizesOf(basis),
  };
}

/** While the person sits down: a picture and the clock next to it. */
function layOutSitting({ frame, u, isLarge, m, margin, line, nameAt, band, timeTop }: Basis) {
  const { width, shape } = frame;
  const titleTop = u(m.prepare + m.title);
  const seatSize = imageSize(frame, SEAT_SIZE[shape]);
  const seatTop = titleTop + u(m.seat);
  const seatRow = rowAt(frame, seatTop, seatTop + seatSize.h, margin);
  const besideSeat = seatSize.w + u(4) + clockWidth(u(m.countdown), 4);
  // Centred, unless that left no room for the time of a whole session.
  const clockX = Math.min(
    Math.round((width - besideSeat) / 2) + seatSize.w + u(4),
    seatRow.x + seatRow.w - u(190),
  );
  return {
    leg: nameAt(m.prepare),
    title: {
      ...rowAt(frame, titleTop + u(m.empty), titleTop + line, u(m.titleMargin)),
      y: titleTop,
      h: line,
    },
    seat: { x: clockX - u(4) - seatSize.w, y: seatTop },
    time: {
      ...{ x: clockX, y: seatTop + Math.round((seatSize.h - u(94)) / 2) },
      ...{ w: seatRow.x + seatRow.w - clockX, h: u(94) },
    },
    question: () =>
      isLarge
        ? rowAt(frame, titleTop + line, band.y, u(EDGE.margin + 4))
        : rowAt(frame, timeTop, timeTop + u(94), u(EDGE.margin + 14)),
  };
}

/** In a step: the legs, and a column next to them. */
function layOutStep({ frame, u, isLarge, m, margin, line, band, timeTop }: Basis) {
  const picture = legsBox(frame);
  const legsTop = u(m.legs);
  const besideLegs = u(EDGE.inset + EDGE.line) + 1;
  const legs = { x: rowAt(frame, legsTop, legsTop + picture.h, besideLegs).x, y: legsTop };
  const column = legs.x + picture.w + u(m.beside);
  const inColumn = (y: number, h: number, clear = margin): Box => {
    const row = rowAt(frame, y, y + h, clear);
    return { x: column, y, w: row.x + row.w - column, h };
  };
  const time = inColumn(timeTop, u(94));
  const zoneTop = u(m.zone);
  return {
    legs,
    // Above its letters a line is empty.
    leg: { ...inColumn(u(m.leg + m.empty), line - u(m.empty)), y: u(m.leg), h: line },
    // A name that fills the line has it to itself, and then stands in the middle of the box.
    zone: { ...inColumn(zoneTop + u(18), u(84)), y: zoneTop, h: u(114) },
    // The figures stand in the middle of what can be touched.
    time: { ...time, x: column - u(8), w: time.w + u(8) },
    question: () =>
      isLarge
        ? inColumn(zoneTop + u(10), band.y - zoneTop - u(10))
        : inColumn(timeTop, u(94), u(EDGE.margin + 8)),
  };
}

/** The rows below the screen. */
function layOutRows({ frame, u, m, margin }: Basis) {
  const { width, height } = frame;
  const [first, step] = [height + u(ROW.first), u(ROW.height + ROW.gap)];
  const rowTop = (index: number): number => first + index * step;
  const rowWidth = Math.min(u(ROW.width), width - 2 * margin);
  const [x, h] = [Math.round((width - rowWidth) / 2), u(ROW.height)];
  const row = (index: number): Box => ({ x, y: rowTop(index), w: rowWidth, h });
  const lastRow = lazily(() => lowestBox(frame, rowWidth, h, margin));
  return {
    ...{ row, lastRow },
    /** The question is close to its first answer, and clear of the round edge. */
    ask: (index: number, isShort: boolean): Box => {
      const h = u(isShort ? ROW.ask : m.ask);
      return { ...row(index), y: rowTop(index + 1) - u(ROW.gap) - h, h };
    },
    /** The end of the page, and its end with advice below the rows. */
    pageEnd: () => rowTop(ROWS - 1) + height - lastRow().y,
    advice: (): Box => ({ ...row(ROWS), h: u(m.advice) }),
    adviceEnd: () => rowTop(ROWS) + u(m.advice) + height - lowestBox(frame, rowWidth, 0, margin).y,
  };
}

function sizesOf({ frame, u, m, isLarge }: Basis) {
  const t = (size: number): number => textUnits(frame, size);
  const zone = t(SIZES.zone);
  // These grow to the size of a zone, which is the largest text.
  const large = Math.min(t(40), zone);
  return {
    ...{ leg: t(SIZES.title), zone, time: u(m.countdown), longTime: u(m.longTime) },
    ...{
      note: t(28),
      button: t(44),
      row: t(34),
      band: Math.max(u(28), t(SIZES.small)),
      word: t(SIZES.small),
      key: t(SIZES[readingSize(frame)]),
      answer: isLarge ? t(SIZES.small) : u(34),
    },
    ...{ changeLegs: large, leave: large, question: t(isLarge ? SIZES.small : SIZES.body) },
  };
}
