import type { SKRSContext2D } from '@napi-rs/canvas';
import { createCanvas } from '@napi-rs/canvas';
import type { Point } from './leg';

/** A finished drawing: 32-bit pixels (red, green, blue, alpha), row by row from the top left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** A flat colour: `color` is 0xRRGGBB, `alpha` goes from 0 (invisible) to 255 (opaque). */
export interface Paint {
  readonly color: number;
  readonly alpha: number;
}

/** Pixels drawn for each pixel kept, in each direction. */
const FINENESS = 4;

/** Steps from one flat colour to another along an edge: the fewer, the smaller the package. */
const EDGE_STEPS = 2;

/**
 * Draws at `FINENESS` times the size, snaps every pixel to one of `paints`, and mixes them in `EDGE_STEPS` steps. Flat
 * colours with few steps between them compress best, and snapping makes the result the same on every machine.
 */
export function draw(
  width: number,
  height: number,
  paints: readonly Paint[],
  paint: (context: SKRSContext2D) => void,
): Drawing {
  const canvas = createCanvas(width * FINENESS, height * FINENESS);
  const context = canvas.getContext('2d');
  context.scale(FINENESS, FINENESS);
  paint(context);
  const fine = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const palette = paints.map(channelsOf);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const counts = countPaints(fine, canvas.width, x * FINENESS, y * FINENESS, palette);
      pixels.set(mix(palette, counts), (y * width + x) * 4);
    }
  }
  return { width, height, pixels };
}

/** The drawing as a 32-bit PNG. */
export function toPng(drawing: Drawing): Buffer {
  const canvas = createCanvas(drawing.width, drawing.height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(drawing.width, drawing.height);
  image.data.set(drawing.pixels);
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

/** Traces a smooth closed curve through points (Catmull-Rom, as cubic Bézier pieces). */
export function traceSmooth(context: SKRSContext2D, points: readonly Point[]): void {
  const at = (index: number): Point => points[(index + points.length) % points.length] ?? { x: 0, y: 0 };
  context.beginPath();
  context.moveTo(at(0).x, at(0).y);
  points.forEach((from, index) => {
    const [before, to, after] = [at(index - 1), at(index + 1), at(index + 2)];
    context.bezierCurveTo(
      from.x + (to.x - before.x) / 6,
      from.y + (to.y - before.y) / 6,
      to.x - (after.x - from.x) / 6,
      to.y - (after.y - from.y) / 6,
      to.x,
      to.y,
    );
  });
  context.closePath();
}

/** A colour as CSS. */
export function css(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

type Channels = readonly [red: number, green: number, blue: number, alpha: number];

function channelsOf({ color, alpha }: Paint): Channels {
  return [color >> 16, (color >> 8) & 0xff, color & 0xff, alpha];
}

/** For each colour of the palette, the number of fine pixels under one pixel that have it. */
function countPaints(
  fine: Uint8ClampedArray,
  fineWidth: number,
  left: number,
  top: number,
  palette: readonly Channels[],
): readonly number[] {
  const counts = palette.map(() => 0);
  for (let y = top; y < top + FINENESS; y += 1) {
    for (let x = left; x < left + FINENESS; x += 1) {
      const index = nearest(fine, (y * fineWidth + x) * 4, palette);
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts;
}

function nearest(fine: Uint8ClampedArray, offset: number, palette: readonly Channels[]): number {
  const distances = palette.map((color) =>
    color.reduce((sum, value, channel) => sum + ((fine[offset + channel] ?? 0) - value) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** The most frequent colour, with the second most frequent mixed in. */
function mix(palette: readonly Channels[], counts: readonly number[]): Channels {
  const order = counts.map((_, index) => index).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const [most = 0, second = most] = order;
  const [main, other] = [palette[most] ?? TRANSPARENT, palette[second] ?? TRANSPARENT];
  const share = Math.round(((counts[second] ?? 0) * EDGE_STEPS) / FINENESS ** 2) / EDGE_STEPS;
  return blend(main, other, most === second ? 0 : share);
}

const TRANSPARENT: Channels = [0, 0, 0, 0];

/** Mixes weighted by alpha, since a transparent colour has no hue to add. */
function blend(main: Channels, other: Channels, share: number): Channels {
  const alpha = main[3] * (1 - share) + other[3] * share;
  if (alpha === 0) return TRANSPARENT;
  const channel = (index: 0 | 1 | 2): number =>
    Math.round((main[index] * main[3] * (1 - share) + other[index] * other[3] * share) / alpha);
  return [channel(0), channel(1), channel(2), Math.round(alpha)];
}
