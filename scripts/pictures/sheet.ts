/** Several drawings on one sheet. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';

/** The space between two drawings, in pixels. */
const GAP = 12;

/**
 * How a scene on all watches is shown: in rows that fit on a page of the documentation, at half the size in pixels,
 * which is larger than on a wrist.
 */
export const ARRANGEMENT = { columns: 3, scale: 0.5 } as const;

/** Drawings in `columns` columns, each centred in a cell as large as the largest of them. */
export function sheetOf(drawings: readonly Canvas[], columns: number): Canvas {
  const cell = {
    width: Math.max(...drawings.map(({ width }) => width)) + GAP,
    height: Math.max(...drawings.map(({ height }) => height)) + GAP,
  };
  const rows = Math.ceil(drawings.length / columns);
  const sheet = createCanvas(cell.width * columns, cell.height * rows);
  const brush = sheet.getContext('2d');
  drawings.forEach((drawing, index) => {
    const left = (index % columns) * cell.width + Math.round((cell.width - drawing.width) / 2);
    const top = Math.floor(index / columns) * cell.height + Math.round((cell.height - drawing.height) / 2);
    brush.drawImage(drawing, left, top);
  });
  return sheet;
}
