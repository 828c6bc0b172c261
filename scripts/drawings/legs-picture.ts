import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Leg } from '../../core/body';
import { ZONES } from '../../core/body';
import { LEGS_SIZE, ZONE_BANDS } from '../../device/ui/legs-shape';
import type { Point } from './leg';
import { DRAWING_HEIGHT, DRAWING_WIDTH, LEG_OUTLINE } from './leg';
import type { Drawing } from './surface';
import { draw, traceSmooth } from './surface';

/** The alpha of black where it lets what is behind show through, from 0 to 255. */
const OPEN = 0;
const SHADE = 0x48;
const CLOSED = 0xff;

/** The width of the rim of an outlined leg. */
const RIM = 2.5;

/** The line between two zones: its width, and how much lower its middle is than its ends. */
const SEAM = 3;
const SEAM_SAG = 2.5;

/**
 * A black sheet with both legs cut out, as their wearer sees them. The page puts colours behind it, so one image can
 * show any zone of either leg lit.
 */
export function legsPicture(): Drawing {
  return draw(LEGS_SIZE.w, LEGS_SIZE.h, [blackOf(OPEN), blackOf(SHADE), blackOf(CLOSED)], (context) => {
    context.fillRect(0, 0, LEGS_SIZE.w, LEGS_SIZE.h);
    context.scale(LEGS_SIZE.w / DRAWING_WIDTH, LEGS_SIZE.h / DRAWING_HEIGHT);
    cutLegOut(context);
    context.translate(DRAWING_WIDTH, 0);
    context.scale(-1, 1);
    cutLegOut(context);
  });
}

/** Black over one leg, slightly smaller than the leg: on top of the sheet, it leaves only its rim. */
export function rimPicture(leg: Leg): Drawing {
  const half = LEGS_SIZE.w / 2;
  return draw(half, LEGS_SIZE.h, [blackOf(OPEN), blackOf(CLOSED)], (context) => {
    if (leg === 'right') {
      context.translate(half, 0);
      context.scale(-1, 1);
    }
    context.scale(LEGS_SIZE.w / DRAWING_WIDTH, LEGS_SIZE.h / DRAWING_HEIGHT);
    traceSmooth(context, LEG_OUTLINE);
    context.fill();
    context.globalCompositeOperation = 'destination-out';
    context.lineWidth = 2 * RIM;
    context.stroke();
  });
}

function cutLegOut(context: SKRSContext2D): void {
  context.save();
  traceSmooth(context, LEG_OUTLINE);
  context.clip();
  context.clearRect(0, 0, DRAWING_WIDTH, DRAWING_HEIGHT);
  context.fillStyle = `rgba(0, 0, 0, ${SHADE / 0xff})`;
  context.fillRect(0, 0, DRAWING_WIDTH, DRAWING_HEIGHT);
  traceSmooth(context, LEG_OUTLINE.map(towardLight));
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = 'black';
  context.fill();
  context.restore();
  for (const zone of ZONES) paintSeam(context, ZONE_BANDS[zone].top * DRAWING_HEIGHT);
}

/** The lighter part of the leg: the shade is on its outer side, where the leg curves away. */
function towardLight({ x, y }: Point): Point {
  const middle = DRAWING_WIDTH / 4 + 2;
  return { x: middle + (x - middle) * (x < middle ? 0.72 : 1.1), y };
}

function paintSeam(context: SKRSContext2D, y: number): void {
  if (y === 0) return;
  context.lineWidth = SEAM;
  context.beginPath();
  context.moveTo(0, y - SEAM_SAG);
  context.quadraticCurveTo(DRAWING_WIDTH / 4, y + SEAM_SAG, DRAWING_WIDTH / 2, y - SEAM_SAG);
  context.stroke();
}

function blackOf(alpha: number): { readonly color: number; readonly alpha: number } {
  return { color: 0x000000, alpha };
}
