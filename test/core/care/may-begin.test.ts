import fc from 'fast-check';
import { LEGS } from '../../../core/body';
import { NOTHING_SAID, STOPPED_AT } from '../../../core/care/book';
import { lockedLegs } from '../../../core/care/locks';
import { mayBegin, mustEnd } from '../../../core/care/may-begin';
import { pack } from '../../../core/care/statement';
import { withoutLegs } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/plan/routine';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { saids } from './said';
import { TWO_ZONES_A_LEG } from '../plans';

const FACTS = { plan: TWO_ZONES_A_LEG, care: NOTHING_SAID, isRunning: false, isAsked: true };
const [left, right] = LEGS.map((leg) => pack({ kind: 'lock', id: `${leg}-1`, leg, why: 'hand', at: 1 }));
if (!left || !right) throw new Error('there are two legs');

test('if nothing is locked and everything was asked, the plan is used unchanged', () => {
  expect(mayBegin(FACTS)).toEqual({ may: 'begin', plan: TWO_ZONES_A_LEG, withheld: [], isAsked: true });
});

test('a person who was not asked may begin, and the answer says so', () => {
  expect(mayBegin({ ...FACTS, isAsked: false })).toMatchObject({ may: 'begin', isAsked: false });
});

test('a locked leg is left out and named', () => {
  const begun = mayBegin({ ...FACTS, care: { said: [left], mayLack: false } });
  expect(begun).toMatchObject({ may: 'begin', withheld: ['left'], plan: { legs: [{ leg: 'right' }] } });
});

test.each([
  ['running', { isRunning: true }],
  ['locked', { care: { said: [left, right], mayLack: false } }],
  ['stopped', { care: { said: [], mayLack: false, stopped: 'left' } }],
  ['careUnreadable', { care: { said: [], mayLack: true } }],
] as const)('no session begins: %s', (why, facts) => {
  expect(mayBegin({ ...FACTS, ...facts })).toEqual({ may: 'not', why });
});

test('a routine that may begin has all unlocked legs of the plan and no locked one', () => {
  const facts = fc.record({
    plan: plans(),
    said: saids(),
    mayLack: fc.boolean(),
    isAsked: fc.boolean(),
    stopped: fc.option(fc.constantFrom(...STOPPED_AT), { nil: undefined, freq: 2 }),
  });
  fc.assert(
    fc.property(facts, ({ plan, said, mayLack, isAsked, stopped }) => {
      const care = { said, mayLack, ...(stopped ? { stopped } : {}) };
      const isBarred = mayLack || stopped !== undefined;
      const begun = mayBegin({ plan, care, isAsked, isRunning: false });
      const locked = lockedLegs(said);
      const free = plan.legs.map(({ leg }) => leg).filter((leg) => !locked.includes(leg));
      expect(begun.may).toBe(isBarred || free.length === 0 ? 'not' : 'begin');
      expect(mustEnd(plan, care)).toBe(isBarred || free.length < plan.legs.length);
      if (begun.may === 'not') return;
      expect(begun.plan.legs.map(({ leg }) => leg)).toEqual(free);
      expect(begun.withheld).toEqual(plan.legs.map(({ leg }) => leg).filter((leg) => locked.includes(leg)));
      expect(mustEnd(begun.plan, care)).toBe(false);
      const { steps } = makeRoutine(begun.plan);
      const massaged = steps.flatMap(({ activity }) => ('leg' in activity ? [activity.leg] : []));
      expect(massaged.some((leg) => locked.includes(leg))).toBe(false);
    }),
    { numRuns: runs(5000, 200) },
  );
});

test('leaving out legs that a plan does not have changes nothing', () => {
  const [first] = TWO_ZONES_A_LEG.legs;
  if (!first) throw new Error('the plan has legs');
  const oneLeg = { ...TWO_ZONES_A_LEG, legs: [first] };
  const other = LEGS.filter((leg) => leg !== first.leg);
  expect(withoutLegs(oneLeg, other)).toBe(oneLeg);
  expect(withoutLegs(oneLeg, [first.leg])).toBeUndefined();
});
