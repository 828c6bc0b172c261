import fc from 'fast-check';
import { parsePlan } from '../../../core/plan/parse-plan';
import { DEFAULT_PLAN, planSeconds, startingWith } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/plan/routine';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { TWO_ZONES_A_LEG } from '../plans';

test('the default plan is five minutes a leg, left leg first, 10 min 35 s in all', () => {
  expect(planSeconds(DEFAULT_PLAN)).toBe(635);
  expect(DEFAULT_PLAN.legs.map(({ leg }) => leg)).toEqual(['left', 'right']);
  expect(parsePlan(DEFAULT_PLAN)).toEqual({ ok: true, value: DEFAULT_PLAN });
});

test('a plan takes as long as its routine', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      expect(planSeconds(plan) * 1000).toBe(makeRoutine(plan).length);
    }),
    { numRuns: runs(1000, 200) },
  );
});

test('a plan can start with either leg and stays a plan', () => {
  fc.assert(
    fc.property(plans(), fc.constantFrom('left' as const, 'right' as const), (plan, leg) => {
      const turned = startingWith(plan, leg);
      expect(parsePlan(turned)).toEqual({ ok: true, value: turned });
      expect(planSeconds(turned)).toBe(planSeconds(plan));
      expect(turned.legs[0]?.leg).toBe(plan.legs.some((it) => it.leg === leg) ? leg : plan.legs[0]?.leg);
    }),
    { numRuns: runs(1000, 200) },
  );
});

test('a plan for one leg does not change when it should start with the other leg', () => {
  const oneLeg = startingWith(TWO_ZONES_A_LEG, 'right');
  const rightOnly = { ...oneLeg, legs: oneLeg.legs.slice(0, 1) };
  expect(startingWith(rightOnly, 'left')).toEqual(rightOnly);
});
