import type { Element } from './element';
import type { Box, Frame } from './frame';
import { highestBox, rowAt, units } from './frame';

/** A row of a page, in pixels. Without a width it is as wide as the screen is there. */
export interface Row<Action> {
  readonly height: number;
  readonly width?: number;
  readonly make?: (box: Box) => readonly Element<Action>[];
  /** Present if it is a button: `key` is the main one. */
  readonly look?: 'key' | 'chosen' | 'plain';
  /** The row over the whole lower edge of the first screen, where the page would otherwise begin without it. */
  readonly foot?: (box: Box) => readonly Element<Action>[];
  /** Whether it is there and at its own place as well, if that is below the first screen. */
  readonly isAlsoInSight?: boolean;
}

/** The distance of rows from the edge of the screen, in design units; at the side of a square one is the scroll bar. */
export const MARGIN = { round: 8, square: 14 } as const;

/** How much narrower a button is than a text at most, in design units: it would seem to touch the scroll bar. */
const BUTTON_SPARE = { round: 0, square: 4 } as const;

/** The part of a box as wide as the screen allows that a button may take. */
export function besideBar(box: Box, frame: Frame): Box {
  const spare = units(frame, BUTTON_SPARE[frame.shape]);
  return { ...box, x: box.x + Math.round(spare / 2), w: box.w - spare };
}

/** The height of a row at the lower edge, in design units. */
export const FOOT = 76;

/** The step, in design units, in which the first screen is moved from the middle until it fits. */
const STEP = 6;

/**
 * Rows one below the other, centred on the screen; if they are higher than the screen, a page that scrolls. The first
 * row is placed where it has `firstWidth`, the last one where it has its own width, and everything keeps `margin` from
 * the edge.
 *
 * Before scrolling, the edge cuts through no row: those that do not have their width there (or `firstWidth`, without
 * one of their own) begin below the screen.
 */
export function stack<Action>(
  frame: Frame,
  firstWidth: number,
  margin: number,
  rows: readonly Row<Action>[],
): readonly Element<Action>[] {
  const edgeFor = (width: number): number => highestBox(frame, width, 0, margin).y;
  let top = edgeFor(firstWidth);
  while (frame.isLarge === true && isNarrow(frame, margin, rows, top)) top += units(frame, STEP);
  const bottom = edgeFor(rows[rows.length - 1]?.width ?? firstWidth);
  const spare = frame.height - (top + heightOf(rows) + bottom);
  if (spare >= 0) return placed(frame, margin, rows, top + Math.round(spare / 2), frame.height);

  const lowest = frame.height - margin;
  const isSeen = (row: Row<Action>, y: number): boolean => {
    const end = y + row.height;
    // A row in the upper half cannot be scrolled to a better position.
    if (y + end < frame.height) return true;
    const needed = Math.min(row.width ?? firstWidth, frame.width - 2 * margin);
    return end <= lowest && rowAt(frame, y, end, margin).w >= needed;
  };
  const seenFrom = (from: number) => {
    let [count, end] = [0, from];
    for (const row of rows) {
      if (row.make && !isSeen(row, end)) break;
      count += 1;
      end += row.height;
    }
    return { count, end };
  };
  const { count, end } = seenFrom(top);
  let start = top + Math.max(0, Math.floor((frame.height - end - top) / 2));
  while (start > top && seenFrom(start).count < count) start = Math.max(top, start - units(frame, STEP));
  const withFoot = footed(frame, firstWidth, margin, rows, count);
  if (withFoot) return withFoot;
  const below = rows.slice(count);
  const pageHeight = frame.height + heightOf(below) + bottom;
  return [
    ...placed(frame, margin, rows.slice(0, count), start, frame.height),
    ...placed(frame, margin, below, frame.height, pageHeight),
    footAt(pageHeight),
    { kind: 'scrollBar', key: 'scrollBar' },
  ];
}

/** Whether a row that lies in the upper half of the screen has less than its width there. */
function isNarrow<Action>(
  frame: Frame,
  margin: number,
  rows: readonly Row<Action>[],
  start: number,
): boolean {
  let y = start;
  return rows.some(({ height, width = 0, make }) => {
    const end = y + height;
    const isUpper = make !== undefined && y + end < frame.height;
    const isTooNarrow = isUpper && rowAt(frame, y, end, margin).w < Math.min(width, frame.width - 2 * margin);
    y = end;
    return isTooNarrow;
  });
}

