import fc from 'fast-check';
import type { Fields } from '../../../core/json';
import type { Revised, Scalar, SharedPreferences } from '../../../core/link/shared-preferences';
import {
  adopt,
  hasNews,
  makeShared,
  mergeShared,
  parseShared,
  readShared,
  sharedOf,
} from '../../../core/link/shared-preferences';
import type { StoredPreferences } from '../../../core/state/preferences';
import {
  changePreference,
  chooseFirstLeg,
  firstLegIn,
  PREFERENCE_NAMES,
  PREFERENCES,
  UNCHANGED_PREFERENCES,
} from '../../../core/state/preferences';
import { fixtureJson } from '../../fixtures/fixture';
import { runs } from '../../runs';

const NUM_RUNS = { numRuns: runs(1000, 300) };

/** Few values and revisions, so that independent changes collide. */
const revised: fc.Arbitrary<Revised> = fc.oneof(
  fc.tuple(fc.constantFrom<Scalar[]>('strong', 'gentle', 'left', true, false), fc.nat(3)),
  fc.tuple(fc.constantFrom<Scalar[]>('left', 'right'), fc.nat(3), fc.constantFrom(0, 9, 10)),
);

const shared: fc.Arbitrary<SharedPreferences> = fc.dictionary(
  fc.constantFrom('strength', 'lotionMode', 'firstLeg', 'constructor', 'toString'),
  revised,
  { noNullPrototype: true },
);

describe('merged preferences', () => {
  it('are the same on two devices, in either order', () => {
    fc.assert(
      fc.property(shared, shared, (a, b) => {
        expect(mergeShared(a, b)).toEqual(mergeShared(b, a));
      }),
      NUM_RUNS,
    );
  });

  it('are the same on three devices in whatever order they meet', () => {
    fc.assert(
      fc.property(shared, shared, shared, (a, b, c) => {
        expect(mergeShared(mergeShared(a, b), c)).toEqual(mergeShared(a, mergeShared(b, c)));
      }),
      NUM_RUNS,
    );
  });

  it('do not change when merged again, and are reported as news exactly when merging changes something', () => {
    fc.assert(
      fc.property(shared, shared, (a, b) => {
        const both = mergeShared(a, b);
        expect(mergeShared(both, b)).toBe(both);
        expect(hasNews(both, both)).toBe(false);
        expect(hasNews(a, b)).toBe(JSON.stringify(mergeShared(b, a)) !== JSON.stringify(b));
      }),
      NUM_RUNS,
    );
  });
});

describe('a change', () => {
  /** What a watch had received or chosen before. */
  const past = fc.oneof(
    shared.map((told) => ({ told })),
    fc.constantFrom(...PREFERENCES.strength).map((chosen) => ({ chosen })),
  );

  it('wins over everything its device knew of, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.array(past), fc.constantFrom(...PREFERENCES.strength), (events, value) => {
        const known: SharedPreferences[] = [];
        const watch = events.reduce((stored, event) => {
          const next =
            'told' in event ? adopt(stored, event.told) : changePreference(stored, 'strength', event.chosen);
          known.push('told' in event ? event.told : sharedOf(next));
          return next;
        }, UNCHANGED_PREFERENCES);
        const changed = sharedOf(changePreference(watch, 'strength', value));
        known.forEach((before) => {
          expect(mergeShared(before, changed)['strength']).toEqual(changed['strength']);
        });
      }),
      NUM_RUNS,
    );
  });

  it('reaches all devices that talk to the phone, which then agree', () => {
    const act = fc.record({
      watch: fc.nat(2),
      what: fc.oneof(fc.constantFrom(...PREFERENCES.strength), fc.constant('talk' as const)),
    });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let phone: SharedPreferences = {};
        const watches = [UNCHANGED_PREFERENCES, UNCHANGED_PREFERENCES, UNCHANGED_PREFERENCES];
        const talk = (number: number): void => {
          const stored = watches[number] ?? UNCHANGED_PREFERENCES;
          phone = mergeShared(phone, sharedOf(stored));
          watches[number] = adopt(stored, phone);
        };
        acts.forEach(({ watch, what }) => {
          const stored = watches[watch] ?? UNCHANGED_PREFERENCES;
          if (what === 'talk') talk(watch);
          else watches[watch] = changePreference(stored, 'strength', what);
        });
        [0, 1, 2, 0, 1, 2].forEach(talk);
        watches.forEach((stored) => {
          expect(sharedOf(stored)).toEqual(phone);
        });
      }),
      NUM_RUNS,
    );
  });

  it('of an older version counts by its time, and loses to a later time', () => {
    const tomorrow = Date.UTC(2099, 0, 1);
    const told = adopt(UNCHANGED_PREFERENCES, { strength: ['strong', tomorrow] });
    expect(told.values.strength).toBe('strong');
    const changed = changePreference(told, 'strength', 'gentle');
    expect(adopt(changed, { strength: ['strong', tomorrow] })).toBe(changed);
    expect(adopt(told, sharedOf(changed)).values.strength).toBe('gentle');
  });
});

