import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage, type Image } from '@napi-rs/canvas';
import { SCENES } from '../../../scripts/pictures/scenes';
import { WATCHES } from '../../../scripts/pictures/watches';
import { ARRANGEMENT, sheetOf } from '../../../scripts/pictures/sheet';
import { LANGUAGES } from '../../../scripts/pictures/stage';

const FOLDER = join(__dirname, '../../../docs/pictures/screens');
/** All screens at their original size, and still empty. */
const SHEET = sheetOf(
  WATCHES.map(({ width, height }) => createCanvas(width, height)),
  ARRANGEMENT.columns,
);
const ROWS = WATCHES.length / ARRANGEMENT.columns;

describe.each(LANGUAGES)('in %s', (language) => {
  const files = SCENES.map(({ name }) => `${name}.png`);

  test('there is a picture of every scene, and no other', () => {
    expect(new Set(files).size).toBe(files.length);
    expect(readdirSync(join(FOLDER, language)).sort()).toEqual([...files].sort());
  });

  test.each(files)('%s has all screens in rows, and something on each', async (file) => {
    const picture = await loadImage(join(FOLDER, language, file));
    expect([picture.width, picture.height]).toEqual(
      [SHEET.width, SHEET.height].map((length) => Math.round(length * ARRANGEMENT.scale)),
    );
    expect(emptyCells(picture)).toEqual([]);
  });
});

// Helpers

/** An empty screen and its surroundings are two colours. */
const EMPTY = 2;

/** The cells of a sheet that show no more than an empty screen does, by number. */
function emptyCells(sheet: Image): readonly number[] {
  const canvas = createCanvas(sheet.width, sheet.height);
  const brush = canvas.getContext('2d');
  brush.drawImage(sheet, 0, 0);
  const [width, height] = [sheet.width / ARRANGEMENT.columns, sheet.height / ROWS];
  return [...WATCHES.keys()].filter((index) => {
    const [column, row] = [index % ARRANGEMENT.columns, Math.floor(index / ARRANGEMENT.columns)];
    const { data } = brush.getImageData(column * width, row * height, width, height);
    return !hasMoreColours(new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4), EMPTY);
  });
}

/** Looks no further than to the first colour that is one more than `most`. */
function hasMoreColours(pixels: Uint32Array, most: number): boolean {
  const seen = new Set<number>();
  return pixels.some((pixel) => seen.add(pixel).size > most);
}
