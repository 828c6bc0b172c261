import type { Element } from './element';
import type { Box, Frame } from './frame';
import { highestBox, rowAt } from './frame';

/** One row of a page, in pixels. Without a width it is as wide as the screen is there. */
export interface Row<Action> {
  readonly height: number;
  readonly width?: number;
  readonly make?: (box: Box) => readonly Element<Action>[];
}

/**
 * Rows one below the other, in the middle of the screen; or, when they are higher than the screen, as a page that
 * scrolls. The first row is put where it has `firstWidth`, the last one where it has its own width, and everything stays
 * `margin` clear of the edge.
 */
export function stack<Action>(
  frame: Frame,
  firstWidth: number,
  margin: number,
  rows: readonly Row<Action>[],
): readonly Element<Action>[] {
  const edgeFor = (width: number): number => highestBox(frame, width, 0, margin).y;
  const top = edgeFor(firstWidth);
  const bottom = edgeFor(rows[rows.length - 1]?.width ?? firstWidth);
  const height = top + rows.reduce((sum, row) => sum + row.height, 0) + bottom;
  const pageHeight = Math.max(frame.height, height);
  let y = top + Math.round((pageHeight - height) / 2);
  const elements = rows.reduce<readonly Element<Action>[]>((all, row) => {
    const seenAt = onScreen(frame, pageHeight, y, row.height);
    const widest = rowAt(frame, seenAt, seenAt + row.height, margin);
    const w = Math.min(row.width ?? widest.w, widest.w);
    const box = { x: Math.round((frame.width - w) / 2), y, w, h: row.height };
    y += row.height;
    return row.make ? all.concat(row.make(box)) : all;
  }, []);
  if (pageHeight === frame.height) return elements;
  const foot = { x: 0, y: pageHeight - 1, w: 1, h: 1, radius: 0, color: 0 };
  return elements.concat({ kind: 'rect', key: 'foot', ...foot });
}

/** Where on the screen a row of a page can be read best: as near to the middle as scrolling brings it. */
function onScreen(frame: Frame, pageHeight: number, y: number, height: number): number {
  const middle = Math.round((frame.height - height) / 2);
  return y - Math.min(Math.max(0, y - middle), pageHeight - frame.height);
}
