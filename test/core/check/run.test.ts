import { RINGS } from '../../../core/check/proof';
import type { Asking, Ringing } from '../../../core/check/run';
import {
  answered,
  answersOf,
  asking,
  isCutOff,
  nextQuestion,
  overAt,
  ringTimes,
} from '../../../core/check/run';
import { MINUTE, SECOND } from '../../../core/time';

const START = 1_000 * SECOND + 300;
const RUN: Ringing = { startedAt: START, guard: 7, alarms: [8, 9, 10, 11], looks: [], opened: true };
const [FIRST = NaN, SECOND_RING = NaN] = ringTimes(START);

test('four rings come 20 s apart, on whole seconds', () => {
  expect(ringTimes(START)).toEqual([1_021, 1_041, 1_061, 1_081].map((second) => second * SECOND));
});

test('after a check that went as planned, the person is asked about each ring except the last', () => {
  expect(asking(RUN, [7], [])).toEqual({ startedAt: START, rings: ['ask', 'ask', 'ask', 1] });
});

test('the questions are asked even if the watch does not list its alarms', () => {
  expect(asking(RUN, 'unknown', []).rings).toEqual(['ask', 'ask', 'ask', 1]);
});

test('an alarm that is still listed has not rung, and a page that no alarm opened did not come', () => {
  expect(asking({ ...RUN, opened: false }, [7, 9], []).rings).toEqual(['ask', 'silent', 'ask', 'silent']);
});

test('a ring whose alarm was refused shows nothing', () => {
  expect(asking({ ...RUN, alarms: [8, 0, 10, 0] }, [7], []).rings).toEqual([
    'ask',
    'spoiled',
    'ask',
    'spoiled',
  ]);
  expect(asking({ ...RUN, guard: 0, alarms: [0, 0, 0, 0] }, [], []).rings).toEqual(
    new Array(4).fill('spoiled'),
  );
});

test.each([
  [FIRST - 19 * SECOND, ['spoiled', 'ask']],
  [FIRST + SECOND, ['spoiled', 'spoiled']],
  [FIRST + 10 * SECOND, ['ask', 'spoiled']],
  [SECOND_RING + 6 * SECOND, ['ask', 'ask']],
])('waking the screen at %i ms spoils the rings that may have come while it was lit', (look, rings) => {
  expect(asking({ ...RUN, looks: [look] }, [7], []).rings.slice(0, 2)).toEqual(rings);
});

test('a page that was already open was not opened by the alarm', () => {
  const looks = [overAt(START) - 10 * SECOND];
  expect(asking({ ...RUN, looks }, [7], []).rings[3]).toBe('spoiled');
});

test('in a quiet mode no carrier is blamed', () => {
  expect(asking(RUN, [7], RINGS).rings).toEqual(new Array(4).fill('spoiled'));
});

test('questions come one after the other, and each answer belongs to its question', () => {
  const first: Asking = { startedAt: START, rings: ['ask', 'silent', 'ask', 1] };
  expect(nextQuestion(first)).toBe('full');
  const second = answered(first, 3);
  expect(nextQuestion(second)).toBe('notification');
  const last = answered(second, 0);
  expect(nextQuestion(last)).toBeUndefined();
  expect(answersOf(last)).toEqual({ full: 3, busy: 'silent', notification: 0, page: 1 });
});

test('a missing answer shows nothing', () => {
  expect(answersOf({ startedAt: START, rings: ['ask', 2] })).toEqual({
    ...{ full: 'spoiled', busy: 2, notification: 'spoiled', page: 'spoiled' },
  });
});

describe('a check is cut off', () => {
  const run = { phase: 'ringing', ...RUN } as const;
  const asked = { phase: 'asking', startedAt: START, rings: ['ask', 0, 0, 1] } as const;
  const soon = overAt(START) + MINUTE;

  test('by whatever takes its alarms away', () => {
    expect(isCutOff(run, soon, [])).toBe(true);
    expect([isCutOff(run, soon, [7]), isCutOff(run, soon, 'unknown')]).toEqual([false, false]);
    expect(isCutOff({ ...run, guard: 0 }, soon, [])).toBe(false);
    expect(isCutOff(asked, soon, [])).toBe(false);
  });

  test('when it is too long ago to remember, as on the next day', () => {
    const late = overAt(START) + 11 * MINUTE;
    expect([isCutOff(run, late, [7]), isCutOff(asked, late, [])]).toEqual([true, true]);
  });

  test('by a clock that was set back to before it', () => {
    expect(isCutOff(run, START - 1, [7])).toBe(true);
  });
});