/**
 * The page with a button at its foot: the first main one that would not be among the `count` rows in sight, or else the
 * last row, if that is the way out. Where not all that comes before has room above, the rest of it is below,
 * unless the button only ends a list. Undefined without such a button.
 */
function footed<Action>(
  frame: Frame,
  firstWidth: number,
  margin: number,
  rows: readonly Row<Action>[],
  count: number,
): readonly Element<Action>[] | undefined {
  const last = rows.length - 1;
  const wanted = rows.findIndex(({ look, foot }, index) => index >= count && look === 'key' && foot);
  const main = wanted < 0 ? last : wanted;
  const make = rows[main]?.foot;
  if (!make) return undefined;
  const footTop = frame.height - units(frame, FOOT);
  const fits = (head: readonly Row<Action>[], start: number): boolean => {
    let y = start;
    return head.every(({ height, width, make }) => {
      const { w } = rowAt(frame, y, y + height, margin);
      y += height;
      return !make || w >= Math.min(width ?? firstWidth, frame.width - 2 * margin);
    });
  };
  const step = units(frame, STEP) / 2;
  const isTwice = rows[main]?.isAlsoInSight === true;
  // A button that only ends a list stays at its end.
  const least = isTwice || rows.slice(main + 1).some(({ make }) => make) ? 1 : main;
  for (let shown = main; shown >= least; shown -= 1) {
    const head = rows.slice(0, shown);
    const starts: number[] = [];
    for (let start = margin; start + heightOf(head) <= footTop - margin; start += step)
      if (fits(head, start)) starts.push(start);
    const start = starts[Math.floor(starts.length / 2)];
    if (start === undefined) continue;
    // The way out must not push what the page is for out of sight.
    if (rows.slice(shown, main).some(({ look, foot }) => look === 'key' && foot))
      return footed(frame, firstWidth, margin, rows, shown);
    const isLeft = isTwice && shown < main;
    const rest = [...rows.slice(shown, isLeft ? main + 1 : main), ...rows.slice(main + 1)];
    return [
      ...placed(frame, margin, head, start, frame.height),
      ...make({ x: 0, y: footTop, w: frame.width, h: frame.height - footTop }).map((element) =>
        isLeft ? { ...element, key: `${element.key}InSight` } : element,
      ),
      ...(rest.length === 0
        ? []
        : [...below(frame, 2 * margin, margin, rest), { kind: 'scrollBar', key: 'scrollBar' } as const]),
    ];
  }
  return undefined;
}

/**
 * Rows that begin `gap` pixels below the screen, for a page whose first screen is laid out separately. The last one can
 * be scrolled to where it has its own width.
 */
export function below<Action>(
  frame: Frame,
  gap: number,
  margin: number,
  rows: readonly Row<Action>[],
): readonly Element<Action>[] {
  const last = rows[rows.length - 1];
  const bottom = highestBox(frame, last?.width ?? frame.width / 2, 0, margin).y;
  const top = frame.height + gap;
  const pageHeight = top + heightOf(rows) + bottom;
  return [...placed(frame, margin, rows, top, pageHeight), footAt(pageHeight)];
}

/** An invisible pixel at the end of the page, so that it can be scrolled that far. */
function footAt(pageHeight: number): Element {
  return { kind: 'rect', key: 'foot', x: 0, y: pageHeight - 1, w: 1, h: 1, radius: 0, color: 0 };
}

function heightOf(rows: readonly Pick<Row<never>, 'height'>[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

/** Rows from `from` on, each as wide as possible at the position where it is read best on a page of this height. */
function placed<Action>(
  frame: Frame,
  margin: number,
  rows: readonly Row<Action>[],
  from: number,
  pageHeight: number,
): readonly Element<Action>[] {
  const elements: Element<Action>[] = [];
  let y = from;
  for (const { height, width, look, make } of rows) {
    if (make) {
      const seenAt = onScreen(frame, pageHeight, y, height);
      const row = rowAt(frame, seenAt, seenAt + height, margin);
      const widest = (look ? besideBar(row, frame) : row).w;
      const w = width === undefined ? widest : Math.min(width, widest);
      elements.push(...make({ x: Math.round((frame.width - w) / 2), y, w, h: height }));
    }
    y += height;
  }
  return elements;
}

/** The position on the screen where a row of a page is read best: as near to the middle as scrolling brings it. */
function onScreen(frame: Frame, pageHeight: number, y: number, height: number): number {
  const middle = Math.round((frame.height - height) / 2);
  return y - Math.min(Math.max(0, y - middle), pageHeight - frame.height);
}
