import fc from 'fast-check';
import type { PreferencesProblemCode, StoredPreferences } from '../../../core/state/preferences';
import {
  changePreference,
  DEFAULT_PREFERENCES,
  makePreferences,
  parsePreferences,
  PREFERENCE_NAMES,
  PREFERENCES,
  PREFERENCES_PROBLEM_CODES,
  UNCHANGED_PREFERENCES,
} from '../../../core/state/preferences';
import { runs } from '../../runs';

const EACH = { numRuns: runs(1000, 200) };

test('preferences survive being written and read', () => {
  fc.assert(
    fc.property(preferences(), (stored) => {
      expect(parsePreferences(makePreferences(stored))).toEqual({ preferences: stored, problems: [] });
    }),
    EACH,
  );
});

test('every default is one of the choices, and stands as never changed', () => {
  PREFERENCE_NAMES.forEach((name) => {
    expect(PREFERENCES[name]).toContain(DEFAULT_PREFERENCES[name]);
    expect(UNCHANGED_PREFERENCES.revisions[name]).toBe(0);
  });
});

/** What is wrong, the file, and the problem it leads to. */
const wrong: readonly (readonly [string, string, PreferencesProblemCode, string])[] = [
  ['no JSON', '{"version":1,', 'notJson', ''],
  ['a list', '[1]', 'notAnObject', ''],
  ['no version', '{}', 'versionUnknown', ''],
  ['a version in words', '{"version":"1"}', 'versionUnknown', ''],
  ['the next version', '{"version":2,"lotionMode":[true,5]}', 'fromNewerVersion', ''],
  ['a third leg', '{"version":1,"firstLeg":["middle",5]}', 'badPreference', 'firstLeg'],
  ['a number for a word', '{"version":1,"strength":[2,5]}', 'badPreference', 'strength'],
  ['a word for a switch', '{"version":1,"lotionMode":["true",5]}', 'badPreference', 'lotionMode'],
  ['no revision', '{"version":1,"lotionMode":[true]}', 'badPreference', 'lotionMode'],
  ['a revision in words', '{"version":1,"lotionMode":[true,"today"]}', 'badPreference', 'lotionMode'],
  ['a revision below none', '{"version":1,"lotionMode":[true,-1]}', 'badPreference', 'lotionMode'],
  ['a bare value', '{"version":1,"lotionMode":true}', 'badPreference', 'lotionMode'],
];

test.each(wrong)('%s leads to the defaults and is told', (_name, text, code, place) => {
  expect(parsePreferences(text)).toEqual({ preferences: UNCHANGED_PREFERENCES, problems: [{ code, place }] });
});

test('every code of the closed set is met by one of these', () => {
  expect(new Set(wrong.map((row) => row[2]))).toEqual(new Set(PREFERENCES_PROBLEM_CODES));
});

test('one preference that cannot be read leaves the others alone', () => {
  const { preferences: read, problems } = parsePreferences(
    '{"version":1,"strength":["strong",7],"cueSet":["tiny",8],"futureField":[1,2]}',
  );
  expect([read.values.strength, read.revisions.strength, read.values.cueSet]).toEqual([
    'strong',
    7,
    'standard',
  ]);
  expect(problems).toEqual([{ code: 'badPreference', place: 'cueSet' }]);
});

test('whatever the file holds, every preference ends up as one of its choices', () => {
  const file = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(fc.constantFrom(...PREFERENCE_NAMES), fc.jsonValue())
      .map((it) => JSON.stringify({ version: 1, ...it })),
  );
  fc.assert(
    fc.property(file, (text) => {
      const { preferences: read } = parsePreferences(text);
      PREFERENCE_NAMES.forEach((name) => {
        expect(PREFERENCES[name]).toContain(read.values[name]);
      });
    }),
    EACH,
  );
});

test('a change has a higher revision than any that was seen, and changes nothing else', () => {
  fc.assert(
    fc.property(preferences(), fc.boolean(), (stored, value) => {
      const changed = changePreference(stored, 'lotionMode', value);
      expect(changed.values).toEqual({ ...stored.values, lotionMode: value });
      expect(changed.revisions).toEqual({ ...stored.revisions, lotionMode: stored.seen + 1 });
      expect([changed.seen, changed.firstLegPlan]).toEqual([stored.seen + 1, stored.firstLegPlan]);
    }),
    EACH,
  );
});

test('a plan or a revision that cannot be read costs no preference', () => {
  const { preferences: read, problems } = parsePreferences(
    '{"version":1,"firstLeg":["right",7],"firstLegPlan":"none","seen":-1}',
  );
  expect(problems).toEqual([]);
  expect([read.values.firstLeg, read.firstLegPlan, read.seen]).toEqual(['right', undefined, 7]);
});

// Helpers

function preferences(): fc.Arbitrary<StoredPreferences> {
  const values = fc.record({
    firstLeg: fc.constantFrom(...PREFERENCES.firstLeg),
    strength: fc.constantFrom(...PREFERENCES.strength),
    cueSet: fc.constantFrom(...PREFERENCES.cueSet),
    lotionMode: fc.boolean(),
    flipPauses: fc.boolean(),
    letScreenSleep: fc.boolean(),
  });
  const revision = fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 7e15 }));
  const revisions = fc.record({
    firstLeg: revision,
    strength: revision,
    cueSet: revision,
    lotionMode: revision,
    flipPauses: revision,
    letScreenSleep: revision,
  });
  const firstLegPlan = fc.option(revision, { nil: undefined });
  return fc
    .record({ values, revisions, firstLegPlan, more: revision })
    .map(({ more, ...stored }) => ({ ...stored, seen: Math.max(more, ...Object.values(stored.revisions)) }));
}
