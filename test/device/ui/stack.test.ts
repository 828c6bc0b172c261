import * as fc from 'fast-check';
import type { Element } from '../../../device/ui/element';
import { rowAt } from '../../../device/ui/frame';
import type { Row } from '../../../device/ui/stack';
import { stack } from '../../../device/ui/stack';
import { isSafe } from '../../../virtual-watch/face/safe-area';
import { FRAMES, NAMED_FRAMES } from './frames';

const MARGIN = 8;
const FIRST_WIDTH = 200;

describe('rows one below the other', () => {
  test('are not cut by an edge before anything is scrolled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRAMES), anyRows(), (frame, rows) => {
        for (const box of boxesOf(stack(frame, FIRST_WIDTH, MARGIN, rows.map(rowOf)))) {
          expect(box.y >= frame.height || isSafe(frame, box)).toBe(true);
        }
      }),
    );
  });

  test('keep their order, their height and, if there is room, their width', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRAMES), anyRows(), (frame, rows) => {
        const boxes = boxesOf(stack(frame, FIRST_WIDTH, MARGIN, rows.map(rowOf)));
        expect(boxes.map(({ key, h }) => [key, h])).toEqual(
          rows.map(({ height }, at) => [String(at), height]),
        );
        boxes.slice(1).forEach((box, at) => {
          const before = boxes[at];
          expect(box.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.h ?? 0));
        });
        for (const [at, { width }] of rows.entries())
          expect(boxes[at]?.w).toBeLessThanOrEqual(width ?? Infinity);
      }),
    );
  });

  test.each(NAMED_FRAMES)('go on below %s only when they have to, and say so', (_, frame) => {
    const seen = (count: number) =>
      stack(
        frame,
        FIRST_WIDTH,
        MARGIN,
        Array.from({ length: count }, () => ({ height: 64, width: 240 })).map(rowOf),
      );
    const [few, many] = [seen(4), seen(9)];
    expect(boxesOf(few).every(({ y }) => y < frame.height)).toBe(true);
    expect(few.some(({ kind }) => kind === 'scrollBar')).toBe(false);
    expect(boxesOf(many).some(({ y }) => y >= frame.height)).toBe(true);
    expect(many.some(({ kind }) => kind === 'scrollBar')).toBe(true);
    const last = boxesOf(many)
      .filter(({ y }) => y < frame.height)
      .pop();
    if (!last) throw new Error('no row');
    expect(isSafe(frame, last, last.h / 2)).toBe(true);
    expect(rowAt(frame, last.y, last.y + last.h, MARGIN).w).toBeGreaterThanOrEqual(last.w);
  });

  describe.each(NAMED_FRAMES)('with a button that has no room on %s', (_, frame) => {
    const text = { height: Math.round(frame.height * 0.3), width: 200 };
    const seen = (rows: readonly Row<never>[]) => {
      const elements = stack(frame, FIRST_WIDTH, MARGIN, rows);
      return boxesOf(elements).flatMap(({ key, y, h }) => (y + h <= frame.height ? [Number(key)] : []));
    };
    const withFoot = (row: Row<never>): Row<never> => ({ ...row, ...(row.make ? { foot: row.make } : {}) });
    const rowsOf = (count: number, button: number, look: 'key' | 'plain') =>
      Array.from({ length: count }, (_row, at) => {
        const row = rowOf(text, at);
        return at === button ? withFoot({ ...row, look }) : row;
      });

    test('the main one is at the foot, with as much above it as fits', () => {
      expect(seen(rowsOf(5, 3, 'key'))).toEqual([0, 1, 3]);
    });

    test('the last one is at the foot only if all fits above it', () => {
      expect(seen(rowsOf(3, 2, 'plain'))).toEqual([0, 1, 2]);
      expect(seen(rowsOf(5, 4, 'key'))).not.toContain(4);
    });

    test('the last one is there and at the end as well if the page is only read', () => {
      const rows = rowsOf(5, 4, 'key').map((row) => ({ ...row, isAlsoInSight: true }));
      const places = stack(frame, FIRST_WIDTH, MARGIN, rows).flatMap((each) =>
        each.kind === 'rect' && each.key.startsWith('4') ? [[each.y + each.h, each.key]] : [],
      );
      expect(places).toEqual([
        [frame.height, '4InSight'],
        [expect.any(Number), '4'],
      ]);
      expect(Number(places[1]?.[0])).toBeGreaterThan(frame.height);
    });

    test('the main one is there rather than the way out, if there is no room for both', () => {
      const high = { height: Math.round(frame.height * 0.34), width: 200 };
      const low = { height: Math.round(frame.height * 0.15), width: 200 };
      const rows: readonly Row<never>[] = [
        rowOf(high, 0),
        rowOf(high, 1),
        withFoot({ ...rowOf(low, 2), look: 'key' }),
        withFoot({ ...rowOf(low, 3), look: 'plain', isAlsoInSight: true }),
      ];
      expect(seen(rows)).toEqual([0, 1, 2]);
    });

    test('one that is neither waits below', () => {
      expect(seen(rowsOf(5, 3, 'plain'))).not.toContain(3);
    });
  });
});

interface Size {
  readonly height: number;
  readonly width?: number;
}

function anyRows(): fc.Arbitrary<readonly Size[]> {
  const height = fc.integer({ min: 20, max: 100 });
  const width = fc.integer({ min: FIRST_WIDTH, max: 380 });
  const size = fc.oneof(fc.record({ height }), fc.record({ height, width }));
  return fc.array(size, { minLength: 1, maxLength: 14 });
}

function rowOf(size: Size, index: number): Row<never> {
  return {
    ...size,
    make: (box) => [{ kind: 'rect', key: String(index), ...box, radius: 0, color: 0xffffff }],
  };
}

/** The rows of a page, without its other elements. */
function boxesOf(elements: readonly Element[]) {
  return elements.flatMap((element) =>
    element.kind === 'rect' && /^\d+$/.test(element.key) ? [element] : [],
  );
}
