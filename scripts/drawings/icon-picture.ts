import type { SKRSContext2D } from '@napi-rs/canvas';
import { DRAWING_HEIGHT, DRAWING_WIDTH, LEG_OUTLINE } from './leg';
import type { Drawing, Paint } from './surface';
import { css, draw, traceSmooth } from './surface';

/** Zepp OS requires a circle of 240 pixels in a ring of 4 transparent pixels, and not black (design docs, Icons). */
const SIZE = 248;
const CIRCLE = 240;

const DISC = 0x146c6e;
const SKIN = 0xf3f7ee;
const SLUR = 0xffb454;
const NOTHING: Paint = { color: 0, alpha: 0 };

/** The app's icon: two legs between slurs, the curve that means "legato" in a score. */
export function iconPicture(): Drawing {
  return draw(SIZE, SIZE, [NOTHING, solid(DISC), solid(SKIN), solid(SLUR)], (context) => {
    context.translate(SIZE / 2, SIZE / 2);
    context.beginPath();
    context.arc(0, 0, CIRCLE / 2, 0, 2 * Math.PI);
    context.fillStyle = css(DISC);
    context.fill();
    paintHalf(context);
    context.scale(-1, 1);
    paintHalf(context);
  });
}

function paintHalf(context: SKRSContext2D): void {
  context.save();
  context.scale(0.94, 0.84);
  context.translate(-DRAWING_WIDTH / 2 - 2, -DRAWING_HEIGHT / 2);
  traceSmooth(context, LEG_OUTLINE);
  context.fillStyle = css(SKIN);
  context.fill();
  context.restore();

  context.beginPath();
  context.moveTo(-52, 66);
  context.bezierCurveTo(-90, 30, -92, -30, -64, -62);
  context.bezierCurveTo(-78, -26, -76, 30, -52, 66);
  context.fillStyle = css(SLUR);
  context.fill();
}

function solid(color: number): Paint {
  return { color, alpha: 0xff };
}
