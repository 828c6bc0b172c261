import { VEIN_SIZE } from '../../device/ui/legs-shape';
import { COLORS } from '../../device/ui/theme';
import type { Drawing } from './surface';
import { css, draw } from './surface';

/** The thickness of the line, and of the black outline that sets it off from any colour, in pixels of the drawing. */
const LINE = 4;
const AROUND = 3;

/** A winding line: a vein to go around. */
export function veinPicture(): Drawing {
  const { w, h } = VEIN_SIZE;
  const paints = [
    { color: COLORS.background, alpha: 0 },
    { color: COLORS.background, alpha: 0xff },
    { color: COLORS.text, alpha: 0xff },
  ];
  const edge = LINE / 2 + AROUND;
  const middle = w / 2;
  return draw(w, h, paints, (context) => {
    context.lineCap = 'round';
    for (const [color, width] of [
      [COLORS.background, LINE + 2 * AROUND],
      [COLORS.text, LINE],
    ] as const) {
      context.strokeStyle = css(color);
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(middle, edge);
      context.bezierCurveTo(w, h * 0.33, 0, h * 0.67, middle, h - edge);
      context.stroke();
    }
  });
}
