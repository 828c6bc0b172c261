import type { Frame, ScreenShape } from '../watch/screen';

export type { Frame, ScreenShape } from '../watch/screen';

/**
 * The screen a page is laid out for, and the arithmetic of what fits where on it.
 *
 * Lengths of a layout are written in design units, of which a round screen is 480 wide and a square one 390 (the
 * design widths of Zepp OS); everything handed to a widget is in pixels.
 */

/** A rectangle in pixels from the top left of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const DESIGN_WIDTH: Readonly<Record<ScreenShape, number>> = { round: 480, square: 390 };

/** Corner radius of square screens by their width (device list), and as part of the width where that is not known. */
const CORNERS: Readonly<Record<number, number>> = { 390: 86, 432: 106 };
const CORNER = 106 / 432;

/** Design units in pixels, rounded up so that nothing gets smaller than its least size. */
export function units(frame: Frame, length: number): number {
  return Math.ceil((length * frame.width) / DESIGN_WIDTH[frame.shape]);
}

/** Text below this size grows by so much where the person wants large text; what is larger can be read by anybody. */
const LARGE = { below: 48, by: 1.3 } as const;

/** A size of text, or a length that goes with it, as it is read on this screen, in design units. */
export function forText({ isLarge = false }: Frame, length: number, size = length): number {
  return isLarge && size < LARGE.below ? length * LARGE.by : length;
}

/** A size of text in pixels. */
export function textUnits(frame: Frame, size: number): number {
  return units(frame, forText(frame, size));
}

/**
 * The size on this screen of an image of the package. Images are drawn for the design width and scaled when the package
 * is compiled: the width is rounded down, the height follows it (zpm 3.4.1).
 */
export function imageSize(frame: Frame, image: { readonly w: number; readonly h: number }) {
  const w = Math.floor((image.w * frame.width) / DESIGN_WIDTH[frame.shape]);
  return { w, h: Math.round((image.h * w) / image.w) };
}

/** Radius of the screen's corners; on a round screen they meet. */
export function cornerRadius(frame: Frame): number {
  if (frame.shape === 'round') return frame.width / 2;
  return CORNERS[frame.width] ?? Math.round(frame.width * CORNER);
}

/**
 * The widest box between `top` and `bottom` that stays `margin` clear of the screen's edge, all in pixels. Its
 * width is 0 where nothing fits.
 */
export function rowAt(frame: Frame, top: number, bottom: number, margin: number): Box {
  // The end that is nearer to the edge of the screen is the narrower one.
  const x = Math.ceil(insetAt(frame, Math.min(top, frame.height - bottom), margin));
  return { x, y: top, w: Math.max(0, frame.width - 2 * x), h: bottom - top };
}

/** The lowest place for a centred box of this size that stays `margin` clear of the edge. */
export function lowestBox(frame: Frame, width: number, height: number, margin: number): Box {
  const radius = cornerRadius(frame) - margin;
  const beside = Math.max(0, width / 2 - (frame.width / 2 - margin - radius));
  const drop = radius - Math.sqrt(Math.max(0, radius * radius - beside * beside));
  const bottom = Math.floor(frame.height - margin - drop);
  return { x: Math.round((frame.width - width) / 2), y: bottom - height, w: width, h: height };
}

/** The highest place for such a box. */
export function highestBox(frame: Frame, width: number, height: number, margin: number): Box {
  const lowest = lowestBox(frame, width, height, margin);
  return { ...lowest, y: frame.height - lowest.y - height };
}

/** How far a row of pixels begins from the left that lies so far from the upper or lower edge of the screen. */
function insetAt(frame: Frame, depth: number, margin: number): number {
  const radius = cornerRadius(frame) - margin;
  const fromEdge = depth - margin;
  if (fromEdge >= radius) return margin;
  const rise = radius - fromEdge;
  return rise > radius ? frame.width / 2 : margin + radius - Math.sqrt(radius * radius - rise * rise);
}
