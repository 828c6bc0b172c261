import fc from 'fast-check';
import type { Leg } from '../../../core/body';
import { LEGS } from '../../../core/body';
import { parsePlan } from '../../../core/plan/parse-plan';
import type { Plan, PlanShape } from '../../../core/plan/plan';
import { DEFAULT_PLAN, startingWith } from '../../../core/plan/plan';
import { certain } from '../../../core/result';
import type { Routine, Step } from '../../../core/plan/routine';
import { CUE_GAP, makeRoutine } from '../../../core/plan/routine';
import { SECOND } from '../../../core/time';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { TWO_ZONES_A_LEG } from '../plans';

describe('the default plan', () => {
  const routine = makeRoutine(DEFAULT_PLAN);

  test('takes 635 s in twelve steps: prepare, five zones, change of legs, five zones', () => {
    expect(routine.length).toBe(635 * SECOND);
    expect(routine.steps.map(({ activity }) => activity.kind)).toEqual([
      'prepare',
      ...Array<string>(5).fill('zone'),
      'switchLeg',
      ...Array<string>(5).fill('zone'),
    ]);
  });

  test('has exactly these 22 cues at these seconds', () => {
    expect(cuesOf(routine)).toEqual([
      '20 begin left ankle',
      '50 lightTouch left ankle',
      '80 moveUp left calf',
      '110 lightTouch left calf',
      '140 moveUp left knee',
      '170 lightTouch left knee',
      '200 moveUp left lowerThigh',
      '230 lightTouch left lowerThigh',
      '260 moveUp left upperThigh',
      '290 lightTouch left upperThigh',
      '320 switchLeg right',
      '335 begin right ankle',
      '365 lightTouch right ankle',
      '395 moveUp right calf',
      '425 lightTouch right calf',
      '455 moveUp right knee',
      '485 lightTouch right knee',
      '515 moveUp right lowerThigh',
      '545 lightTouch right lowerThigh',
      '575 moveUp right upperThigh',
      '605 lightTouch right upperThigh',
      '635 finish',
    ]);
  });

  test('can start with the right leg', () => {
    const cues = cuesOf(makeRoutine(startingWith(DEFAULT_PLAN, 'right')));
    expect([cues[0], cues[10]]).toEqual(['20 begin right ankle', '320 switchLeg left']);
  });
});

/** A change to a plan of two zones a leg, 20 s each with pauses of 10 s, and the resulting cues. */
const laidOut: readonly (readonly [string, Partial<PlanShape>, readonly string[]])[] = [
  [
    'as it is',
    {},
    [
      '10 begin left calf',
      '30 moveUp left knee',
      '50 switchLeg right',
      '60 begin right calf',
      '80 moveUp right knee',
      '100 finish',
    ],
  ],
  ['with one leg', { legs: [leg('right')] }, ['10 begin right calf', '30 moveUp right knee', '50 finish']],
  [
    'with the upper zones first',
    { zoneOrder: 'upperFirst', legs: [leg('left')] },
    ['10 begin left knee', '30 moveUp left calf', '50 finish'],
  ],
  [
    'without a pause before it',
    { prepareSeconds: 0, legs: [leg('left')] },
    ['0 begin left calf', '20 moveUp left knee', '40 finish'],
  ],
  [
    'without time to change legs: the change is felt instead of the first zone',
    { switchSeconds: 0 },
    ['10 begin left calf', '30 moveUp left knee', '50 switchLeg right', '70 moveUp right knee', '90 finish'],
  ],
  [
    'with too little time to change legs for two cues: the change stands for the first zone too',
    { switchSeconds: 4 },
    ['10 begin left calf', '30 moveUp left knee', '50 switchLeg right', '74 moveUp right knee', '94 finish'],
  ],
  [
    'with just enough time to change legs for two cues',
    { switchSeconds: 5, legs: [leg('left'), leg('right')] },
    [
      '10 begin left calf',
      '30 moveUp left knee',
      '50 switchLeg right',
      '55 begin right calf',
      '75 moveUp right knee',
      '95 finish',
    ],
  ],
  [
    'with a reminder that comes just early enough before the next cue',
    { reminderSeconds: 15, legs: [leg('left')] },
    [
      '10 begin left calf',
      '25 lightTouch left calf',
      '30 moveUp left knee',
      '45 lightTouch left knee',
      '50 finish',
    ],
  ],
  [
    'with a reminder that comes too late in a zone, and yields',
    { reminderSeconds: 16, legs: [leg('left')] },
    ['10 begin left calf', '30 moveUp left knee', '50 finish'],
  ],
];

