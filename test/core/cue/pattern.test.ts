import fc from 'fast-check';
import { mayComeNext } from '../../../core/lesson/context';
import type { FeltSignal, Language, Signal } from '../../../core/cue/cue';
import { BRIEF_SIGNALS, briefOf, SIGNALS } from '../../../core/cue/cue';
import { areToldApart, LEAST_PULSE } from '../../../core/cue/legibility';
import type { CueSet, Pattern } from '../../../core/cue/pattern';
import {
  BRIEF_LIMIT,
  briefSceneOf,
  CUE_SETS,
  patternLength,
  patternOf,
  SCENES,
  sceneFor,
} from '../../../core/cue/pattern';
import { CUE_GAP, makeRoutine } from '../../../core/plan/routine';
import { runs } from '../../runs';
import { plans } from '../arbitraries';

/** A way in which a signal can be felt: its name, and how it is played. */
interface Way {
  readonly name: string;
  readonly saidOf: (signal: Signal) => FeltSignal;
  /** Undefined if this way cannot play the signal. */
  readonly patternOf: (signal: Signal) => Pattern | undefined;
}

const list = (name: string, set: CueSet, form: Language): Way => {
  const saidOf = (signal: Signal): FeltSignal => (form === 'full' ? signal : briefOf(signal));
  return { name, saidOf, patternOf: (signal) => patternOf(saidOf(signal), set) };
};

/** Everything that may play cues of one session: the page with the chosen set, and a service in either form. */
const SESSIONS: readonly (readonly Way[])[] = [
  ...CUE_SETS.map((set) => [
    list(`the page, ${set}`, set, 'full'),
    list('a full service', 'standard', 'full'),
    list('a brief service', set, 'brief'),
  ]),
  // A page can play the standard set with scenes that it stops in time.
  [
    list("a page's scenes", 'standard', 'full'),
    {
      name: "a service's scenes",
      saidOf: briefOf,
      patternOf(signal) {
        const scene = briefSceneOf(briefOf(signal));
        return scene === undefined ? undefined : SCENES[scene];
      },
    },
  ],
];

const FELT = [...SIGNALS, ...BRIEF_SIGNALS];
const ALL_PATTERNS = CUE_SETS.flatMap((set) => FELT.map((signal) => patternOf(signal, set)));

test('in every step of every plan, any two signals that may come next are told apart, whichever carrier plays them', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      const routine = makeRoutine(plan);
      routine.steps.forEach((_, place) => {
        const next = mayComeNext(routine, place);
        SESSIONS.forEach((ways) => {
          expect(mixedUp(next, ways)).toEqual([]);
        });
      });
    }),
    { numRuns: runs(1000, 100) },
  );
});

test('the same holds for all signals together, for somebody who does not know the step', () => {
  SESSIONS.forEach((ways) => {
    expect(mixedUp(SIGNALS, ways)).toEqual([]);
  });
});

test('no pulse is shorter than a motor needs to be felt', () => {
  const parts = [...ALL_PATTERNS, ...Object.values(SCENES)].flatMap((pattern) => pulsesOf(pattern));
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(LEAST_PULSE);
});

test.each(CUE_SETS)('in the %s set, a zone is felt by its number of pulses', (set) => {
  const zones = [1, 2, 3, 4, 5] as const;
  expect(zones.map((zone) => pulsesOf(patternOf(zone, set)).length)).toEqual(zones);
});

test.each(CUE_SETS)('in the %s set, four pulses come as 2 + 2 and five as 3 + 2, well apart', (set) => {
  expect(groupsOf(patternOf(4, set))).toEqual([2, 2]);
  expect(groupsOf(patternOf(5, set))).toEqual([3, 2]);
  ([1, 2, 3, 'switchLeg', 'finish', ...BRIEF_SIGNALS] as const).forEach((signal) => {
    expect(groupsOf(patternOf(signal, set))).toHaveLength(1);
  });
});

test('in the wide set, signals with the same count differ more than in the standard set', () => {
  const apart = (set: CueSet, long: Signal, short: Signal) =>
    Number(patternOf(long, set)[0]) / Number(patternOf(short, set)[0]);
  const pairs: readonly (readonly [Signal, Signal])[] = [
    [1, 'lightTouch'],
    ['switchLeg', 2],
    ['finish', 3],
  ];
  pairs.forEach(([long, short]) => {
    expect(apart('wide', long, short)).toBeGreaterThanOrEqual(2 * apart('standard', long, short));
  });
});

test('a brief signal ends long before the service that plays it is ended', () => {
  BRIEF_SIGNALS.forEach((signal) => {
    expect(patternLength(patternOf(signal, 'standard'))).toBeLessThanOrEqual(BRIEF_LIMIT);
  });
});

test('every signal but the end, which nothing follows, is over before the next cue can be due', () => {
  const followed = FELT.filter((signal) => signal !== 'finish');
  const lengths = CUE_SETS.flatMap((set) => followed.map((signal) => patternLength(patternOf(signal, set))));
  expect(Math.max(...lengths)).toBeLessThan(CUE_GAP);
});

test('a scene that a page uses for a pulse of the standard set lasts until the page stops it', () => {
  FELT.flatMap((signal) => pulsesOf(patternOf(signal, 'standard'))).forEach((on) => {
    expect(SCENES[sceneFor(on)][0]).toBeGreaterThanOrEqual(on);
  });
});

test('a pattern is as long as its pulses and the rests between them', () => {
  expect(patternLength([100, 50, 100, 50, 100])).toBe(400);
});

/** Every pair of signals that could be confused, each played in any of the ways. */
function mixedUp(signals: readonly Signal[], ways: readonly Way[]) {
  const felt = ways.flatMap((way) =>
    signals.flatMap((signal) => {
      const pattern = way.patternOf(signal);
      return pattern ? [{ by: way.name, signal, said: way.saidOf(signal), pattern }] : [];
    }),
  );
  return felt.flatMap((a, place) =>
    felt
      .slice(place + 1)
      .filter((b) => a.signal !== b.signal && a.said !== b.said)
      .filter((b) => !areToldApart(a.pattern, b.pattern))
      .map((b) => [a.by, a.signal, b.by, b.signal]),
  );
}

function pulsesOf(pattern: Pattern): Pattern {
  return pattern.filter((_, place) => place % 2 === 0);
}

/** The sizes of the groups of pulses: a rest of twice the shortest one begins a new group. */
function groupsOf(pattern: Pattern): readonly number[] {
  const rests = pattern.filter((_, place) => place % 2 === 1);
  const groups = [1];
  rests.forEach((rest) => {
    if (rest >= 2 * Math.min(...rests)) groups.push(1);
    else groups.push(Number(groups.pop()) + 1);
  });
  return groups;
}
