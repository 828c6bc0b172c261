import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Leg } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import { LEGS_SIZE, ZONE_BANDS } from '../../device/ui/legs-shape';
import { COLORS } from '../../device/ui/theme';
import { DRAWING_HEIGHT, DRAWING_WIDTH, LEG_OUTLINE } from './leg';
import type { Drawing } from './surface';
import { css, draw, traceSmooth } from './surface';

/** The width of the other leg's rim, and of the line between two zones. */
const RIM = 3.5;
const SEAM = 2.5;

/** Both legs as one picture to touch: the one in hand bright, the other an outline. */
export function signPicture(leg: Leg): Drawing {
  const paints = [
    { color: 0, alpha: 0 },
    { color: COLORS.key, alpha: 0xff },
    { color: COLORS.grey, alpha: 0xff },
  ];
  return draw(LEGS_SIZE.w, LEGS_SIZE.h, paints, (context) => {
    context.scale(LEGS_SIZE.w / DRAWING_WIDTH, LEGS_SIZE.h / DRAWING_HEIGHT);
    for (const side of LEGS) {
      context.save();
      if (side === 'right') {
        context.translate(DRAWING_WIDTH, 0);
        context.scale(-1, 1);
      }
      traceSmooth(context, LEG_OUTLINE);
      if (side === leg) paintBright(context);
      else paintRim(context);
      context.restore();
    }
  });
}

function paintBright(context: SKRSContext2D): void {
  context.fillStyle = css(COLORS.key);
  context.fill();
  context.globalCompositeOperation = 'destination-out';
  for (const zone of ZONES) {
    const y = ZONE_BANDS[zone].top * DRAWING_HEIGHT;
    if (y > 0) context.fillRect(0, y - SEAM / 2, DRAWING_WIDTH / 2, SEAM);
  }
}

function paintRim(context: SKRSContext2D): void {
  context.clip();
  context.strokeStyle = css(COLORS.grey);
  context.lineWidth = 2 * RIM;
  context.stroke();
}