test.each(laidOut)('a plan is laid out %s', (_name, change, cues) => {
  const plan = {
    ...TWO_ZONES_A_LEG,
    prepareSeconds: 10,
    switchSeconds: 10,
    reminderSeconds: 'off',
    legs: LEGS.map(leg),
  };
  const parsed = certain(parsePlan({ ...plan, ...change }), 'the row keeps to the limits');
  expect(cuesOf(makeRoutine(parsed))).toEqual(cues);
});

describe('of any plan', () => {
  law('the steps cover the whole time without gaps', ({ steps, length }) => {
    expect(steps.map(({ from }) => from)).toEqual([0, ...steps.slice(0, -1).map(({ to }) => to)]);
    expect(steps[steps.length - 1]?.to).toBe(length);
    steps.forEach(({ from, to }) => {
      expect(to).toBeGreaterThan(from);
    });
  });

  law('every zone has its own seconds, in the order of the plan', ({ steps }, plan) => {
    const zones = steps.flatMap(({ activity, from, to }) =>
      activity.kind === 'zone' ? [`${activity.leg} ${activity.zone} ${(to - from) / SECOND}`] : [],
    );
    const planned = plan.legs.flatMap(({ leg: name, zones: listed }) =>
      (plan.zoneOrder === 'upward' ? listed : [...listed].reverse()).map(
        (it) => `${name} ${it.zone} ${it.seconds}`,
      ),
    );
    expect(zones).toEqual(planned);
  });

  law('no two cues are closer than 5 s', ({ cues }) => {
    cues.slice(1).forEach(({ at }, index) => {
      expect(at - (cues[index]?.at ?? NaN)).toBeGreaterThanOrEqual(CUE_GAP);
    });
  });

  law('there is one finish, at the very end', ({ cues, length }) => {
    const finishes = cues.filter(({ cue }) => cue.kind === 'finish');
    expect(finishes).toEqual([{ cue: { kind: 'finish' }, at: length }]);
    expect(cues[cues.length - 1]).toBe(finishes[0]);
  });

  law('every zone is opened by a cue, except right after a change of legs', (routine, plan) => {
    const felt = cuesOf(routine);
    routine.steps.forEach(({ activity, from }, index) => {
      if (activity.kind !== 'zone') return;
      const firstOfLeg = opensLeg(activity.leg, routine.steps[index - 1]);
      const changed = firstOfLeg && plan.legs[1]?.leg === activity.leg;
      const name = `${activity.leg} ${activity.zone}`;
      const opening = `${from / SECOND} ${firstOfLeg ? 'begin' : 'moveUp'} ${name}`;
      if (!changed || plan.switchSeconds >= 5) expect(felt).toContain(opening);
      else expect(felt).toContain(`${from / SECOND - plan.switchSeconds} switchLeg ${activity.leg}`);
    });
  });

  law('every reminder is a whole number of intervals into its zone', ({ cues, steps }, plan) => {
    const reminders = cues.filter(({ cue }) => cue.kind === 'lightTouch');
    if (plan.reminderSeconds === 'off') expect(reminders).toEqual([]);
    reminders.forEach(({ at }) => {
      const zone = steps.find(({ from, to }) => from < at && at < to);
      expect((at - (zone?.from ?? NaN)) % (Number(plan.reminderSeconds) * SECOND)).toBe(0);
    });
  });
});

// Helpers

function law(name: string, check: (routine: Routine, plan: Plan) => void): void {
  test(name, () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        check(makeRoutine(plan), plan);
      }),
      { numRuns: runs(1000, 200) },
    );
  });
}

function opensLeg(name: Leg, before: Step | undefined): boolean {
  return before?.activity.kind !== 'zone' || before.activity.leg !== name;
}

function leg(name: Leg): PlanShape['legs'][number] {
  return {
    leg: name,
    zones: [
      { zone: 'calf', seconds: 20 },
      { zone: 'knee', seconds: 20 },
    ],
  };
}

function cuesOf({ cues }: Routine): readonly string[] {
  return cues.map(({ cue, at }) => [at / SECOND, ...Object.values(cue)].join(' '));
}
