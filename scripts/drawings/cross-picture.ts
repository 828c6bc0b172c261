import { CROSS_SIZE } from '../../device/ui/legs-shape';
import { COLORS } from '../../device/ui/theme';
import type { Drawing } from './surface';
import { css, draw } from './surface';

/** The thickness of a line, and of the black outline that sets it off from the leg, in pixels of the drawing. */
const LINE = 8;
const AROUND = 5;

/** Two lines across a leg that must not be massaged. */
export function crossPicture(): Drawing {
  const { w, h } = CROSS_SIZE;
  const paints = [
    { color: COLORS.background, alpha: 0 },
    { color: COLORS.background, alpha: 0xff },
    { color: COLORS.warm, alpha: 0xff },
  ];
  const edge = LINE / 2 + AROUND;
  return draw(w, h, paints, (context) => {
    context.lineCap = 'round';
    for (const [color, width] of [
      [COLORS.background, LINE + 2 * AROUND],
      [COLORS.warm, LINE],
    ] as const) {
      context.strokeStyle = css(color);
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(edge, edge);
      context.lineTo(w - edge, h - edge);
      context.moveTo(w - edge, edge);
      context.lineTo(edge, h - edge);
      context.stroke();
    }
  });
}
