import fc from 'fast-check';
import { parsePlan } from '../../../core/plan/parse-plan';
import { planSeconds } from '../../../core/plan/plan';
import type { PlanProblemCode } from '../../../core/plan/problem';
import { PLAN_PROBLEM_CODES } from '../../../core/plan/problem';
import { PLAN_TEXTS, planSentence } from '../../../core/plan/sentence';
import { filled, LISTED } from '../../../core/sentence';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { TWO_ZONES_A_LEG } from '../plans';

const EACH = { numRuns: runs(1000, 200) };

/** The mistake, a plan that has it, its code and place, and what the sentence must say. */
const wrong: readonly (readonly [string, unknown, PlanProblemCode, string, RegExp])[] = [
  ['nothing at all', undefined, 'notAnObject', '', /plan .*write it as \{/],
  ['a text', 'five minutes a leg', 'notAnObject', '', /plan .*write it as \{/],
  ['a list', [], 'notAnObject', '', /plan .*write it as \{/],
  ['null', null, 'notAnObject', '', /plan .*write it as \{/],
  ['no version', withOut('version'), 'versionMissing', 'version', /version: add "version": 1/],
  ['the next version', withField('version', 2), 'versionFromFuture', 'version', /version 2.*update Legato/],
  ['a version in words', withField('version', '1'), 'versionUnknown', 'version', /version.*must be 1/],
  ['version 0', withField('version', 0), 'versionUnknown', 'version', /version.*must be 1/],
  ['version NaN', withField('version', NaN), 'versionUnknown', 'version', /version.*must be 1/],
  [
    'no pause',
    withOut('prepareSeconds'),
    'fieldMissing',
    'prepareSeconds',
    /prepareSeconds is missing: add it/,
  ],
  [
    'no order',
    withOut('zoneOrder'),
    'fieldMissing',
    'zoneOrder',
    /zoneOrder is missing.*"upward", "upperFirst"/,
  ],
  ['no legs', withOut('legs'), 'fieldMissing', 'legs', /legs is missing: add it as a list/],
  ['no reminder', withOut('reminderSeconds'), 'fieldMissing', 'reminderSeconds', /from 15 to 300 or "off"/],
  [
    'no name of a leg',
    withLeg({ zones: [ankle()] }),
    'fieldMissing',
    'legs[0].leg',
    /legs\[0\]\.leg .*"left", "right"/,
  ],
  ['no zones', withLeg({ leg: 'left' }), 'fieldMissing', 'legs[0].zones', /legs\[0\]\.zones is missing/],
  [
    'an unknown field',
    withField('music', 'harp'),
    'fieldUnknown',
    'music',
    /music is not part of a plan: take it out/,
  ],
  [
    'an unknown field of a leg',
    withLeg({ leg: 'left', zones: [ankle()], hair: 1 }),
    'fieldUnknown',
    'legs[0].hair',
    /legs\[0\]\.hair .*take it out \(known here: leg, zones\)/,
  ],
  [
    'an unknown field of a zone',
    withZone({ ...ankle(), oil: 1 }),
    'fieldUnknown',
    'legs[0].zones[0].oil',
    /legs\[0\]\.zones\[0\]\.oil .*take it out/,
  ],
  [
    'legs that are one leg',
    withField('legs', { leg: 'left' }),
    'notAList',
    'legs',
    /legs is not a list.*brackets/,
  ],
  [
    'zones in words',
    withLeg({ leg: 'left', zones: 'all' }),
    'notAList',
    'legs[0].zones',
    /legs\[0\]\.zones is not a list/,
  ],
  [
    'a number in words',
    withField('switchSeconds', '15'),
    'notANumber',
    'switchSeconds',
    /switchSeconds is not a number/,
  ],
  ['NaN', withField('prepareSeconds', NaN), 'notANumber', 'prepareSeconds', /prepareSeconds is not a number/],
  [
    'null seconds',
    withZone({ zone: 'ankle', seconds: null }),
    'notANumber',
    'legs[0].zones[0].seconds',
    /from 5 to 900/,
  ],
  [
    'half a second',
    withField('switchSeconds', 1.5),
    'notWhole',
    'switchSeconds',
    /switchSeconds is 1\.5.*whole seconds/,
  ],
  [
    'less than no time',
    withField('prepareSeconds', -1),
    'outOfRange',
    'prepareSeconds',
    /is -1: .*from 0 to 120/,
  ],
  [
    'too long a pause',
    withField('switchSeconds', 121),
    'outOfRange',
    'switchSeconds',
    /is 121: .*from 0 to 120/,
  ],
  [
    'endless',
    withField('switchSeconds', Infinity),
    'outOfRange',
    'switchSeconds',
    /is Infinity: .*from 0 to 120/,
  ],
  [
    'reminders too often',
    withField('reminderSeconds', 14),
    'outOfRange',
    'reminderSeconds',
    /is 14: .*or "off"/,
  ],
  [
    'reminders too rare',
    withField('reminderSeconds', 301),
    'outOfRange',
    'reminderSeconds',
    /is 301: .*or "off"/,
  ],
  [
    'too short a zone',
    withZone({ zone: 'ankle', seconds: 4 }),
    'outOfRange',
    'legs[0].zones[0].seconds',
    /is 4: .*5 to 900/,
  ],
  [
    'too long a zone',
    withZone({ zone: 'ankle', seconds: 901 }),
    'outOfRange',
    'legs[0].zones[0].seconds',
    /is 901: /,
  ],
  [
    'a third leg',
    withLeg({ leg: 'middle', zones: [ankle()] }),
    'notAChoice',
    'legs[0].leg',
    /legs\[0\]\.leg .*"left", "right"/,
  ],
  [
    'no such zone',
    withZone({ zone: 'toe', seconds: 60 }),
    'notAChoice',
    'legs[0].zones[0].zone',
    /must be one of "ankle"/,
  ],
  [
    'no such order',
    withField('zoneOrder', 'downward'),
    'notAChoice',
    'zoneOrder',
    /must be one of "upward", "upperFirst"/,
  ],
  ['reminders never', withField('reminderSeconds', 'never'), 'notANumber', 'reminderSeconds', /or "off"/],
  [
    'a leg twice',
    withField('legs', [left(), left()]),
    'legTwice',
    'legs[1].leg',
    /legs\[1\] names the leg "left" again: name each leg once/,
  ],
  [
    'a zone twice',
    withLeg({ leg: 'left', zones: [ankle(), ankle()] }),
    'zoneTwice',
    'legs[0].zones[1].zone',
    /legs\[0\]\.zones\[1\] names the zone "ankle" again: name each zone once/,
  ],
  [
    'a leg with nothing to do beside one with',
    withField('legs', [left(), { leg: 'right', zones: [] }]),
    'legWithoutZones',
    'legs[1].zones',
    /legs\[1\] has no zone: add one, or leave the leg out/,
  ],
  ['no leg', withField('legs', []), 'zeroLength', 'legs', /no zone at all: give at least one leg one zone/],
  [
    'two legs with nothing to do',
    withField('legs', [nothing('left'), nothing('right')]),
    'zeroLength',
    'legs',
    /no zone/,
  ],
  [
    'an hour and five seconds',
    { ...TWO_ZONES_A_LEG, prepareSeconds: 5, legs: [{ leg: 'left', zones: fourZonesOf(900) }] },
    'tooLong',
    '',
    /takes 3605 s in all: shorten it to 3600 s/,
  ],
  [
    'a leg that is a word',
    withField('legs', ['left']),
    'notAnObject',
    'legs[0]',
    /legs\[0\] is not an object: write it as/,
  ],
  [
    'a zone that is a word',
    withZone('ankle'),
    'notAnObject',
    'legs[0].zones[0]',
    /legs\[0\]\.zones\[0\] is not an object/,
  ],
  [
    'a hole in a list',
    withLeg({ leg: 'left', zones: new Array(1) }),
    'notAnObject',
    'legs[0].zones[0]',
    /zones\[0\]/,
  ],
];

test.each(wrong)('%s is reported, with its place and what to do', (_name, plan, code, place, sentence) => {
  const parsed = parsePlan(plan);
  const problems = parsed.ok ? [] : parsed.error;
  expect(problems.map((problem) => [problem.code, problem.place])).toEqual([[code, place]]);
  const said = problems.map((problem) => filled(planSentence(problem)));
  expect(said).toEqual([expect.stringMatching(sentence)]);
  expect(said).toEqual([expect.stringMatching(/^[^\n]+: [^\n]+\.$/)]);
});

test('these cover every text of a sentence', () => {
  const texts = wrong.flatMap((row) => {
    const parsed = parsePlan(row[1]);
    return parsed.ok ? [] : parsed.error.map((problem) => planSentence(problem).text);
  });
  expect(new Set(texts)).toEqual(new Set(Object.values(PLAN_TEXTS)));
});

test('a name that contains braces is shown as it is, in any language', () => {
  const parsed = parsePlan({ ...TWO_ZONES_A_LEG, '{known}': 1 });
  const [problem] = parsed.ok ? [] : parsed.error;
  const chinese: Readonly<Record<string, string>> = {
    [PLAN_TEXTS.fieldUnknown]: '去掉 {place}：{known}，{other}',
    [LISTED]: '{list}、{item}',
  };
  const said = problem && filled(planSentence(problem), (text) => chinese[text] ?? text);
  expect(said).toBe(
    '去掉 {known}：version、prepareSeconds、switchSeconds、reminderSeconds、zoneOrder、legs，{other}',
  );
});

test('these cover every code of the closed set', () => {
  expect(new Set(wrong.map((row) => row[2]))).toEqual(new Set(PLAN_PROBLEM_CODES));
});

test('all mistakes of a plan are reported at once, in the order of the fields', () => {
  const parsed = parsePlan({
    version: 1,
    prepareSeconds: -3,
    switchSeconds: '15',
    reminderSeconds: 'off',
    zoneOrder: 'sideways',
    legs: [{ leg: 'left', zones: [{ zone: 'ankle', seconds: 2.5 }, { zone: 'calf' }] }],
    colour: 'red',
  });
  expect(parsed.ok ? [] : parsed.error.map(({ code, place }) => `${code} ${place}`)).toEqual([
    'fieldUnknown colour',
    'outOfRange prepareSeconds',
    'notANumber switchSeconds',
    'notAChoice zoneOrder',
    'outOfRange legs[0].zones[0].seconds',
    'fieldMissing legs[0].zones[1].seconds',
  ]);
});

test('a plan at either end of every limit is accepted', () => {
  const least = {
    ...TWO_ZONES_A_LEG,
    prepareSeconds: 0,
    switchSeconds: 0,
    reminderSeconds: 15,
    legs: [{ leg: 'right', zones: [{ zone: 'knee', seconds: 5 }] }],
  };
  const most = {
    ...TWO_ZONES_A_LEG,
    prepareSeconds: 120,
    switchSeconds: 120,
    reminderSeconds: 300,
    legs: [
      { leg: 'right', zones: [...fourZonesOf(715), { zone: 'upperThigh', seconds: 250 }] },
      { leg: 'left', zones: [{ zone: 'knee', seconds: 250 }] },
    ],
  };
  expect([least, most].map((plan) => parsePlan(plan).ok)).toEqual([true, true]);
});

test('zones are returned from the ankle up, however they were listed', () => {
  const parsed = parsePlan(withLeg({ leg: 'left', zones: [...fourZonesOf(60)].reverse() }));
  expect(parsed.ok && parsed.value.legs[0]?.zones).toEqual(fourZonesOf(60));
});

test('a plan survives being written as JSON and read again', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
    }),
    EACH,
  );
});

