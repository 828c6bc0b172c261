import fc from 'fast-check';
import { REFUSALS } from '../../core/link/answer';
import { METHODS } from '../../core/link/envelope';
import { makeRequest } from '../../core/link/request';
import { packRecord } from '../../core/record/packed-record';
import { answer } from '../../phone/answer';
import { deleteSessions } from '../../phone/deletions';
import { readExchange } from '../../phone/exchange';
import {
  DIGEST_PREFIX,
  EXCHANGE_KEY,
  INDEX_KEY,
  MONTH_PREFIX,
  PLAN_KEY,
  PREFERENCES_KEY,
} from '../../phone/storage-keys';
import { openLibrary } from '../../phone/history/library';
import { putRecords, readLedger } from '../../phone/ledger';
import { putPlan } from '../../phone/plan-store';
import { readPreferences } from '../../phone/preferences';
import { dailyRecord, packed } from '../core/record/records';
import { runs } from '../runs';
import { MemoryStorage } from './memory-storage';
import { phoneAt } from './fake-phone';
import { TWO_ZONES_A_LEG } from '../core/plans';

const NOW = Date.UTC(2026, 4, 1, 8, 14);
const watch = 'abcdefghjk';
const HELLO = makeRequest(1, {
  ...{ method: 'hello', watch, name: 'Balance 2', waiting: 2, whole: true, planRevision: 0, preferences: {} },
});
const PUT = makeRequest(2, { method: 'sessions.put', watch, records: [packed(1), packed(2)], left: 0 });

test('a hello is answered with what the phone has, and the watch is remembered', () => {
  const storage = new MemoryStorage();
  expect(answer(HELLO, phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 1,
    method: 'hello',
    planRevision: 0,
    preferences: {},
  });
  expect(readExchange(storage)).toEqual({
    last: { at: NOW, outcome: 'answered' },
    watches: [
      {
        id: watch,
        name: 'Balance 2',
        lastSeen: NOW,
        firstSeen: NOW,
        waiting: 2,
        waitingAsOf: 1,
        whole: true,
        refused: [],
        planRevision: 0,
        planSent: 0,
      },
    ],
  });
});

test('a ledger is named by the random numbers of the phone it is asked on', () => {
  const ask = makeRequest(1, {
    ...{ method: 'hello', watch, name: '', waiting: 0, whole: true, planRevision: 0, preferences: {} },
    ledger: '',
  });
  const named = (random: () => number): unknown =>
    (answer(ask, phoneAt(new MemoryStorage(), NOW, { random })) as { ledger?: unknown }).ledger;
  expect(named(() => 0.25)).toBe(named(() => 0.25));
  expect(named(() => 0.25)).not.toBe(named(() => 0.75));
});

test.each([
  ['0.1.0', '0.1.0'],
  ['12.0.3-beta.1', '12.0.3-beta.1'],
  ['1.0', undefined],
  [7, undefined],
  [`1.0.0-${'x'.repeat(30)}`, undefined],
  [undefined, undefined],
])('the version of the watch is what its last hello told, if it can be one: %j', (version, known) => {
  const storage = new MemoryStorage();
  answer({ ...HELLO, version: '0.0.9' }, phoneAt(storage, NOW));
  expect(answer({ ...HELLO, version }, phoneAt(storage, NOW + 1))).toMatchObject({ method: 'hello' });
  expect(readExchange(storage).watches[0]?.version).toBe(known);
  answer(PUT, phoneAt(storage, NOW + 2));
  expect(readExchange(storage).watches[0]?.version).toBe(known);
});

test('the plan is sent with the revision announced in the hello', () => {
  const storage = new MemoryStorage();
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
  expect(answer(HELLO, phoneAt(storage, NOW + 5))).toMatchObject({ planRevision: NOW });
  expect(answer(makeRequest(3, { method: 'plan.get', watch }), phoneAt(storage, NOW + 6))).toEqual({
    v: 1,
    n: 3,
    method: 'plan.get',
    revision: NOW,
    plan: TWO_ZONES_A_LEG,
  });
});

