import fc from 'fast-check';
import type { Check } from '../../../core/state/check-file';
import { makeCheckFile, parseCheckFile } from '../../../core/state/check-file';
import { runs } from '../../runs';
import { instants } from '../arbitraries';

test('a check survives being written and read', () => {
  fc.assert(
    fc.property(checks(), (check) => {
      expect(parseCheckFile(makeCheckFile(check))).toEqual(check);
    }),
    { numRuns: runs(1000, 200) },
  );
});

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['no start', '{"phase":"running","guard":4,"alarms":[]}'],
  ['no phase', '{"startedAt":0,"alarms":[1]}'],
  ['no alarms', '{"phase":"running","startedAt":0,"guard":4}'],
  ['an alarm in words', '{"phase":"running","startedAt":0,"guard":4,"alarms":["7"]}'],
  ['no guard', '{"phase":"running","startedAt":0,"alarms":[7]}'],
  ['no count', '{"phase":"done","startedAt":0,"armed":3,"rang":3,"model":"Balance","osVersion":"3.6"}'],
  ['no model', '{"phase":"done","startedAt":0,"armed":3,"rang":3,"felt":3,"osVersion":"3.6"}'],
  ['no version', '{"phase":"done","startedAt":0,"armed":3,"rang":3,"felt":3,"model":"Balance"}'],
])('%s is no check', (_name, text) => {
  expect(parseCheckFile(text)).toBeUndefined();
});

// Helpers

function checks(): fc.Arbitrary<Check> {
  const startedAt = instants();
  return fc.oneof(
    fc.record({
      phase: fc.constant('running' as const),
      startedAt,
      guard: fc.nat(),
      alarms: fc.array(fc.nat()),
    }),
    fc.record({
      phase: fc.constant('done' as const),
      startedAt,
      armed: fc.nat(),
      rang: fc.nat(),
      felt: fc.nat(),
      model: fc.string(),
      osVersion: fc.string(),
    }),
  );
}
