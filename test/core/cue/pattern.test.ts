import type { Signal } from '../../../core/cue/cue';
import { SIGNALS } from '../../../core/cue/cue';
import type { CueSet, Pattern } from '../../../core/cue/pattern';
import {
  BRIEF_LIMIT,
  briefPatternOf,
  briefSceneOf,
  CUE_SETS,
  patternLength,
  patternOf,
  SCENES,
  scenesOf,
} from '../../../core/cue/pattern';
import { CUE_GAP } from '../../../core/routine';

/** One way in which the signals can come to the skin. */
interface Way {
  readonly name: string;
  readonly feelOf: (signal: Signal) => Pick<Pattern, 'count' | 'on'>;
}

const lists: readonly Way[] = [
  ...CUE_SETS.map((set) => ({ name: `the ${set} set`, feelOf: (signal: Signal) => patternOf(signal, set) })),
  { name: 'a service', feelOf: briefPatternOf },
];

const pageScenes: Way = {
  name: "a page's scenes",
  feelOf(signal) {
    const { scene, times } = scenesOf(signal);
    return { count: SCENES[scene].count * times, on: SCENES[scene].on };
  },
};

const serviceScenes: Way = { name: "a service's scenes", feelOf: (signal) => SCENES[briefSceneOf(signal)] };

const ZONES = [1, 2, 3, 4, 5] as const;

test('any two signals differ in number of pulses or twofold in length, whatever set or carrier they come from', () => {
  expect(alikeIn([...lists, pageScenes])).toEqual([]);
});

test('where a motor takes no lists, the same holds for its scenes, but for zones that a service has to bring', () => {
  const alike = alikeIn([pageScenes, serviceScenes]).filter(
    ({ a, b, ways }) => !(isZone(a) && isZone(b) && ways.includes(serviceScenes.name)),
  );
  expect(alike).toEqual([]);
});

test.each([...lists, pageScenes])('in $name, a zone is felt by its number of pulses', ({ feelOf }) => {
  expect(ZONES.map((zone) => feelOf(zone).count)).toEqual(ZONES);
});

test('a signal keeps its number of pulses in every set and on every carrier', () => {
  SIGNALS.forEach((signal) => {
    const counts = [...lists, pageScenes].map(({ feelOf }) => feelOf(signal).count);
    expect(new Set(counts).size).toBe(1);
  });
});

test('in the wide set, signals of one count lie further apart than in the standard set', () => {
  const apart = (set: CueSet, long: Signal, short: Signal) =>
    patternOf(long, set).on / patternOf(short, set).on;
  const pairs: readonly (readonly [Signal, Signal])[] = [
    [1, 'lightTouch'],
    ['switchLeg', 2],
    ['finish', 3],
  ];
  pairs.forEach(([long, short]) => {
    expect(apart('wide', long, short)).toBeGreaterThanOrEqual(2 * apart('standard', long, short));
  });
});

test('no pulse of a pattern is shorter than a motor needs to be felt', () => {
  const shortest = lists.flatMap(({ feelOf }) => SIGNALS.map((signal) => feelOf(signal).on));
  expect(Math.min(...shortest)).toBeGreaterThanOrEqual(50);
});

test('a service has played every signal long before it is torn down', () => {
  SIGNALS.forEach((signal) => {
    expect(patternLength(briefPatternOf(signal))).toBeLessThanOrEqual(BRIEF_LIMIT);
  });
});

test('every signal but the end, which nothing follows, is over before the next cue can be due', () => {
  const followed = SIGNALS.filter((signal) => signal !== 'finish');
  const lengths = CUE_SETS.flatMap((set) => followed.map((signal) => patternLength(patternOf(signal, set))));
  expect(Math.max(...lengths)).toBeLessThan(CUE_GAP);
});

test('no scene begins before the one before it has ended', () => {
  SIGNALS.forEach((signal) => {
    const { scene, times, every } = scenesOf(signal);
    if (times > 1) expect(every).toBeGreaterThan(patternLength(SCENES[scene]));
  });
});

test('a pattern is as long as its pulses and the gaps between them', () => {
  expect(patternLength({ count: 3, on: 100, gap: 50 })).toBe(400);
});

/** Every two signals that cannot be told apart when one comes in one way and the other in the same or another. */
function alikeIn(ways: readonly Way[]) {
  const felt = ways.flatMap(({ name, feelOf }) =>
    SIGNALS.map((signal) => ({ name, signal, ...feelOf(signal) })),
  );
  return felt.flatMap((a, place) =>
    felt
      .slice(place + 1)
      .filter((b) => a.signal !== b.signal && a.count === b.count)
      .filter((b) => Math.max(a.on, b.on) < 2 * Math.min(a.on, b.on))
      .map((b) => ({ a: a.signal, b: b.signal, ways: [a.name, b.name] })),
  );
}

function isZone(signal: Signal): boolean {
  return ZONES.some((zone) => zone === signal);
}