test('without a plan, or with a damaged one, the phone sends none', () => {
  const request = makeRequest(3, { method: 'plan.get', watch });
  const none = { v: 1, n: 3, method: 'plan.get', revision: 0, plan: null };
  expect(answer(request, phoneAt(new MemoryStorage(), NOW))).toEqual(none);
  expect(answer(request, phoneAt(new MemoryStorage([[PLAN_KEY, '{"revision":3,"plan":{}}']]), NOW))).toEqual(
    none,
  );
});

test('a request that comes twice gets the same answer and changes nothing the second time', () => {
  const storage = new MemoryStorage();
  const first = answer(PUT, phoneAt(storage, NOW));
  const contents = storage.contents();
  expect(answer(PUT, phoneAt(storage, NOW))).toEqual(first);
  expect(storage.contents()).toEqual(contents);
});

test('the good records of a batch are stored and each bad one gets its code', () => {
  const storage = new MemoryStorage();
  const records = [packed(1), 'rubbish', 17, packed(2).replace(/^2/, '9'), packed(3)];
  expect(answer({ ...PUT, records }, phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 2,
    method: 'sessions.put',
    receipts: [dailyRecord(1).id, dailyRecord(3).id],
    refused: [
      { at: 1, code: 'recordInvalid' },
      { at: 2, code: 'recordInvalid' },
      { at: 3, code: 'recordVersion' },
    ],
    notStored: false,
  });
  expect(readLedger(storage).sessions).toEqual([dailyRecord(3), dailyRecord(1)]);
});

test('a session that was deleted on the phone gets a receipt, so that the watch releases it', () => {
  const storage = new MemoryStorage();
  deleteSessions(storage, [dailyRecord(1)]);
  expect(answer(PUT, phoneAt(storage, NOW))).toMatchObject({
    receipts: [dailyRecord(1).id, dailyRecord(2).id],
  });
  expect(readLedger(storage).sessions).toEqual([dailyRecord(2)]);
});

test('another session with the id of a deleted one is stored', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(1)]);
  deleteSessions(storage, [dailyRecord(1)]);
  const another = { ...dailyRecord(2), id: dailyRecord(1).id };
  const put = { ...PUT, records: [packRecord(another)] };
  expect(answer(put, phoneAt(storage, NOW))).toMatchObject({ receipts: [another.id], refused: [] });
  expect(readLedger(storage).sessions).toEqual([another]);
});

test('an id gets a receipt only if every record of the batch with that id was stored', () => {
  const storage = new MemoryStorage();
  const april = { ...dailyRecord(40), id: dailyRecord(1).id };
  const write = storage.setItem.bind(storage);
  jest.spyOn(storage, 'setItem').mockImplementation((key, text) => {
    if (!key.endsWith('2026-04')) write(key, text);
  });
  const put = { ...PUT, records: [packed(1), packRecord(april)] };
  expect(answer(put, phoneAt(storage, NOW))).toMatchObject({ receipts: [], notStored: true });
});

test('without room there is no receipt, and the answer says why', () => {
  const storage = new MemoryStorage();
  storage.mood = 'throws';
  expect(answer(PUT, phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 2,
    method: 'sessions.put',
    receipts: [],
    refused: [],
    notStored: true,
  });
});

test('preferences are merged, and refused if there is no room for them', () => {
  const storage = new MemoryStorage();
  const preferences = { strength: ['strong', 5] } as const;
  const request = makeRequest(4, { method: 'prefs.put', watch, preferences });
  storage.mood = 'silent';
  expect(answer(request, phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 4,
    method: 'refused',
    code: 'phoneFailed',
  });
  storage.mood = 'good';
  expect(answer(request, phoneAt(storage, NOW))).toEqual({ v: 1, n: 4, method: 'prefs.put' });
  expect(readPreferences(storage)).toEqual(preferences);
});

