import type { Signal } from '../../core/cue';
import { SIGNALS } from '../../core/cue';
import type { Pattern } from '../../core/pattern';
import {
  BRIEF_LIMIT,
  briefPatternOf,
  CUE_SETS,
  patternLength,
  patternOf,
  SCENES,
  scenesOf,
} from '../../core/pattern';

type Feel = Pick<Pattern, 'count' | 'on'>;

/** Every way in which the signals can come to the skin. */
const ways: readonly (readonly [string, (signal: Signal) => Feel])[] = [
  ...CUE_SETS.map((set) => [`the ${set} set`, (signal: Signal) => patternOf(signal, set)] as const),
  ['a service', briefPatternOf],
  [
    'scenes',
    (signal) => {
      const { scene, times } = scenesOf(signal);
      return { count: SCENES[scene].count * times, on: SCENES[scene].on };
    },
  ],
];

test.each(ways)('in %s, any two signals differ in number of pulses or twofold in length', (_name, feelOf) => {
  const alike = SIGNALS.flatMap((a, place) =>
    SIGNALS.slice(place + 1)
      .filter((b) => areAlike(feelOf(a), feelOf(b)))
      .map((b) => [a, b]),
  );
  expect(alike).toEqual([]);
});

test.each(ways)('in %s, a zone is felt by its number of pulses', (_name, feelOf) => {
  expect(([1, 2, 3, 4, 5] as const).map((zone) => feelOf(zone).count)).toEqual([1, 2, 3, 4, 5]);
});

test('a service has played every signal before it is torn down', () => {
  SIGNALS.forEach((signal) => {
    expect(patternLength(briefPatternOf(signal))).toBeLessThanOrEqual(BRIEF_LIMIT);
  });
});

test('no scene begins before the one before it has ended', () => {
  SIGNALS.forEach((signal) => {
    const { scene, times, every } = scenesOf(signal);
    if (times > 1) expect(every).toBeGreaterThan(patternLength(SCENES[scene]));
  });
});

test('a pattern is as long as its pulses and the gaps between them', () => {
  expect(patternLength({ count: 3, on: 100, gap: 50 })).toBe(400);
});

function areAlike(a: Feel, b: Feel): boolean {
  return a.count === b.count && Math.max(a.on, b.on) < 2 * Math.min(a.on, b.on);
}