describe('the leg that is chosen to be first', () => {
  const PLAN = Date.UTC(2026, 2, 5);

  it('is first only in the plan for which it was chosen, whatever the revision of another plan', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(5), (plan, other, toggles) => {
        let stored: StoredPreferences = UNCHANGED_PREFERENCES;
        for (let at = 0; at <= toggles; at += 1) stored = chooseFirstLeg(stored, 'right', plan);
        expect(firstLegIn(stored, plan)).toBe('right');
        expect(firstLegIn(stored, other)).toBe(plan === other ? 'right' : undefined);
      }),
      NUM_RUNS,
    );
  });

  it('is undefined before one was chosen', () => {
    expect(firstLegIn(UNCHANGED_PREFERENCES, 0)).toBeUndefined();
  });

  it('keeps its plan on the way to another watch, even if an older phone does not mention it', () => {
    const stored = chooseFirstLeg(UNCHANGED_PREFERENCES, 'right', PLAN);
    const there = adopt(UNCHANGED_PREFERENCES, sharedOf(stored));
    expect([firstLegIn(there, PLAN), firstLegIn(there, PLAN - 1)]).toEqual(['right', undefined]);
    const { preferences } = makeShared(sharedOf(stored));
    expect(adopt(stored, preferences)).toBe(stored);
    const overOldPhone = adopt(UNCHANGED_PREFERENCES, preferences);
    expect([firstLegIn(overOldPhone, PLAN), firstLegIn(overOldPhone, PLAN + 5)]).toEqual([
      'right',
      undefined,
    ]);
  });

  it('that an older version chose counts until there is a later plan', () => {
    const old = adopt(UNCHANGED_PREFERENCES, { firstLeg: ['right', PLAN] });
    expect([firstLegIn(old, PLAN - 1), firstLegIn(old, PLAN)]).toEqual(['right', undefined]);
  });
});

test('a preference that was never changed is not sent, so it cannot win over another', () => {
  expect(sharedOf(UNCHANGED_PREFERENCES)).toEqual({});
  const changed = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  expect(sharedOf(changed)).toEqual({ strength: ['strong', 1] });
});

test('the watch takes over changes made elsewhere and keeps its own later ones', () => {
  const mine = changePreference(
    changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong'),
    'cueSet',
    'wide',
  );
  const after = adopt(mine, { strength: ['gentle', 2], cueSet: ['standard', 1], firstLeg: ['right', 1] });
  expect(sharedOf(after)).toEqual({ strength: ['gentle', 2], cueSet: ['wide', 2], firstLeg: ['right', 1] });
});

test('the watch leaves out preferences it does not know, and remembers that they were there', () => {
  const mine = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  const theirs = { strength: ['deafening', 7], colour: ['red', 5], constructor: [1, 1] } as const;
  const after = adopt(mine, theirs);
  expect(after).toEqual({ ...mine, seen: 7 });
  expect(sharedOf(changePreference(after, 'strength', 'gentle'))).toEqual({ strength: ['gentle', 8] });
});

test('of two independent changes, both devices keep the same one', () => {
  const mine = changePreference(UNCHANGED_PREFERENCES, 'strength', 'gentle');
  expect(adopt(mine, { strength: ['strong', 1] }).values.strength).toBe('strong');
  const theirs = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  expect(adopt(theirs, { strength: ['gentle', 1] })).toBe(theirs);
});

