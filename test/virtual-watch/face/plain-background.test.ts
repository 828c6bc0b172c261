import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import type { Sprite } from '../../../virtual-watch/face/brush';
import { drawNode } from '../../../virtual-watch/face/draw';
import type { Box, PictureNode } from '../../../virtual-watch/face/picture';
import { plainBackground } from '../../../virtual-watch/face/plain-background';
import { runs } from '../../runs';
import { buttonNode, textNode } from './nodes';

const SIZE = 120;

const place = fc.record({
  x: fc.double({ min: -20, max: 100, noNaN: true }),
  y: fc.double({ min: -20, max: 100, noNaN: true }),
  w: fc.double({ min: 0, max: 140, noNaN: true }),
  h: fc.double({ min: 0, max: 140, noNaN: true }),
});
const look = fc.record({
  color: fc.integer({ min: 0, max: 0xffffff }),
  alpha: fc.constantFrom(0, 100, 255, 255),
  radius: fc.integer({ min: 0, max: 60 }),
  lineWidth: fc.integer({ min: 1, max: 20 }),
});
const angle = fc.integer({ min: -360, max: 360 });

const nodes = fc.oneof(
  fc.tuple(place, look).map(([box, { color, alpha, radius }]): PictureNode => {
    return { kind: 'fillRect', ...box, color, alpha, radius };
  }),
  fc.tuple(place, look).map(([box, how]): PictureNode => ({ kind: 'strokeRect', ...box, ...how })),
  fc.tuple(place, look).map(([{ x, y }, { color, alpha, radius }]): PictureNode => {
    return { kind: 'circle', centerX: x, centerY: y, color, alpha, radius };
  }),
  fc
    .tuple(place, look, angle, angle, fc.boolean())
    .map(([box, how, startAngle, endAngle, isRound]): PictureNode => {
      const h = isRound ? box.w : box.h;
      return { kind: 'arc', ...box, h, ...how, startAngle, endAngle };
    }),
  fc.tuple(place, look, fc.boolean(), fc.boolean()).map(([box, { color, radius }, pressed, hasImage]) => {
    const images = hasImage ? { normalSrc: 'spot.png' } : {};
    return buttonNode({ ...box, text: '', radius, normalColor: color, pressColor: 0, pressed, ...images });
  }),
  fc.tuple(place, look, angle, fc.boolean()).map(([box, { alpha }, turned, isOwnSize]): PictureNode => {
    const size = isOwnSize ? { w: 0, h: 0 } : {};
    return { kind: 'image', ...box, ...size, posX: 3, posY: -2, angle: turned, src: 'spot.png', alpha };
  }),
);

const boxes = fc.record({
  x: fc.integer({ min: 0, max: 90 }),
  y: fc.integer({ min: 0, max: 90 }),
  w: fc.integer({ min: 1, max: 30 }),
  h: fc.integer({ min: 1, max: 30 }),
});

const spot = ((): Sprite => {
  const source = createCanvas(30, 20);
  const brush = source.getContext('2d');
  brush.fillStyle = '#0f0';
  brush.fillRect(5, 5, 20, 10);
  return { width: 30, height: 20, source };
})();
const sprites = (src: string): Sprite | undefined => (src === 'spot.png' ? spot : undefined);

const brush = createCanvas(SIZE, SIZE).getContext('2d');

/** The colours that a box has when the nodes are drawn, as 0xRRGGBB. */
function drawnColors(drawn: readonly PictureNode[], { x, y, w, h }: Box): ReadonlySet<number> {
  brush.fillStyle = '#000';
  brush.fillRect(0, 0, SIZE, SIZE);
  for (const node of drawn) drawNode(brush, node, sprites);
  const { data } = brush.getImageData(x, y, w, h);
  return new Set(
    Array.from({ length: w * h }, (_, pixel) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel, 4 * pixel + 3);
      return (red << 16) | (green << 8) | blue;
    }),
  );
}

test('a plain background is the only colour that drawing gives the box', () => {
  fc.assert(
    fc.property(fc.array(nodes, { maxLength: 3 }), boxes, (below, box) => {
      const plain = plainBackground(box, below, sprites);
      if (plain !== undefined) expect([...drawnColors(below, box)]).toEqual([plain]);
    }),
    { numRuns: runs(20_000, 500) },
  );
});

const BOX = { x: 40, y: 40, w: 20, h: 10 };
const full = { x: 0, y: 0, w: SIZE, h: SIZE };

test.each<[string, readonly PictureNode[], number | undefined]>([
  ['nothing is black', [], 0],
  ['text does not count', [textNode(full)], 0],
  ['the inside of a button has its colour', [buttonNode({ ...full, radius: 60, normalColor: 7 })], 7],
  [
    'the empty middle of a ring is what is below it',
    [{ kind: 'arc', ...full, startAngle: 0, endAngle: 360, color: 9, lineWidth: 8, alpha: 255 }],
    0,
  ],
  ['the corner of a button must be drawn', [buttonNode({ ...BOX, radius: 5, normalColor: 7 })], undefined],
  [
    'what shines through must be drawn',
    [{ kind: 'fillRect', ...full, color: 9, radius: 0, alpha: 128 }],
    undefined,
  ],
])('%s', (_, below, color) => {
  expect(plainBackground(BOX, below, sprites)).toBe(color);
});
