/** Writes pictures as PNG files and provides the probe for `layoutProblems`, in Node. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { bodyOf, type BodyShape } from '../face/body';
import type { Pixels, Sprite, Sprites } from '../face/brush';
import { drawPicture } from '../face/draw';
import { drawWatch } from '../face/draw-body';
import type { Probe } from '../face/layout-problems';
import type { Picture } from '../face/picture';
import { makeSprites } from '../face/sprite';
import type { TgaChip } from '../face/tga';
import { loadFonts } from './fonts';

/** What a picture needs besides itself: the package's image files. */
export interface Assets {
  readonly asset: (src: string) => Uint8Array | undefined;
  readonly chip: TgaChip;
}

export interface PngOptions {
  /** Pixels of the file per pixel of the watch. */
  readonly scale: number;
  /** The watch to draw around the screen, with unnamed keys; without it, only the screen is drawn. */
  readonly body?: BodyShape;
}

/** Images of a package for drawing in Node. */
export function nodeSprites({ asset, chip }: Assets): Sprites {
  return makeSprites({ asset, chip, toSprite });
}

/** A canvas with the picture on it, transparent where there is no watch. */
export function canvasOf(picture: Picture, sprites: Sprites, { scale, body }: PngOptions): Canvas {
  loadFonts();
  return body === undefined
    ? screenCanvas(picture, sprites, scale)
    : watchCanvas(picture, sprites, scale, body);
}

function screenCanvas(picture: Picture, sprites: Sprites, scale: number): Canvas {
  const canvas = createCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
  const brush = canvas.getContext('2d');
  brush.scale(scale, scale);
  drawPicture(brush, picture, sprites);
  return canvas;
}

/**
 * The screen is drawn in whole pixels and then scaled; otherwise gaps would show between elements that touch on the
 * watch.
 */
function watchCanvas(picture: Picture, sprites: Sprites, scale: number, shape: BodyShape): Canvas {
  const body = { ...bodyOf(shape), keyNames: false };
  const canvas = createCanvas(Math.ceil(body.width * scale), Math.ceil(body.height * scale));
  const brush = canvas.getContext('2d');
  brush.scale(scale, scale);
  drawWatch(brush, body, { ...picture, lit: false }, sprites);
  brush.imageSmoothingQuality = 'high';
  const screen = screenCanvas(picture, sprites, Math.ceil(scale));
  brush.drawImage(screen, body.screen.x, body.screen.y, picture.width, picture.height);
  return canvas;
}

/** The picture as a PNG file. */
export function pngOf(picture: Picture, sprites: Sprites, options: PngOptions): Uint8Array {
  return canvasOf(picture, sprites, options).toBuffer('image/png');
}

/** A probe large enough for any watch screen. */
export function nodeProbe(sprites: Sprites): Probe {
  loadFonts();
  return { brush: createCanvas(LARGEST, LARGEST).getContext('2d'), sprites };
}

/** No watch of API level 3.6 or later has a longer side (Zepp docs, device list: 514). */
const LARGEST = 600;

function toSprite({ width, height, data }: Pixels): Sprite {
  const source = createCanvas(width, height);
  const brush = source.getContext('2d');
  const image = brush.createImageData(width, height);
  image.data.set(data);
  brush.putImageData(image, 0, 0);
  return { width, height, source };
}
