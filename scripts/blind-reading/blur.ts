/** Pictures as seen with blurred vision. */
import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';

/**
 * The picture averaged down to `width` pixels: about what eyes half as sharp as good ones see of a watch at a metre.
 */
export function averagedDown(picture: Canvas, width: number): Canvas {
  const height = Math.round((picture.height * width) / picture.width);
  const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
  const small = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, picture.width);
      const [top, bottom] = span(y, height, picture.height);
      pixels.set(meanOf(data, picture.width, left, right, top, bottom), (y * width + x) * 4);
    }
  }
  small.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return small;
}

/** The picture enlarged, with soft edges between its pixels. */
export function enlarged(picture: Canvas, width: number): Canvas {
  const height = Math.round((picture.height * width) / picture.width);
  const large = createCanvas(width, height);
  const brush = large.getContext('2d');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, width, height);
  return large;
}

function span(index: number, count: number, length: number): readonly [from: number, to: number] {
  return [Math.floor((index * length) / count), Math.ceil(((index + 1) * length) / count)];
}

function meanOf(
  data: Uint8ClampedArray,
  width: number,
  ...[left, right, top, bottom]: readonly [number, number, number, number]
): readonly number[] {
  const sums = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      sums.forEach((sum, part) => {
        sums[part] = sum + (data[(y * width + x) * 4 + part] ?? 0);
      });
  return sums.map((sum) => sum / ((right - left) * (bottom - top)));
}