test('a hello brings the preferences of the watch and returns the merged ones of the phone', () => {
  const storage = new MemoryStorage();
  const hello = { ...HELLO, preferences: { strength: ['strong', 5] } };
  storage.mood = 'silent';
  expect(answer(hello, phoneAt(storage, NOW))).toMatchObject({ method: 'hello', preferences: {} });
  storage.mood = 'good';
  expect(answer(hello, phoneAt(storage, NOW))).toMatchObject({ preferences: { strength: ['strong', 5] } });
  expect(readPreferences(storage)).toEqual({ strength: ['strong', 5] });
  expect(answer(HELLO, phoneAt(storage, NOW))).toMatchObject({ preferences: { strength: ['strong', 5] } });
});

describe('with more preferences than there can be', () => {
  const some = (letters: string, revision: number, before = '') =>
    Object.fromEntries(letters.split('').map((name) => [before + name, ['x', revision] as const]));
  const MINE = { strength: ['strong', 5], lotionMode: [true, 7] } as const;
  const put = makeRequest(5, { method: 'prefs.put', watch, preferences: MINE });

  test('unknown names make room for those of the watch, lowest revisions first', () => {
    const [small, great] = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const foreign = { ...some(small, 90), ...some(great, 80), ...some('abcdefghijkl', 70, 'x') };
    const storage = new MemoryStorage([[PREFERENCES_KEY, JSON.stringify(foreign)]]);
    expect(answer(put, phoneAt(storage, NOW))).toEqual({ v: 1, n: 5, method: 'prefs.put' });
    expect(readPreferences(storage)).toEqual({
      ...MINE,
      ...some(small, 90),
      ...some(great, 80),
      ...some('abcdefghij', 70, 'x'),
    });
  });

  test('a storage edited to hold hundreds of them still accepts those of the watch', () => {
    const foreign = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [
        `name${String.fromCharCode(97 + (at % 26)).repeat(at / 26 + 1)}`,
        ['x', 9],
      ]),
    );
    const storage = new MemoryStorage([[PREFERENCES_KEY, JSON.stringify(foreign)]]);
    expect(answer(put, phoneAt(storage, NOW))).toEqual({ v: 1, n: 5, method: 'prefs.put' });
    expect(readPreferences(storage)).toMatchObject(MINE);
  });
});

test('a watch with another version is told so, and the phone remembers it', () => {
  const storage = new MemoryStorage();
  expect(answer({ ...HELLO, v: 2 }, phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 1,
    method: 'refused',
    code: 'otherVersion',
  });
  expect(readExchange(storage).last).toEqual({ at: NOW, outcome: 'otherVersion' });
});

test('an unreadable storage still gives an answer', () => {
  const storage = new MemoryStorage();
  storage.readable = false;
  expect(answer(HELLO, phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 1,
    method: 'refused',
    code: 'phoneFailed',
  });
  expect(answer('rubbish', phoneAt(storage, NOW))).toEqual({
    v: 1,
    n: 0,
    method: 'refused',
    code: 'notARequest',
  });
});

