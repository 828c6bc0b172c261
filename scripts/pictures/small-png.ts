/** PNG files of at most 256 colours, which for flat colours with soft edges are a third of the size. */
import type { Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';

/** What is on the canvas, with colours that there is no room for replaced by near ones, and no dots between them. */
export function smallPng(canvas: Canvas): Promise<Buffer> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ palette: true, dither: 0, compressionLevel: 9 })
    .toBuffer();
}
