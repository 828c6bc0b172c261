import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawAssets } from '../../scripts/drawings/assets';
import { toPng } from '../../scripts/drawings/surface';
import { contrast, rgbOf } from '../../virtual-watch/face/contrast';

const ASSETS = join(__dirname, '../../assets');
const drawn = drawAssets();

test('drawing the images again gives the files of the package, and no other files are there', () => {
  const files = readdirSync(ASSETS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.png'),
  );
  expect(files.sort()).toEqual([...drawn.keys()].sort());
  const stale = [...drawn].filter(
    ([path, drawing]) => !toPng(drawing).equals(readFileSync(join(ASSETS, path))),
  );
  expect({ 'to be drawn again with "npm run assets"': stale.map(([path]) => path) }).toEqual({
    'to be drawn again with "npm run assets"': [],
  });
});

test('the icon is a circle of 240 pixels in a transparent ring of 4', () => {
  const icon = drawn.get('default.r/icon.png');
  const alphaAt = (x: number, y: number): number | undefined => icon?.pixels[(y * 248 + x) * 4 + 3];
  expect([icon?.width, icon?.height]).toEqual([248, 248]);
  expect([alphaAt(124, 3), alphaAt(3, 124), alphaAt(244, 124), alphaAt(124, 244)]).toEqual([0, 0, 0, 0]);
  expect([alphaAt(124, 5), alphaAt(5, 124), alphaAt(242, 124), alphaAt(124, 242)]).toEqual([
    255, 255, 255, 255,
  ]);
});

test('the sheet is transparent where the legs are, and nowhere else', () => {
  const sheet = drawn.get('default.s/legs.png');
  const alphaAt = (x: number, y: number): number | undefined => sheet?.pixels[(y * sheet.width + x) * 4 + 3];
  expect([alphaAt(28, 20), alphaAt(68, 20), alphaAt(28, 140), alphaAt(68, 140)]).toEqual([0, 0, 0, 0]);
  expect([alphaAt(0, 0), alphaAt(51, 20), alphaAt(51, 190), alphaAt(101, 217)]).toEqual([255, 255, 255, 255]);
});

test('everything in the picture of how to sit can be seen on black', () => {
  const seat = drawn.get('default.r/seat.png');
  const colors = new Set<number>();
  for (let at = 0; at < (seat?.pixels.length ?? 0); at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = seat?.pixels.slice(at, at + 4) ?? [];
    if (alpha === 0xff) colors.add((red << 16) | (green << 8) | blue);
  }
  expect(colors.size).toBeGreaterThan(3);
  expect([...colors].filter((color) => contrast(rgbOf(color), rgbOf(0)) < 3)).toEqual([]);
});
