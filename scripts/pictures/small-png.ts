/** PNG files with few colours, which take a third to three fifths of the size. */
import type { Canvas } from '@napi-rs/canvas';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';

/** Enough for flat colours with soft edges, and for whatever else is drawn. */
type Colours = 16 | 256;

/** The canvas as a PNG of 16 colours and of `scale` times its size. */
export function smallPng(canvas: Canvas, scale: number): Promise<Buffer> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const pixels = sharp(data, { raw: { width, height, channels: 4 } });
  return written(pixels.resize(Math.round(width * scale), Math.round(height * scale)), 16);
}

/** A PNG with 256 colours, at its own size. */
export function smallerPng(png: Buffer): Promise<Buffer> {
  return written(sharp(png), 256);
}

/**
 * A PNG of 16 colours, with these among them. Otherwise the colours are chosen by how much they cover, and those of small
 * marks are lost; so they are given room below the picture while the colours are chosen.
 */
export async function pngWithColours(png: Buffer, colours: readonly string[]): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const room = Math.ceil(height / ROOM_OF);
  const stripes = colours.map((background, at) => ({
    input: { create: { width, height: room, channels: 3, background } },
    left: 0,
    top: height + at * room,
  })) satisfies OverlayOptions[];
  const striped = sharp(png)
    .extend({ bottom: colours.length * room })
    .composite(stripes);
  return written(sharp(await written(striped, 16)).extract({ left: 0, top: 0, width, height }), 16);
}

/** The part of the height that a colour is given. */
const ROOM_OF = 50;

/** Similar colours become one, without dithering. */
function written(image: Sharp, colours: Colours): Promise<Buffer> {
  return image.png({ palette: true, colours, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}
