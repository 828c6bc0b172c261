import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { pngWithColours } from '../../../scripts/pictures/small-png';

const GREEN = '#1a7f37';

/** A grey picture with every shade, and a small mark. */
function shades(): Canvas {
  const canvas = createCanvas(512, 256);
  const brush = canvas.getContext('2d');
  for (let shade = 0; shade < 256; shade += 1) {
    brush.fillStyle = `rgb(${String(shade)}, ${String(shade)}, ${String(shade)})`;
    brush.fillRect(2 * shade, 0, 2, 256);
  }
  brush.fillStyle = GREEN;
  brush.fillRect(200, 100, 3, 3);
  return canvas;
}

async function pixelsOf(png: Buffer) {
  const image = await loadImage(png);
  const brush = createCanvas(image.width, image.height).getContext('2d');
  brush.drawImage(image, 0, 0);
  const { data, width, height } = brush.getImageData(0, 0, image.width, image.height);
  const at = (x: number, y: number): readonly number[] => [
    ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
  ];
  const colours = new Set(new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4));
  return { width, height, at, colours };
}

test('a small mark keeps its colour if that is asked for, at the same size and with 16 colours at most', async () => {
  const png = shades().toBuffer('image/png');
  const { width, height, at, colours } = await pixelsOf(await pngWithColours(png, [GREEN]));
  expect([width, height]).toEqual([512, 256]);
  expect(colours.size).toBeLessThanOrEqual(16);
  expect(at(201, 101)).toEqual([0x1a, 0x7f, 0x37]);
  const [red, green, blue] = (await pixelsOf(await pngWithColours(png, []))).at(201, 101);
  expect([red === green, green === blue]).toEqual([true, true]);
});
