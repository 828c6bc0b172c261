import { areToldApart, isCountable, LEAST_BEAT, LENGTH_RATIO } from '../../../core/cue/legibility';

const SLOW_TWO = [100, 150, 100];
const SLOW_THREE = [60, 190, 60, 190, 60];
const FAST_TWO = [100, 149, 100];

test('patterns of different counts are told apart when the pulses of both can be counted', () => {
  expect(areToldApart(SLOW_TWO, SLOW_THREE)).toBe(true);
  expect(areToldApart(SLOW_THREE, SLOW_TWO)).toBe(true);
});

test('pulses too fast to be counted are told apart only by their total length', () => {
  expect(areToldApart(FAST_TWO, [300])).toBe(false);
  expect(areToldApart([300], FAST_TWO)).toBe(false);
  expect(areToldApart(FAST_TWO, [200])).toBe(true);
});

test('patterns with the same count are told apart if one is half as long again', () => {
  expect(areToldApart([100], [100 * LENGTH_RATIO])).toBe(true);
  expect(areToldApart([100], [100 * LENGTH_RATIO - 1])).toBe(false);
  expect(areToldApart([100], [100])).toBe(false);
});

test('four pulses a second can be counted, and so can one pulse of any length', () => {
  expect([[20], [2000], [LEAST_BEAT - 1, 1, 20]].map(isCountable)).toEqual([true, true, true]);
  expect(isCountable([300, 200, 20, LEAST_BEAT - 21, 20])).toBe(false);
});
