import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Leg, Zone } from '../../core/body';
import type { ScreenShape } from '../../device/ui/frame';
import { LEGS_HEIGHT, legsWidth, ZONE_BANDS } from '../../page/session/legs';
import type { Point } from './leg';
import type { Drawing } from './surface';
import { css, draw, traceSmooth } from './surface';
import { DRAWING_HEIGHT, DRAWING_WIDTH, LEG_OUTLINE, SEAM_SAG } from './leg';

const BACKGROUND = 0x000000;
const SKIN = 0x2b7a78;
const SHADE = 0x1d5857;
const LIT = 0xffb454;
const LIT_EDGE = 0xfff1d6;
const MARK = 0x3a2300;

/** The light of the uppermost zone fills the leg to its top. */
const ABOVE = -12;

/** Width of the gap between two zones, in parts of the drawing. */
const SEAM = 2.4;

/** Zones with a seam at their upper end. */
const SEAMED: readonly Zone[] = ['ankle', 'calf', 'knee', 'lowerThigh'];

/** Both legs in a calm tone, on black; one zone of one leg lit if asked for. */
export function legsPicture(
  shape: ScreenShape,
  lit?: { readonly leg: Leg; readonly zone: Zone },
): Drawing {
  const [width, height] = [legsWidth(shape), LEGS_HEIGHT[shape]];
  return draw(width, height, [BACKGROUND, SKIN, SHADE, LIT, LIT_EDGE, MARK], (context) => {
    context.fillStyle = css(BACKGROUND);
    context.fillRect(0, 0, width, height);
    context.scale(width / DRAWING_WIDTH, height / DRAWING_HEIGHT);
    paintLeg(context, lit?.leg === 'left' ? lit.zone : undefined);
    context.translate(DRAWING_WIDTH, 0);
    context.scale(-1, 1);
    paintLeg(context, lit?.leg === 'right' ? lit.zone : undefined);
  });
}

function paintLeg(context: SKRSContext2D, lit: Zone | undefined): void {
  context.save();
  traceSmooth(context, LEG_OUTLINE);
  context.clip();
  context.fillStyle = css(SHADE);
  context.fillRect(0, 0, DRAWING_WIDTH, DRAWING_HEIGHT);
  traceSmooth(context, LEG_OUTLINE.map(roundedInward));
  context.fillStyle = css(SKIN);
  context.fill();
  if (lit) paintLitZone(context, lit);
  context.restore();
  for (const zone of SEAMED) paintSeam(context, ZONE_BANDS[zone].top);
}

/** The lighter part of the leg: the shade is left on its outer side, where the leg turns away. */
function roundedInward({ x, y }: Point): Point {
  const middle = DRAWING_WIDTH / 4 + 2;
  return { x: middle + (x - middle) * (x < middle ? 0.72 : 0.94), y };
}

function paintLitZone(context: SKRSContext2D, zone: Zone): void {
  const { bottom } = ZONE_BANDS[zone];
  const top = ZONE_BANDS[zone].top || ABOVE;
  context.save();
  traceBand(context, top, bottom);
  context.clip();
  context.fillStyle = css(LIT);
  context.fillRect(0, 0, DRAWING_WIDTH, DRAWING_HEIGHT);
  traceSmooth(context, LEG_OUTLINE);
  context.strokeStyle = css(LIT_EDGE);
  context.lineWidth = 5;
  context.stroke();
  traceBand(context, top, bottom);
  context.stroke();
  context.restore();
  paintUpwardMark(context, (Math.max(top, 0) + bottom) / 2 + SEAM_SAG);
}

/** Every stroke goes toward the heart: the lit zone says so, and is told by this mark from a zone that is not lit. */
function paintUpwardMark(context: SKRSContext2D, y: number): void {
  const MARK_X = 24.5;
  context.strokeStyle = css(MARK);
  context.lineWidth = 3.4;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(MARK_X - 5, y + 2.6);
  context.lineTo(MARK_X, y - 2.6);
  context.lineTo(MARK_X + 5, y + 2.6);
  context.stroke();
}

function paintSeam(context: SKRSContext2D, y: number): void {
  context.strokeStyle = css(BACKGROUND);
  context.lineWidth = SEAM;
  context.beginPath();
  context.moveTo(0, y);
  context.quadraticCurveTo(DRAWING_WIDTH / 4, y + 2 * SEAM_SAG, DRAWING_WIDTH / 2, y);
  context.stroke();
}

function traceBand(context: SKRSContext2D, top: number, bottom: number): void {
  const middle = DRAWING_WIDTH / 4;
  context.beginPath();
  context.moveTo(0, top);
  context.quadraticCurveTo(middle, top + 2 * SEAM_SAG, DRAWING_WIDTH / 2, top);
  context.lineTo(DRAWING_WIDTH / 2, bottom);
  context.quadraticCurveTo(middle, bottom + 2 * SEAM_SAG, 0, bottom);
  context.closePath();
}
