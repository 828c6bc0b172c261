import { readShared } from '../../core/link/shared-preferences';
import { OFFERS_FILE } from '../../core/state/offers-file';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import { readStored } from '../../core/state/stored';
import { HOUR, isInstant, isWithin } from '../../core/time';

/** The largest offset of local time from UTC anywhere, in ms. */
const FURTHEST = 14 * HOUR;

test.each([0, 1, Date.UTC(2026, 4, 1), 8.63e15])(
  '%d is an instant, and its date exists in every time zone',
  (at) => {
    expect(isInstant(at)).toBe(true);
    expect(new Date(at + FURTHEST).toISOString()).toContain('T');
  },
);

test.each([-1, 0.5, 8.64e15, 8.64e15 - FURTHEST, 9e15, NaN, Infinity, '1', null])(
  '%p is not an instant',
  (at) => {
    expect(isInstant(at)).toBe(false);
  },
);

test('outside input with a time beyond every date is refused', () => {
  expect(readShared({ strength: ['strong', 9e15] })).toEqual({ value: {}, whole: false });
  expect(readStored(OFFERS_FILE, '{"version":1,"at":9e15,"made":[]}').value).toEqual({ made: [] });
  expect(readStored(PREFERENCES_FILE, '{"version":1,"strength":["strong",9e15]}').problem).toBe('damaged');
});

test.each([
  [1000, 1000, true],
  [1000, 1499, true],
  [1000, 1500, false],
  [1000, 999, false],
  [-Infinity, 1000, false],
])('from %d on, 500 ms include %d: %s', (then, now, isIn) => {
  expect(isWithin(then, 500, now)).toBe(isIn);
});
