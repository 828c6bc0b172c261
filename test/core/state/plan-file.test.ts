import fc from 'fast-check';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import type { PlanFileProblem } from '../../../core/state/plan-file';
import { makePlanFile, OWN_PLAN, parsePlanFile, PLAN_FILE_PROBLEMS } from '../../../core/state/plan-file';
import { runs } from '../../runs';
import { plans } from '../arbitraries';

test('a plan survives being written and read, with its revision', () => {
  fc.assert(
    fc.property(plans(), fc.nat(), (plan, revision) => {
      expect(parsePlanFile(makePlanFile({ plan, revision }))).toEqual({
        ok: true,
        value: { plan, revision },
      });
    }),
    { numRuns: runs(1000, 200) },
  );
});

test('a watch that was never given a plan has the default one', () => {
  expect(OWN_PLAN).toEqual({ revision: 0, plan: DEFAULT_PLAN });
});

/** What is wrong, the file, and its code. */
const wrong: readonly (readonly [string, string, PlanFileProblem])[] = [
  ['no JSON', '{"revision":', 'notJson'],
  ['a list', '[]', 'wrongShape'],
  ['a revision in words', '{"revision":"1","plan":{}}', 'wrongShape'],
  ['no plan', '{"revision":1}', 'badPlan'],
];

test.each(wrong)('%s is refused and named', (_name, text, error) => {
  expect(parsePlanFile(text)).toEqual({ ok: false, error });
});

test('every code of the closed set is met by one of these', () => {
  expect(new Set(wrong.map((row) => row[2]))).toEqual(new Set(PLAN_FILE_PROBLEMS));
});
