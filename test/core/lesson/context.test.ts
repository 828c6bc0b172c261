import fc from 'fast-check';
import { mayComeNext } from '../../../core/lesson/context';
import { signalOf } from '../../../core/cue/cue';
import { makeRoutine } from '../../../core/plan/routine';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { FIVE_ZONES_A_LEG } from '../plans';

const EACH = { numRuns: runs(1000, 200) };

test('in a plan of five zones a leg, the next cue is a reminder or the opening of the next step', () => {
  const routine = makeRoutine(FIVE_ZONES_A_LEG);
  expect(routine.steps.map((_, place) => mayComeNext(routine, place))).toEqual([
    [1],
    ['lightTouch', 2],
    ['lightTouch', 3],
    ['lightTouch', 4],
    ['lightTouch', 5],
    ['lightTouch', 'switchLeg'],
    [1],
    ['lightTouch', 2],
    ['lightTouch', 3],
    ['lightTouch', 4],
    ['lightTouch', 5],
    ['lightTouch', 'finish'],
  ]);
});

test('in every routine, each cue is among those that may come next in the step before it', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      const routine = makeRoutine(plan);
      routine.cues
        .filter(({ at }) => at > 0)
        .forEach(({ cue, at }) => {
          const place = routine.steps.findIndex(({ from, to }) => from < at && at <= to);
          expect(mayComeNext(routine, place)).toContain(signalOf(cue));
        });
    }),
    EACH,
  );
});