describe('what the phone notes of an exchange', () => {
  const lastOf = (storage: MemoryStorage) => readExchange(storage).last?.outcome;
  const theWatch = (storage: MemoryStorage) => readExchange(storage).watches[0];
  const prefs = makeRequest(4, { method: 'prefs.put', watch, preferences: { strength: ['strong', 5] } });
  const hello = { ...HELLO, preferences: { strength: ['strong', 5] } };

  test.each([
    ['sessions', PUT],
    ['preferences', prefs],
    ['preferences of a hello', hello],
  ] as const)('%s that could not be stored are not a success', (_, request) => {
    (['throws', 'silent'] as const).forEach((mood) => {
      const storage = new MemoryStorage();
      storage.moods = [mood];
      answer(request, phoneAt(storage, NOW));
      expect(lastOf(storage)).toBe('phoneFailed');
      answer(request, phoneAt(storage, NOW + 1));
      expect(lastOf(storage)).toBe('answered');
    });
  });

  test('an unreadable storage is not a success either', () => {
    const storage = new MemoryStorage();
    jest.spyOn(storage, 'getItem').mockImplementationOnce(() => {
      throw new Error('not now');
    });
    expect(answer(PUT, phoneAt(storage, NOW))).toMatchObject({ code: 'phoneFailed' });
    expect(lastOf(storage)).toBe('phoneFailed');
  });

  test('refused records stay on the watch, counted once however often they come', () => {
    const storage = new MemoryStorage();
    const bad = ['1 abcdefghjk-8 rubbish', packed(4).replace(/^2/, '3'), { id: 7 }];
    const batch = { ...PUT, records: [packed(1), ...bad], left: 1 };
    answer(batch, phoneAt(storage, NOW));
    answer(batch, phoneAt(storage, NOW));
    expect(theWatch(storage)).toMatchObject({ waiting: 1, refused: { length: 3 } });
    expect(theWatch(storage)?.refused.map(({ code }) => code)).toEqual([
      'recordInvalid',
      'recordVersion',
      'recordInvalid',
    ]);
    answer({ ...PUT, records: [packed(5)], left: 0 }, phoneAt(storage, NOW));
    expect(theWatch(storage)).toMatchObject({ waiting: 0, refused: { length: 3 } });
  });

  test('a batch that is repeated after the next one does not bring back what waited then', () => {
    const storage = new MemoryStorage();
    const first = { ...PUT, records: [packed(1)], left: 20 };
    answer(first, phoneAt(storage, NOW));
    answer({ ...PUT, n: 3, records: [packed(2)], left: 0 }, phoneAt(storage, NOW + 1));
    answer(first, phoneAt(storage, NOW + 2));
    expect(theWatch(storage)?.waiting).toBe(0);
  });

  test('a record of a deleted session is no longer counted as refused', () => {
    const storage = new MemoryStorage();
    putRecords(storage, [{ ...dailyRecord(1), ending: 'stopped' }]);
    answer(PUT, phoneAt(storage, NOW));
    expect(theWatch(storage)?.refused).toHaveLength(1);
    deleteSessions(storage, [dailyRecord(1)]);
    answer(PUT, phoneAt(storage, NOW));
    expect(theWatch(storage)?.refused).toEqual([]);
  });

  test('the last fifty of many refused records are remembered', () => {
    const storage = new MemoryStorage();
    const records = Array.from({ length: 90 }, (_, at) => `rubbish ${at}`);
    answer({ ...PUT, records }, phoneAt(storage, NOW));
    expect(theWatch(storage)?.refused).toHaveLength(50);
  });

  test('which plan the watch was sent, and which one it says it uses', () => {
    const storage = new MemoryStorage();
    putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
    answer(HELLO, phoneAt(storage, NOW + 1));
    expect(theWatch(storage)).toMatchObject({ planSent: 0, planRevision: 0 });
    answer(makeRequest(3, { method: 'plan.get', watch }), phoneAt(storage, NOW + 2));
    expect(theWatch(storage)).toMatchObject({ planSent: NOW, planRevision: 0 });
    answer({ ...HELLO, planRevision: NOW }, phoneAt(storage, NOW + 3));
    expect(theWatch(storage)).toMatchObject({ planSent: NOW, planRevision: NOW });
  });
});

test('whatever the request and the content of the storage, there is an answer of a known kind', () => {
  const text = fc.oneof(fc.string(), fc.json());
  const keys = fc.constantFrom(
    EXCHANGE_KEY,
    PLAN_KEY,
    'preferences',
    'ledger.index',
    'ledger.deleted',
    'ledger.month.2026-03',
  );
  const requests = fc.oneof(
    fc.anything(),
    fc.constantFrom<unknown[]>(HELLO, PUT, makeRequest(3, { method: 'plan.get', watch })),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, text)), fc.array(requests, { maxLength: 4 }), (items, inputs) => {
      const storage = new MemoryStorage(items);
      inputs.forEach((input) => {
        const reply = answer(input, phoneAt(storage, NOW));
        expect([...METHODS, 'refused']).toContain(reply.method);
        expect(reply.method !== 'refused' || REFUSALS.includes(reply.code)).toBe(true);
      });
    }),
    { numRuns: runs(1000, 300) },
  );
});