describe('preferences in a message', () => {
  it('are read as they were sent', () => {
    const any = fc.dictionary(
      fc.string({ unit: fc.constantFrom('a', 'B'), minLength: 1, maxLength: 6 }),
      fc.oneof(revised, fc.tuple(fc.string({ maxLength: 200 }), fc.nat())),
      { noNullPrototype: true, maxKeys: 60 },
    );
    fc.assert(
      fc.property(any, (values) => {
        const message = JSON.parse(JSON.stringify(makeShared(values))) as Fields;
        expect(parseShared(message)).toEqual(values);
      }),
      NUM_RUNS,
    );
  });

  it('are split so that the first versions accept their part', () => {
    const many = Object.fromEntries(
      Array.from('abcdefghijklmnopqrstuvwxyz', (name, at): [string, Revised] => [name, [at, 1]]),
    );
    const { preferences, morePreferences } = makeShared({
      note: ['x'.repeat(41), 3],
      ...many,
      firstLeg: ['right', 5, 4],
    });
    expect(Object.keys(preferences)).toHaveLength(24);
    expect(Object.keys(morePreferences ?? {})).toEqual(['note', 'x', 'y', 'z', 'firstLeg']);
    expect(makeShared({ firstLeg: ['right', 5, 4] })).toEqual({
      preferences: { firstLeg: ['right', 5] },
      morePreferences: { firstLeg: ['right', 5, 4] },
    });
  });

  it('have all that the first versions know in their part, however many others were changed before', () => {
    const stored = fixtureJson('watch/preferences-all-changed.json') as Fields;
    const known = Object.keys(stored).filter((name) => name !== 'version');
    const others = PREFERENCE_NAMES.filter((name) => !known.includes(name));
    const all = [...others, ...known].map((name): [string, Revised] => [name, [true, 1]]);
    expect(all.length).toBeGreaterThan(24);
    expect(Object.keys(makeShared(Object.fromEntries(all)).preferences)).toEqual(
      expect.arrayContaining(known),
    );
  });

  it.each<readonly [string, unknown]>([
    ['a bare value', 7],
    ['a list that is too short', ['strong']],
    ['a list that is too long', ['strong', 1, 2, 3]],
    ['a value that is none', [{}, 1]],
    ['a text of 401 characters', ['x'.repeat(401), 1]],
    ['a revision below none', ['strong', -1]],
    ['a revision in words', ['strong', 'today']],
    ['a revision beyond all', ['strong', 9e15]],
    ['a plan that is none', ['strong', 1, '7']],
  ])('that are %s are left out, and the others are read', (_, entry) => {
    const fields = { preferences: { cueSet: ['wide', 1], strength: entry }, morePreferences: 'rubbish' };
    expect(parseShared(fields)).toEqual({ cueSet: ['wide', 1] });
    expect(readShared(fields.preferences)).toEqual({ value: { cueSet: ['wide', 1] }, whole: false });
  });

  it.each(['', 'with space', 'x'.repeat(25), '__proto__', 'a1'])('of the name %j are left out', (name) => {
    const fields = { preferences: JSON.parse(`{"${name}":["strong",1]}`) as unknown };
    expect(parseShared(fields)).toEqual({});
  });

  it('are empty if there is no object', () => {
    expect(parseShared({ preferences: [] })).toBeUndefined();
    expect(readShared('rubbish')).toEqual({ value: {}, whole: false });
  });

  it('are no more than 64', () => {
    const names = Array.from('abcdefghij', (one) => Array.from('abcdefghij', (other) => one + other)).flat();
    const fields = { preferences: Object.fromEntries(names.map((name) => [name, [1, 1]])) };
    expect(Object.keys(parseShared(fields) ?? {})).toHaveLength(64);
  });
});

test('every preference has a name that can be sent', () => {
  const all = Object.fromEntries(PREFERENCE_NAMES.map((name): [string, Revised] => [name, [true, 1]]));
  expect(parseShared(makeShared(all) as unknown as Fields)).toEqual(all);
});
