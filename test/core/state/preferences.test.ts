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
import { instants } from '../arbitraries';

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
    expect(UNCHANGED_PREFERENCES.changedAt[name]).toBe(0);
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
  ['no instant', '{"version":1,"lotionMode":[true]}', 'badPreference', 'lotionMode'],
  ['an instant in words', '{"version":1,"lotionMode":[true,"today"]}', 'badPreference', 'lotionMode'],
  ['an instant before all time', '{"version":1,"lotionMode":[true,-1]}', 'badPreference', 'lotionMode'],
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
  expect([read.values.strength, read.changedAt.strength, read.values.cueSet]).toEqual([
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

test('a change is the last change of its preference, even when the clock has gone back', () => {
  fc.assert(
    fc.property(preferences(), fc.boolean(), instants(), (stored, value, now) => {
      const changed = changePreference(stored, 'lotionMode', value, now);
      expect(changed.values).toEqual({ ...stored.values, lotionMode: value });
      expect(changed.changedAt.lotionMode).toBeGreaterThan(stored.changedAt.lotionMode);
      expect({ ...changed.changedAt, lotionMode: 0 }).toEqual({ ...stored.changedAt, lotionMode: 0 });
    }),
    EACH,
  );
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
    timerCarrier: fc.boolean(),
  });
  const at = fc.oneof(fc.constant(0), instants());
  const changedAt = fc.record({
    firstLeg: at,
    strength: at,
    cueSet: at,
    lotionMode: at,
    flipPauses: at,
    letScreenSleep: at,
    timerCarrier: at,
  });
  return fc.record({ values, changedAt });
}
