import * as fc from 'fast-check';
import type { Signal } from '../../../core/cue/cue';
import { SIGNALS } from '../../../core/cue/cue';
import { bezel } from '../../../device/ui/bezel';
import type { Element } from '../../../device/ui/element';
import type { Frame } from '../../../device/ui/frame';
import { progressRing, ringPart } from '../../../device/ui/ring';
import { COLORS } from '../../../device/ui/theme';
import { FRAMES, NAMED_FRAMES } from './frames';

const RING = { inset: 2, line: 12, color: 0xffffff };
const ON_TRACK = { ...RING, track: 0x173b3a };
const anyFrame = fc.constantFrom<Frame>(...FRAMES);

describe.each(NAMED_FRAMES)('a ring on %s', (_, frame) => {
  test.each([60, 75, 635])('costs one change a second through %i s', (total) => {
    const seconds = Array.from({ length: total + 1 }, (_, done) =>
      progressRing(frame, 'ring', ON_TRACK, done, total),
    );
    seconds.slice(1).forEach((now, index) => {
      expect(changes(seconds[index] ?? [], now)).toBeLessThanOrEqual(1);
    });
  });

  test('is closed when everything is done', () => {
    const whole = [...ringPart(frame, 'step', ON_TRACK, 0, 1)].reverse();
    expect(progressRing(frame, 'step', ON_TRACK, 60, 60)).toEqual(whole);
  });

  test('shows a beginning before anything is done', () => {
    const shown = progressRing(frame, 'step', ON_TRACK, 0, 60).filter(isLit);
    expect(shown).toHaveLength(1);
  });
});

describe('a ring', () => {
  test('has the same elements at any time, so that none has to be put behind another', () => {
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 0, max: 900 }), fc.nat(900), (frame, total, done) => {
        const keys = progressRing(frame, 'ring', ON_TRACK, Math.min(done, total), total).map(
          ({ key }) => key,
        );
        expect(keys).toEqual(progressRing(frame, 'ring', ON_TRACK, 0, 60).map(({ key }) => key));
      }),
    );
  });

  test('has no arc that ends where it begins: a watch draws nothing, or a whole circle', () => {
    fc.assert(
      fc.property(anyFrame, shares(), (frame, [from, to]) => {
        expect(ringPart(frame, 'ring', RING, from, to).every(hasLength)).toBe(true);
      }),
    );
  });

  test('stays on the screen, whatever part of it is shown', () => {
    fc.assert(
      fc.property(anyFrame, shares(), (frame, [from, to]) => {
        for (const part of ringPart(frame, 'ring', RING, from, to)) {
          if (part.kind !== 'rect') continue;
          expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(0);
          expect(part.x + part.w).toBeLessThanOrEqual(frame.width);
          expect(part.y + part.h).toBeLessThanOrEqual(frame.height);
        }
      }),
    );
  });
});

describe('a cue at the edge of the screen', () => {
  const round: Frame = { shape: 'round', width: 480, height: 480 };

  const marks = (signal: Signal) =>
    bezel(round, signal).filter((mark) => mark.kind === 'arc' && mark.line > 1);

  test('has as many short marks as the number of its zone', () => {
    expect(([1, 2, 3, 4, 5] as const).map((zone) => marks(zone).length)).toEqual([1, 2, 3, 4, 5]);
  });

  test('has two long marks for changing legs, three for the end, and one thin line for a light touch', () => {
    expect(marks('switchLeg')).toHaveLength(2);
    expect(marks('finish')).toHaveLength(3);
    expect(marks('lightTouch')).toEqual([expect.objectContaining({ from: -90, to: 270, line: 5 })]);
  });

  test.each(NAMED_FRAMES)('never changes the number of elements on %s', (_, frame) => {
    const keys = bezel(frame, undefined).map(({ key, kind }) => key + kind);
    for (const signal of SIGNALS) {
      expect(bezel(frame, signal).map(({ key, kind }) => key + kind)).toEqual(keys);
      const warm = bezel(frame, signal).filter((mark) => 'color' in mark && mark.color === COLORS.warm);
      expect(warm.length).toBeGreaterThanOrEqual(marks(signal).length);
    }
  });

  test('differs from every other in its form, not only in its colour', () => {
    const forms = SIGNALS.map((signal) =>
      JSON.stringify(bezel(round, signal).map((mark) => ({ ...mark, color: 0 }))),
    );
    expect(new Set(forms).size).toBe(SIGNALS.length);
  });
});

function shares(): fc.Arbitrary<readonly [number, number]> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(share, share).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
}

function changes(before: readonly Element[], now: readonly Element[]): number {
  return now.filter((element, index) => JSON.stringify(element) !== JSON.stringify(before[index])).length;
}

function isLit(element: Element): boolean {
  return 'color' in element && element.color === RING.color;
}

function hasLength(element: Element): boolean {
  return element.kind !== 'arc' || element.to > element.from;
}
