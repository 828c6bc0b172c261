/** PNG files of at most 16 colours: for flat colours with soft edges that is three fifths of what 256 take, and only edges are a little harder. */
import type { Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';

/** What is on the canvas, with colours that there is no room for replaced by near ones, and no dots between them. */
export function smallPng(canvas: Canvas): Promise<Buffer> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}
