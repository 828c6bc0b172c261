import fc from 'fast-check';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { OWN_PLAN, PLAN_FILE } from '../../../core/state/plan-file';
import { readStored, storedText } from '../../../core/state/stored';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { TWO_ZONES_A_LEG } from '../plans';

test('a plan survives being written and read, with its revision', () => {
  fc.assert(
    fc.property(plans(), fc.nat(), (plan, revision) => {
      const stored = { plan, revision };
      expect(readStored(PLAN_FILE, storedText(PLAN_FILE, stored))).toEqual({ value: stored });
    }),
    { numRuns: runs(1000, 200) },
  );
});

test('a watch that was never given a plan has the default one', () => {
  expect(readStored(PLAN_FILE, undefined).value).toEqual({ revision: 0, plan: DEFAULT_PLAN });
});

test.each([
  ['no JSON', '{"revision":'],
  ['a list', '[]'],
  ['a revision in words', JSON.stringify({ revision: '1', plan: TWO_ZONES_A_LEG })],
  ['no plan', '{"revision":1}'],
])('%s is refused with its code', (_name, text) => {
  expect(readStored(PLAN_FILE, text)).toEqual({ value: OWN_PLAN, problem: 'damaged' });
});
