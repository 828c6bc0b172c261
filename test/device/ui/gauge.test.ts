import * as fc from 'fast-check';
import { ZONES, zoneNumber } from '../../../core/body';
import type { Signal } from '../../../core/cue/cue';
import { SIGNALS } from '../../../core/cue/cue';
import { bezel } from '../../../device/ui/bezel';
import type { Element } from '../../../device/ui/element';
import type { Frame } from '../../../device/ui/frame';
import { units } from '../../../device/ui/frame';
import { gauge, gaugeAt, gaugePart, gaugePoints, gaugeTrack } from '../../../device/ui/gauge';
import { COLORS } from '../../../device/ui/theme';
import { FRAMES, NAMED_FRAMES } from './frames';

const gaugeOn = (frame: Frame) => ({ ...gaugeAt(frame, 2, 14, 0xffffff), track: 0x173b3a });
const anyFrame = fc.constantFrom<Frame>(...FRAMES);

describe.each(NAMED_FRAMES)('a gauge on %s', (_, frame) => {
  test.each([60, 75, 635])('costs one change a second through %i s', (total) => {
    const seconds = Array.from({ length: total + 1 }, (_, done) => [
      ...gaugeTrack(frame, 'ring', gaugeOn(frame)),
      ...gauge(frame, 'ring', gaugeOn(frame), done, total),
    ]);
    seconds.slice(1).forEach((now, index) => {
      expect(changes(seconds[index] ?? [], now)).toBeLessThanOrEqual(1);
    });
  });

  test('is complete when everything is done', () => {
    const whole = gaugePart(frame, 'step', gaugeOn(frame), 0, 1);
    const shown = gauge(frame, 'step', gaugeOn(frame), 60, 60).filter(isLit);
    expect(shown).toHaveLength(whole.length);
    expect(shown).toEqual(expect.arrayContaining([...whole]));
  });

  test('runs from the left over the top to the right, and ends above the scroll bar', () => {
    const at = gaugePoints(frame, gaugeOn(frame));
    const [begin, top, end] = [at(0), at(0.5), at(1)];
    expect(Math.abs(begin.x + end.x - frame.width)).toBeLessThanOrEqual(2);
    expect(begin.x).toBeLessThan(frame.width / 10);
    expect(Math.abs(top.x - frame.width / 2)).toBeLessThanOrEqual(1);
    expect(top.y).toBeLessThan(20);
    const lowest = Math.max(...Array.from({ length: 101 }, (_, part) => at(part / 100).y));
    // A scroll bar is a fifth of the height, or 30 degrees, around the middle.
    expect(lowest).toBeLessThan(frame.height * 0.37);
    // On a round screen it would look like a part of the same circle.
    const bar = (frame.height / 2) * (1 - Math.sin(Math.PI / 12));
    if (frame.shape === 'round') expect(lowest + units(frame, 9 + 8)).toBeLessThan(bar);
    expect(lowest).toBeGreaterThan(frame.height * 0.3);
  });

  test('shows a beginning before anything is done', () => {
    const shown = gauge(frame, 'step', gaugeOn(frame), 0, 60).filter(isLit);
    expect(shown).toHaveLength(1);
  });
});

describe('a gauge', () => {
  test('has the same elements at all times, so that none has to be moved behind another', () => {
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 0, max: 900 }), fc.nat(900), (frame, total, done) => {
        const keys = gauge(frame, 'ring', gaugeOn(frame), Math.min(done, total), total).map(({ key }) => key);
        expect(keys).toEqual(gauge(frame, 'ring', gaugeOn(frame), 0, 60).map(({ key }) => key));
      }),
    );
  });

  test('has no arc that ends where it begins: a watch draws nothing, or a whole circle', () => {
    fc.assert(
      fc.property(anyFrame, shares(), (frame, [from, to]) => {
        expect(gaugePart(frame, 'ring', gaugeOn(frame), from, to).every(hasLength)).toBe(true);
      }),
    );
  });

  test('stays on the screen, whatever part of it is shown', () => {
    fc.assert(
      fc.property(anyFrame, shares(), (frame, [from, to]) => {
        for (const part of gaugePart(frame, 'ring', gaugeOn(frame), from, to)) {
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
    const numbers = ZONES.map(zoneNumber);
    expect(numbers.map((number) => marks(number).length)).toEqual(numbers);
  });

  test('has two long marks for changing legs, three for the end, and one thin line for a light touch', () => {
    expect(marks('switchLeg')).toHaveLength(2);
    expect(marks('finish')).toHaveLength(3);
    expect(marks('lightTouch')).toEqual([expect.objectContaining({ line: 5 })]);
  });

  test.each(NAMED_FRAMES)('never changes the number of elements on %s', (_, frame) => {
    const keys = bezel(frame, undefined).map(({ key, kind }) => key + kind);
    for (const signal of SIGNALS) {
      expect(bezel(frame, signal).map(({ key, kind }) => key + kind)).toEqual(keys);
      const warm = bezel(frame, signal).filter((mark) => 'color' in mark && mark.color === COLORS.warm);
      expect(warm.length).toBeGreaterThanOrEqual(marks(signal).length);
    }
  });

  test('differs from every other in form, not only in colour', () => {
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
  return 'color' in element && element.color === 0xffffff;
}

function hasLength(element: Element): boolean {
  return element.kind !== 'arc' || element.to > element.from;
}
