/** All screens of one scene side by side. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';

/** Space between two drawings, in pixels. */
const GAP = 12;

/** One row of drawings on nothing, in the middle of its height. */
export function sheetOf(drawings: readonly Canvas[]): Canvas {
  const width = drawings.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const height = Math.max(...drawings.map((drawing) => drawing.height));
  const sheet = createCanvas(width, height);
  const brush = sheet.getContext('2d');
  let left = 0;
  for (const drawing of drawings) {
    brush.drawImage(drawing, left, Math.round((height - drawing.height) / 2));
    left += drawing.width + GAP;
  }
  return sheet;
}
