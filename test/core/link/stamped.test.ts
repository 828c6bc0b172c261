import fc from 'fast-check';
import type { Scalar, Stamped } from '../../../core/link/stamped';
import { adopt, hasNews, mergeStamped, parseStamped, stampedOf } from '../../../core/link/stamped';
import { changePreference, UNCHANGED_PREFERENCES } from '../../../core/state/preferences';
import { runs } from '../../runs';

const NUM_RUNS = { numRuns: runs(1000, 300) };

/** Few names, values and times, so that fields meet and times are equal. */
const stamped: fc.Arbitrary<Stamped> = fc.dictionary(
  fc.constantFrom('strength', 'lotionMode', 'firstLeg', 'constructor', 'toString'),
  fc.tuple(fc.constantFrom<Scalar[]>('strong', 'gentle', 'left', true, false), fc.nat(3)),
  { noNullPrototype: true },
);

test('two devices come to the same preferences, whichever merges first', () => {
  fc.assert(
    fc.property(stamped, stamped, (a, b) => {
      expect(mergeStamped(a, b)).toEqual(mergeStamped(b, a));
    }),
    NUM_RUNS,
  );
});

test('three devices come to the same preferences in whatever order they meet', () => {
  fc.assert(
    fc.property(stamped, stamped, stamped, (a, b, c) => {
      expect(mergeStamped(mergeStamped(a, b), c)).toEqual(mergeStamped(a, mergeStamped(b, c)));
    }),
    NUM_RUNS,
  );
});

test('merging again changes nothing, and there is news exactly when merging changes something', () => {
  fc.assert(
    fc.property(stamped, stamped, (a, b) => {
      const both = mergeStamped(a, b);
      expect(mergeStamped(both, b)).toBe(both);
      expect(hasNews(both, both)).toBe(false);
      expect(hasNews(a, b)).toBe(JSON.stringify(mergeStamped(b, a)) !== JSON.stringify(b));
    }),
    NUM_RUNS,
  );
});

test('a preference that was never changed is not sent, so that it wins over nothing', () => {
  expect(stampedOf(UNCHANGED_PREFERENCES)).toEqual({});
  const changed = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong', 100);
  expect(stampedOf(changed)).toEqual({ strength: ['strong', 100] });
});

test('the watch adopts what was changed later elsewhere and keeps what it changed later itself', () => {
  const early = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong', 100);
  const mine = changePreference(early, 'cueSet', 'wide', 300);
  const after = adopt(mine, { strength: ['gentle', 200], cueSet: ['standard', 200], firstLeg: ['right', 1] });
  expect(stampedOf(after)).toEqual({
    strength: ['gentle', 200],
    cueSet: ['wide', 300],
    firstLeg: ['right', 1],
  });
});

test('the watch leaves out what it does not know', () => {
  const mine = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong', 100);
  expect(
    adopt(mine, { strength: ['deafening', 200], colour: ['red', 5], constructor: [1, 1] as const }),
  ).toBe(mine);
});

test('of two changes in the same millisecond both devices keep the same one', () => {
  const mine = changePreference(UNCHANGED_PREFERENCES, 'strength', 'gentle', 100);
  expect(adopt(mine, { strength: ['strong', 100] }).values.strength).toBe('strong');
  const theirs = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong', 100);
  expect(adopt(theirs, { strength: ['gentle', 100] })).toBe(theirs);
});

test('preferences are read back as they were sent', () => {
  fc.assert(
    fc.property(stamped, (values) => {
      expect(parseStamped(JSON.parse(JSON.stringify(values)))).toEqual({ ok: true, value: values });
    }),
    NUM_RUNS,
  );
});
