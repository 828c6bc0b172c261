import type { Frame, ScreenShape } from '../watch/screen';

export type { Frame, ScreenShape } from '../watch/screen';

/**
 * The screen a page is laid out for, and the geometry of what fits where on it.
 *
 * Layout lengths are in design units: a round screen is 480 wide, a square one 390 (the design widths of Zepp OS).
 * Everything passed to a widget is in pixels.
 */

/** A rectangle in pixels from the top left of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const DESIGN_WIDTH: Readonly<Record<ScreenShape, number>> = { round: 480, square: 390 };

/** The corner radius of square screens by width (device list), and as a share of the width if that is unknown. */
const CORNERS: Readonly<Record<number, number>> = { 390: 86, 432: 106 };
const CORNER = 106 / 432;

/** Converts design units to pixels, rounding up so that nothing falls below its minimum size. */
export function units(frame: Frame, length: number): number {
  return Math.ceil((length * frame.width) / DESIGN_WIDTH[frame.shape]);
}

/** Text smaller than `below` grows by this factor if the person wants large text; larger text is readable anyway. */
const LARGE = { below: 48, by: 1.3 } as const;

/** A text size, or a length that depends on one, as used on this screen, in design units. */
export function forText({ isLarge = false }: Frame, length: number, size = length): number {
  return isLarge && size < LARGE.below ? length * LARGE.by : length;
}

/**
 * The size of text that is read at leisure: larger than `small`, which large text has already made larger than `body` is
 * otherwise.
 */
export function readingSize({ isLarge }: Pick<Frame, 'isLarge'>): 'small' | 'body' {
  return isLarge === true ? 'small' : 'body';
}

/** A text size in pixels. */
export function textUnits(frame: Frame, size: number): number {
  return units(frame, forText(frame, size));
}

/**
 * The size of an image of the package on this screen. Images are drawn for the design width and scaled when the package
 * is compiled: the width is rounded down, and the height follows it (zpm 3.4.1).
 */
export function imageSize(frame: Frame, image: { readonly w: number; readonly h: number }) {
  const w = Math.floor((image.w * frame.width) / DESIGN_WIDTH[frame.shape]);
  return { w, h: Math.round((image.h * w) / image.w) };
}

/** The radius of the screen's corners; on a round screen they meet. */
export function cornerRadius(frame: Frame): number {
  if (frame.shape === 'round') return frame.width / 2;
  return CORNERS[frame.width] ?? Math.round(frame.width * CORNER);
}

/**
 * The widest box between `top` and `bottom` that keeps `margin` from the screen's edge, all in pixels. Its width is 0
 * if nothing fits.
 */
export function rowAt(frame: Frame, top: number, bottom: number, margin: number): Box {
  // The end nearer to the edge of the screen is the narrower one.
  const x = Math.ceil(insetAt(frame, Math.min(top, frame.height - bottom), margin));
  return { x, y: top, w: Math.max(0, frame.width - 2 * x), h: bottom - top };
}

/** The lowest position of a centred box of this size that keeps `margin` from the edge. */
export function lowestBox(frame: Frame, width: number, height: number, margin: number): Box {
  const radius = cornerRadius(frame) - margin;
  const beside = Math.max(0, width / 2 - (frame.width / 2 - margin - radius));
  const drop = radius - Math.sqrt(Math.max(0, radius * radius - beside * beside));
  const bottom = Math.floor(frame.height - margin - drop);
  return { x: Math.round((frame.width - width) / 2), y: bottom - height, w: width, h: height };
}

/** The highest position of such a box. */
export function highestBox(frame: Frame, width: number, height: number, margin: number): Box {
  const lowest = lowestBox(frame, width, height, margin);
  return { ...lowest, y: frame.height - lowest.y - height };
}

/** How far from the left a row of pixels begins, `depth` away from the upper or lower edge of the screen. */
function insetAt(frame: Frame, depth: number, margin: number): number {
  const radius = cornerRadius(frame) - margin;
  const fromEdge = depth - margin;
  if (fromEdge >= radius) return margin;
  const rise = radius - fromEdge;
  return rise > radius ? frame.width / 2 : margin + radius - Math.sqrt(radius * radius - rise * rise);
}
