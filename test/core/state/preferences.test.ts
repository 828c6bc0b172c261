import fc from 'fast-check';
import type { PreferenceName, Preferences, StoredPreferences } from '../../../core/state/preferences';
import {
  changePreference,
  DEFAULT_PREFERENCES,
  letsScreenSleep,
  PREFERENCE_NAMES,
  PREFERENCES,
  PREFERENCES_FILE,
  UNCHANGED_PREFERENCES,
} from '../../../core/state/preferences';
import type { Reading } from '../../../core/state/stored';
import { readStored, storedText } from '../../../core/state/stored';
import { runs } from '../../runs';

const EACH = { numRuns: runs(1000, 200) };

test('preferences survive being written and read', () => {
  fc.assert(
    fc.property(preferences(), (stored) => {
      expect(read(storedText(PREFERENCES_FILE, stored))).toEqual({ value: stored });
    }),
    EACH,
  );
});

test.each([
  [true, false, true],
  [true, true, false],
  [false, false, false],
  [false, true, false],
])('with letScreenSleep %s and darkLook %s the screen may sleep: %s', (letScreenSleep, darkLook, may) => {
  expect(letsScreenSleep({ letScreenSleep, darkLook })).toBe(may);
});

test('every default is one of the choices, and counts as never changed', () => {
  PREFERENCE_NAMES.forEach((name) => {
    expect(PREFERENCES[name]).toContain(DEFAULT_PREFERENCES[name]);
    expect(UNCHANGED_PREFERENCES.revisions[name]).toBe(0);
  });
});

test.each([
  ['no JSON', '{"version":1,'],
  ['a list', '[1]'],
  ['a third leg', '{"version":1,"firstLeg":["middle",5]}'],
  ['a number for a word', '{"version":1,"strength":[2,5]}'],
  ['a word for a switch', '{"version":1,"lotionMode":["true",5]}'],
  ['no revision', '{"version":1,"lotionMode":[true]}'],
  ['a revision in words', '{"version":1,"lotionMode":[true,"today"]}'],
  ['a revision below none', '{"version":1,"lotionMode":[true,-1]}'],
  ['a bare value', '{"version":1,"lotionMode":true}'],
])('%s leads to the defaults and is reported', (_name, text) => {
  expect(read(text)).toEqual({ value: UNCHANGED_PREFERENCES, problem: 'damaged' });
});

test('one unreadable preference does not affect the others', () => {
  const { value, problem } = read(
    '{"version":1,"strength":["strong",7],"cueSet":["tiny",8],"futureField":[1,2]}',
  );
  const { values, revisions } = value;
  expect([values.strength, revisions.strength, values.cueSet]).toEqual(['strong', 7, 'standard']);
  expect(problem).toBe('damaged');
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
      const { values } = read(text).value;
      PREFERENCE_NAMES.forEach((name) => {
        expect(PREFERENCES[name]).toContain(values[name]);
      });
    }),
    EACH,
  );
});

test('a change gets a higher revision than any seen before, and changes nothing else', () => {
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

test('an unreadable plan or revision loses no preference', () => {
  const { value, problem } = read('{"version":1,"firstLeg":["right",7],"firstLegPlan":"none","seen":-1}');
  expect(problem).toBeUndefined();
  expect([value.values.firstLeg, value.firstLegPlan, value.seen]).toEqual(['right', undefined, 7]);
});

// Helpers

function read(text: string): Reading<StoredPreferences> {
  return readStored(PREFERENCES_FILE, text);
}

function preferences(): fc.Arbitrary<StoredPreferences> {
  const choices = PREFERENCE_NAMES.map(
    (name) => [name, fc.constantFrom<Preferences[PreferenceName]>(...PREFERENCES[name])] as const,
  );
  const values = fc.record(
    Object.fromEntries<fc.Arbitrary<Preferences[PreferenceName]>>(choices),
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<Preferences>;
  const revision = fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 7e15 }));
  const revisions = fc.record(
    Object.fromEntries<fc.Arbitrary<number>>(PREFERENCE_NAMES.map((name) => [name, revision])),
  ) as fc.Arbitrary<StoredPreferences['revisions']>;
  const firstLegPlan = fc.option(revision, { nil: undefined });
  return fc
    .record({ values, revisions, firstLegPlan, more: revision })
    .map(({ more, ...stored }) => ({ ...stored, seen: Math.max(more, ...Object.values(stored.revisions)) }));
}
