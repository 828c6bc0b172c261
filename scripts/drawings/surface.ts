import type { SKRSContext2D } from '@napi-rs/canvas';
import { createCanvas } from '@napi-rs/canvas';
import type { Point } from './leg';

/** A finished drawing: 32-bit pixels, row by row from the top left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** Pixels drawn for each pixel kept, in each direction: a drawing has 17 steps between any two flat colours. */
const FINENESS = 4;

/**
 * Draws at `FINENESS` times the size, snaps every pixel to one of `colors` (each `0xRRGGBB`, or undefined for
 * transparent) and averages. Flat colours with few steps between them are what a package compresses best, and
 * snapping makes the result the same on every machine.
 */
export function draw(
  width: number,
  height: number,
  colors: readonly (number | undefined)[],
  paint: (context: SKRSContext2D) => void,
): Drawing {
  const canvas = createCanvas(width * FINENESS, height * FINENESS);
  const context = canvas.getContext('2d');
  context.scale(FINENESS, FINENESS);
  paint(context);
  const fine = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const palette = colors.map(channels);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set(average(fine, canvas.width, x * FINENESS, y * FINENESS, palette), (y * width + x) * 4);
    }
  }
  return { width, height, pixels };
}

/** The part of a drawing that a rectangle covers. */
export function crop(drawing: Drawing, left: number, top: number, width: number, height: number): Drawing {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * drawing.width + left) * 4;
    pixels.set(drawing.pixels.subarray(from, from + width * 4), y * width * 4);
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

/** Lays a smooth closed curve through points (Catmull-Rom, as cubic Bézier pieces). */
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

function channels(color: number | undefined): Channels {
  return color === undefined ? [0, 0, 0, 0] : [color >> 16, (color >> 8) & 0xff, color & 0xff, 0xff];
}

function average(
  fine: Uint8ClampedArray,
  fineWidth: number,
  left: number,
  top: number,
  palette: readonly Channels[],
): Channels {
  let [red, green, blue, solid] = [0, 0, 0, 0];
  for (let y = top; y < top + FINENESS; y += 1) {
    for (let x = left; x < left + FINENESS; x += 1) {
      const color = nearest(fine, (y * fineWidth + x) * 4, palette);
      if (color[3] === 0) continue;
      solid += 1;
      red += color[0];
      green += color[1];
      blue += color[2];
    }
  }
  if (solid === 0) return [0, 0, 0, 0];
  const alpha = Math.round((solid * 0xff) / (FINENESS * FINENESS));
  return [Math.round(red / solid), Math.round(green / solid), Math.round(blue / solid), alpha];
}

function nearest(fine: Uint8ClampedArray, offset: number, palette: readonly Channels[]): Channels {
  let best: Channels = [0, 0, 0, 0];
  let least = Infinity;
  for (const color of palette) {
    let distance = 0;
    for (let channel = 0; channel < 4; channel += 1) {
      distance += ((fine[offset + channel] ?? 0) - (color[channel] ?? 0)) ** 2;
    }
    if (distance < least) [best, least] = [color, distance];
  }
  return best;
}
