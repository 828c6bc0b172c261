/** PNG files with few colours, which take a third to three fifths of the size. */
import type { Canvas } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';

/** Enough for flat colours with soft edges, and for whatever else is drawn. */
type Colours = 16 | 256;

/** The canvas as a PNG of 16 colours and of `scale` times its size. */
export function smallPng(canvas: Canvas, scale: number): Promise<Buffer> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const pixels = sharp(data, { raw: { width, height, channels: 4 } });
  return written(pixels.resize(Math.round(width * scale), Math.round(height * scale)), 16);
}

/** A PNG with fewer colours, at its own size. */
export function smallerPng(png: Buffer, colours: Colours): Promise<Buffer> {
  return written(sharp(png), colours);
}

/** Similar colours become one, without dithering. */
function written(image: Sharp, colours: Colours): Promise<Buffer> {
  return image.png({ palette: true, colours, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}
