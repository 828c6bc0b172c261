import * as fc from 'fast-check';
import { highestBox, imageSize, lowestBox, rowAt, units } from '../../../device/ui/frame';
import { isSafe } from '../../../virtual-watch/face/safe-area';
import type { Box } from '../../../device/ui/frame';
import { FRAMES } from './frames';

const MARGIN = 8;
const anyFrame = fc.constantFrom(...FRAMES);

describe('a frame', () => {
  test('never makes a length smaller than it is in the design', () => {
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 1, max: 480 }), (frame, length) => {
        const exact = (length * frame.width) / (frame.shape === 'round' ? 480 : 390);
        expect(units(frame, length)).toBeGreaterThanOrEqual(exact);
        expect(units(frame, length)).toBeLessThan(exact + 1);
      }),
    );
  });

  test('gives rows that lie on the screen and reach its edge', () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(400), fc.nat(100), (frame, top, height) => {
        const row = rowAt(frame, top, top + height, MARGIN);
        if (row.w === 0) return;
        expect(isSafe(frame, row)).toBe(true);
        expect(isSafe(frame, grown(row, 2 * MARGIN))).toBe(false);
      }),
    );
  });

  test('gives no room above and below the screen', () => {
    for (const frame of FRAMES) {
      if (frame.shape === 'round') expect(rowAt(frame, 0, 20, MARGIN).w).toBe(0);
      expect(rowAt(frame, frame.height - 2, frame.height + 20, MARGIN).w).toBe(0);
    }
  });

  test('finds the lowest and the highest position of a box', () => {
    fc.assert(
      fc.property(
        anyFrame,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 20, max: 90 }),
        (frame, w, h) => {
          const low = lowestBox(frame, w, h, MARGIN);
          const high = highestBox(frame, w, h, MARGIN);
          for (const box of [low, high]) expect(isSafe(frame, box)).toBe(true);
          expect(isSafe(frame, { ...low, y: low.y + MARGIN + 14 })).toBe(false);
          expect(high.y).toBe(frame.height - low.y - h);
        },
      ),
    );
  });

  test('knows the image sizes that the compiler produces', () => {
    const sizes = FRAMES.map((frame) => imageSize(frame, { w: 83, h: 180 }));
    // Read from packages that zpm 3.4.1 made of an image of this size.
    expect(sizes.slice(0, 4)).toEqual([
      { w: 71, h: 154 },
      { w: 78, h: 169 },
      { w: 80, h: 173 },
      { w: 83, h: 180 },
    ]);
    expect(FRAMES.map((frame) => imageSize(frame, { w: 94, h: 204 }))[5]).toEqual({ w: 104, h: 226 });
  });
});

function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}
