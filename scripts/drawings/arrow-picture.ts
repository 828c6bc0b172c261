import type { Leg } from '../../core/body';
import { ARROW_SIZE } from '../../device/ui/legs-shape';
import type { Drawing } from './surface';
import { css, draw } from './surface';

const INK = 0xffffff;
const RIM = 0x000000;

/** The thickness of the line, and of the black outline that sets it off from the legs, in pixels of the drawing. */
const LINE = 11;
const AROUND = 9;

/** An arrow from the middle of one leg to the middle of the other. */
export function arrowPicture(to: Leg): Drawing {
  const { w, h } = ARROW_SIZE;
  const paints = [
    { color: RIM, alpha: 0 },
    { color: RIM, alpha: 0xff },
    { color: INK, alpha: 0xff },
  ];
  return draw(w, h, paints, (context) => {
    if (to === 'left') {
      context.translate(w, 0);
      context.scale(-1, 1);
    }
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const [color, width] of [
      [RIM, LINE + 2 * AROUND],
      [INK, LINE],
    ] as const) {
      context.strokeStyle = css(color);
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(16, h / 2);
      context.lineTo(w - 18, h / 2);
      context.moveTo(w - 34, h / 2 - 14);
      context.lineTo(w - 18, h / 2);
      context.lineTo(w - 34, h / 2 + 14);
      context.stroke();
    }
  });
}