test('the result of a check belongs to its watch alone, and the last one counts', () => {
  const storage = new MemoryStorage();
  const checked = {
    ...{ model: 'Balance 2', osVersion: '4.0' },
    ...{ service: 'proven', form: 'full', notification: 'failed', page: 'proven' },
  };
  const told = (): unknown => readExchange(storage).watches.map(({ id, checked: shown }) => [id, shown]);
  answer({ ...HELLO, v: 1, n: 1, checked }, phoneAt(storage, NOW));
  answer({ ...HELLO, v: 1, n: 1, watch: 'mnpqrstuvw' }, phoneAt(storage, NOW));
  expect(told()).toEqual([
    ['mnpqrstuvw', undefined],
    [HELLO.watch, checked],
  ]);
  answer({ ...HELLO, v: 1, n: 2 }, phoneAt(storage, NOW));
  expect(told()).toEqual([
    [HELLO.watch, undefined],
    ['mnpqrstuvw', undefined],
  ]);
});

describe('a month that can no longer be read', () => {
  const ask = { ...HELLO, ledger: '' };
  const MONTH = `${MONTH_PREFIX}2026-03`;
  const hello = (storage: MemoryStorage, random: number): unknown =>
    (answer(ask, phoneAt(storage, NOW, { random: () => random })) as { ledger?: unknown }).ledger;

  it.each([
    ['damaged', (storage: MemoryStorage) => storage.setItem(MONTH, '{')],
    ['gone', (storage: MemoryStorage) => storage.removeItem(MONTH)],
    [
      'gone with what statistics need of it',
      (storage: MemoryStorage) => {
        storage.removeItem(MONTH);
        storage.removeItem(`${DIGEST_PREFIX}2026-03`);
      },
    ],
    ...['', '{', '{"version":1,"months":[],"aside":[]}'].map(
      (index) =>
        [
          `gone with the list of months, which is ${index}`,
          (storage: MemoryStorage) => {
            storage.removeItem(MONTH);
            storage.setItem(INDEX_KEY, index);
          },
        ] as const,
    ),
    [
      'gone with the list of months, and what statistics need of it is damaged',
      (storage: MemoryStorage) => {
        storage.removeItem(MONTH);
        storage.removeItem(INDEX_KEY);
        storage.setItem(`${DIGEST_PREFIX}2026-03`, '{');
      },
    ],
  ] as const)('gives the ledger another name, once, and the month is listed as damaged: %s', (_, damage) => {
    const storage = new MemoryStorage();
    const first = hello(storage, 0.1);
    answer(PUT, phoneAt(storage, NOW));
    expect(hello(storage, 0.2)).toBe(first);
    damage(storage);
    const second = hello(storage, 0.3);
    expect(second).not.toBe(first);
    expect(readLedger(storage).damaged).toEqual(['2026-03']);
    expect(hello(storage, 0.4)).toBe(second);
    answer(PUT, phoneAt(storage, NOW));
    expect(readLedger(storage).sessions).toHaveLength(2);
    expect(hello(storage, 0.5)).toBe(second);
  });

  it('stays in statistics if the list of months is gone with it, until a watch sends it again', () => {
    const storage = new MemoryStorage();
    answer(PUT, phoneAt(storage, NOW));
    answer(ask, phoneAt(storage, NOW));
    storage.removeItem(MONTH);
    storage.removeItem(INDEX_KEY);
    hello(storage, 0.3);
    const library = openLibrary(storage);
    expect([library.count(), library.gistsOf('2026-03').length, library.sessionsOf('2026-03')]).toEqual([
      ...[2, 2, []],
    ]);
    answer(PUT, phoneAt(storage, NOW));
    expect(openLibrary(storage).sessionsOf('2026-03')).toHaveLength(2);
  });

  it('keeps the name of the ledger while nothing can be set aside', () => {
    const storage = new MemoryStorage();
    const first = hello(storage, 0.1);
    answer(PUT, phoneAt(storage, NOW));
    storage.setItem(MONTH, '{');
    storage.mood = 'silent';
    expect(hello(storage, 0.3)).toBe(first);
    storage.mood = 'good';
    expect(hello(storage, 0.3)).not.toBe(first);
  });
});