test('any value is either a plan within all limits or refused in sentences; nothing throws', () => {
  const nearly = fc
    .tuple(plans(), fc.constantFrom(...placesOf(TWO_ZONES_A_LEG)), fc.oneof(fc.jsonValue(), fc.anything()))
    .map(([plan, place, value]) => withValueAt(plan, place, value));
  const arbitrary = fc.oneof(
    nearly,
    fc.jsonValue(),
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true }),
  );
  fc.assert(
    fc.property(arbitrary, (value) => {
      const parsed = parsePlan(value);
      if (parsed.ok) {
        expect(parsed.value.legs.every(({ zones }) => zones.length > 0)).toBe(true);
        expect(planSeconds(parsed.value)).toBeGreaterThanOrEqual(5);
        expect(planSeconds(parsed.value)).toBeLessThanOrEqual(3600);
      } else {
        expect(parsed.error.length).toBeGreaterThan(0);
        parsed.error.forEach((problem) => {
          expect(PLAN_PROBLEM_CODES).toContain(problem.code);
          expect(filled(planSentence(problem))).toMatch(/\.$/);
        });
      }
    }),
    EACH,
  );
});

// Helpers

function ankle(): { zone: string; seconds: number } {
  return { zone: 'ankle', seconds: 60 };
}

function left(): unknown {
  return { leg: 'left', zones: [ankle()] };
}

function nothing(leg: string): unknown {
  return { leg, zones: [] };
}

function fourZonesOf(seconds: number): readonly { zone: string; seconds: number }[] {
  return ['ankle', 'calf', 'knee', 'lowerThigh'].map((zone) => ({ zone, seconds }));
}

function withField(name: string, value: unknown): unknown {
  return { ...TWO_ZONES_A_LEG, [name]: value };
}

function withOut(name: string): unknown {
  return Object.fromEntries(Object.entries(TWO_ZONES_A_LEG).filter(([key]) => key !== name));
}

function withLeg(leg: unknown): unknown {
  return withField('legs', [leg]);
}

function withZone(zone: unknown): unknown {
  return withLeg({ leg: 'left', zones: [zone] });
}

/** Every place in a value, as a path of keys. */
function placesOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner).map((place) => [key, ...place])),
  ];
}

function withValueAt(target: unknown, place: readonly string[], value: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined || typeof target !== 'object' || target === null) return value;
  const copy: Record<string, unknown> = { ...target };
  copy[key] = withValueAt(copy[key], rest, value);
  return Array.isArray(target) ? Object.values(copy) : copy;
}
