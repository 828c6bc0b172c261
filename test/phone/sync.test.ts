import fc from 'fast-check';
import type { Outbox } from '../../core/record/outbox';
import { addRecord, EMPTY_OUTBOX, refusedEntries, waitingRecords } from '../../core/record/outbox';
import { idOf, packRecord, parseRecord } from '../../core/record/packed-record';
import { startingWith } from '../../core/plan/plan';
import type { SessionRecord } from '../../core/record/record';
import { certain } from '../../core/result';
import { NO_LEDGER } from '../../core/link/ledger-file';
import { OWN_PLAN } from '../../core/state/plan-file';
import { changePreference, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import type { Shared, SyncStep, Sync } from '../../core/link/sync';
import { answered, failed, PATIENCE, startSync, SYNC_OUTCOMES } from '../../core/link/sync';
import { readExchange } from '../../phone/exchange';
import { deleteSessions } from '../../phone/deletions';
import { DELETED_KEY, MONTH_PREFIX } from '../../phone/storage-keys';
import { putRecords, readLedger } from '../../phone/ledger';
import { keepGivenPlan, putPlan, readPlan } from '../../phone/plan-store';
import { readPreferences } from '../../phone/preferences';
import { dailyRecord, packed, records } from '../core/record/records';
import { runs } from '../runs';
import type { Fate } from './faulty-link';
import { FATES, FaultyLink } from './faulty-link';
import { MemoryStorage } from './memory-storage';
import { TWO_ZONES_A_LEG } from '../core/plans';

const NOW = Date.UTC(2026, 4, 1);
const CALLER = { watch: 'abcdefghjk', name: 'Balance 2', firstNumber: 100, whole: true };

function sharedWith(outbox: Outbox): Shared {
  return {
    outbox,
    preferences: UNCHANGED_PREFERENCES,
    others: {},
    plan: OWN_PLAN,
    ledger: NO_LEDGER,
    said: [],
  };
}

function waiting(count: number): Shared {
  return sharedWith(Array.from({ length: count }, (_, at) => packed(at + 1)).reduce(addRecord, EMPTY_OUTBOX));
}

function byId(list: readonly SessionRecord[]): readonly SessionRecord[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A storage that silently drops some months. */
class ClosedMonths extends MemoryStorage {
  months: readonly string[];

  constructor(months: readonly string[]) {
    super();
    this.months = months;
  }

  override setItem(key: string, value: string): void {
    if (!this.months.some((month) => key === MONTH_PREFIX + month)) super.setItem(key, value);
  }
}

const good = (): Iterator<Fate> => [][Symbol.iterator]();

/** Feeds a run with answers of a phone, each with the number of the pending request. */
function answeredInTurn(sync: Sync, shared: Shared, answers: readonly object[]): SyncStep {
  return answers.reduce<SyncStep>(
    (step, said) => {
      if (step.sync.phase === 'ended') throw new Error('the run has ended');
      return answered(step.sync, step.shared, { ...said, n: step.sync.message.n });
    },
    { sync, shared },
  );
}

test('one new session takes two requests, and the watch releases it only then', () => {
  const link = new FaultyLink(waiting(1), new MemoryStorage());
  expect(link.run(good())).toEqual({ phase: 'ended', outcome: 'done', requests: 2 });
  expect(readLedger(link.storage).sessions).toEqual([dailyRecord(1)]);
  expect(waitingRecords(link.shared.outbox)).toEqual([]);
});

test('with nothing new, a run is one hello', () => {
  const link = new FaultyLink(waiting(0), new MemoryStorage());
  expect(link.run(good())).toEqual({ phase: 'ended', outcome: 'done', requests: 1 });
});

test('a new session, a new plan and changed preferences take three requests, sessions before the plan', () => {
  const storage = new MemoryStorage();
  putPlan(storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW);
  const preferences = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  const link = new FaultyLink({ ...waiting(1), preferences }, storage);
  expect(link.run(good())).toMatchObject({ outcome: 'done', requests: 3 });
  expect(link.shared.plan).toEqual({ revision: NOW, plan: { ...TWO_ZONES_A_LEG, prepareSeconds: 5 } });
  expect(readPreferences(storage)).toEqual({ strength: ['strong', 1] });
  expect(readExchange(storage).watches).toMatchObject([{ planSent: NOW, planRevision: 0 }]);
  expect(link.run(good())).toMatchObject({ outcome: 'done', requests: 1 });
  expect(readExchange(storage).watches).toMatchObject([{ planSent: NOW, planRevision: NOW }]);
});

test('preferences changed since the hello are sent in the same run', () => {
  const hello = startSync(CALLER, waiting(0));
  const preferences = changePreference(UNCHANGED_PREFERENCES, 'firstLeg', 'right');
  const answer = { v: 1, n: 100, method: 'hello', planRevision: 0, preferences: {} };
  const { sync, shared } = answered(hello, { ...waiting(0), preferences }, answer);
  expect(sync).toMatchObject({ message: { method: 'prefs.put', preferences: { firstLeg: ['right', 1] } } });
  const taken = answered(sync, shared, { v: 1, n: 101, method: 'prefs.put' });
  expect(taken).toEqual({ sync: { phase: 'ended', outcome: 'done', requests: 2 }, shared });
});

test('preferences that the phone could not store with the hello are sent again, and the run reports the result', () => {
  const preferences = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  const link = new FaultyLink({ ...waiting(0), preferences }, new MemoryStorage());
  const fates = (...list: readonly Fate[]): Iterator<Fate> => list[Symbol.iterator]();
  expect(link.run(fates('storageSilent', 'storageThrows'))).toMatchObject({
    outcome: 'phoneFailed',
    requests: 2,
  });
  expect(link.run(fates('storageSilent'))).toMatchObject({ outcome: 'done', requests: 2 });
  expect(link.run(good())).toMatchObject({ outcome: 'done', requests: 1 });
  expect(readPreferences(link.storage)).toEqual({ strength: ['strong', 1] });
});

test('preferences changed by another watch come back with the hello, and both agree', () => {
  const storage = new MemoryStorage();
  const first = new FaultyLink(
    { ...waiting(0), preferences: changePreference(UNCHANGED_PREFERENCES, 'cueSet', 'wide') },
    storage,
  );
  first.run(good());
  const second = new FaultyLink(
    { ...waiting(0), preferences: changePreference(UNCHANGED_PREFERENCES, 'cueSet', 'standard') },
    storage,
  );
  expect(second.run(good(), 'zzzzzzzzzz')).toMatchObject({ outcome: 'done', requests: 1 });
  expect(second.shared.preferences.values.cueSet).toBe('wide');
});

test('if the phone has lost the plan, the watch keeps its own', () => {
  const link = new FaultyLink(
    { ...waiting(0), plan: { revision: 5, plan: TWO_ZONES_A_LEG } },
    new MemoryStorage(),
  );
  link.run(good());
  expect(link.shared.plan).toEqual({ revision: 5, plan: TWO_ZONES_A_LEG });
});

describe('a phone with a different ledger than before', () => {
  const names = (link: FaultyLink): readonly string[] =>
    readLedger(link.storage).sessions.map(({ id }) => id);
  const plan = { revision: 5, plan: startingWith(TWO_ZONES_A_LEG, 'right') };
  const preferences = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');

  test('gets everything that the watch still has, and the watch says that the phone is new', () => {
    const before = new FaultyLink({ ...waiting(3), plan, preferences }, new MemoryStorage());
    expect(before.run(good())).toMatchObject({ outcome: 'done' });
    const after = new FaultyLink(before.shared, new MemoryStorage());
    expect(after.run(good())).toMatchObject({ outcome: 'newLedger', requests: 3 });
    expect(names(after)).toEqual(names(before));
    expect(readPlan(after.storage)).toEqual({ state: 'ready', ...plan });
    expect(readPreferences(after.storage)).toEqual(readPreferences(before.storage));
    expect(after.run(good())).toMatchObject({ outcome: 'done', requests: 1 });
  });

  test('does not get what the watch knows is deleted, and neither does the next one', () => {
    const first = new FaultyLink(waiting(3), new MemoryStorage());
    first.run(good());
    deleteSessions(first.storage, [dailyRecord(2)]);
    first.run(good());
    const second = new FaultyLink(first.shared, new MemoryStorage());
    second.run(good());
    const third = new FaultyLink(second.shared, new MemoryStorage());
    third.run(good());
    const left = byId([dailyRecord(1), dailyRecord(3)]);
    expect([second, third].map(({ storage }) => byId(readLedger(storage).sessions))).toEqual([left, left]);
  });

  test('gets what an undone deletion has restored', () => {
    const first = new FaultyLink(waiting(2), new MemoryStorage());
    first.run(good());
    deleteSessions(first.storage, [dailyRecord(2)]);
    first.run(good());
    first.storage.removeItem(DELETED_KEY);
    first.run(good());
    const second = new FaultyLink(first.shared, new MemoryStorage());
    second.run(good());
    expect(names(second)).toHaveLength(2);
  });

  test('gets everything from a watch that knows no ledger yet, which says nothing about it', () => {
    const first = new FaultyLink(waiting(2), new MemoryStorage());
    first.run(good());
    const updated = new FaultyLink({ ...first.shared, ledger: NO_LEDGER }, first.storage);
    expect(updated.run(good())).toMatchObject({ outcome: 'done', requests: 2 });
    expect(names(updated)).toHaveLength(2);
  });

  test('is not announced by a phone that cannot store its name, nor by an older one, and nothing is sent again', () => {
    const first = new FaultyLink(waiting(2), new MemoryStorage());
    first.run(good());
    const fates: Fate[] = ['storageSilent'];
    const second = new FaultyLink(first.shared, new MemoryStorage());
    expect(second.run(fates[Symbol.iterator]())).toMatchObject({ outcome: 'done', requests: 1 });
    expect(second.shared).toEqual(first.shared);
    const older = answered(startSync(CALLER, first.shared), first.shared, {
      ...{ v: 1, n: 100, method: 'hello', planRevision: 0, preferences: {} },
    });
    expect([older.sync, older.shared.ledger]).toMatchObject([{ outcome: 'done' }, first.shared.ledger]);
  });

  test('keeps its own plan, whatever plan the watch has', () => {
    const storage = new MemoryStorage();
    putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
    const link = new FaultyLink({ ...waiting(0), plan }, storage);
    link.run(good());
    expect(link.shared.plan.revision).toBe(NOW);
    expect(keepGivenPlan(storage, plan)).toEqual({ ok: true, value: undefined });
    expect(readPlan(storage)).toMatchObject({ revision: NOW });
  });

  test('reports a failure if it cannot store the plan of the watch', () => {
    const fates: Fate[] = ['good', 'storageSilent'];
    const link = new FaultyLink({ ...waiting(0), plan }, new MemoryStorage());
    expect(link.run(fates[Symbol.iterator]())).toMatchObject({ outcome: 'phoneFailed' });
    expect(link.run(good())).toMatchObject({ outcome: 'done' });
    expect(readPlan(link.storage)).toMatchObject({ revision: 5 });
  });
});

test('if the plan disappears between hello and fetching, the watch keeps its own', () => {
  const storage = new MemoryStorage();
  const hello = startSync(CALLER, waiting(0));
  const asked = answered(hello, waiting(0), {
    v: 1,
    n: 100,
    method: 'hello',
    planRevision: 9,
    preferences: {},
  });
  expect(asked.sync).toMatchObject({ phase: 'asking', message: { method: 'plan.get' } });
  const none = answered(asked.sync, asked.shared, {
    v: 1,
    n: 101,
    method: 'plan.get',
    revision: 0,
    plan: null,
  });
  expect(none).toEqual({ sync: { phase: 'ended', outcome: 'done', requests: 2 }, shared: waiting(0) });
  expect(readPlan(storage)).toEqual({ state: 'none' });
});

test('if the watch cannot use a plan, it keeps its own, reports it, and fetches again in the next run', () => {
  const shared = waiting(1);
  const hello = { v: 1, method: 'hello', planRevision: 9, preferences: {} };
  const plan = { v: 1, method: 'plan.get', revision: 9, plan: { ...TWO_ZONES_A_LEG, version: 2 } };
  const put = { v: 1, method: 'sessions.put', receipts: [dailyRecord(1).id], refused: [], notStored: false };
  const said = answeredInTurn(startSync(CALLER, shared), shared, [hello, put, plan]);
  expect(said.sync).toEqual({ phase: 'ended', outcome: 'planUnusable', requests: 3 });
  expect(said.shared.plan).toBe(OWN_PLAN);
  const again = answeredInTurn(startSync(CALLER, said.shared), said.shared, [hello]);
  expect(again.sync).toMatchObject({ message: { method: 'plan.get' } });
});

test('records that the phone could not store do not delay later ones or the plan', () => {
  const storage = new ClosedMonths(['2026-03']);
  putPlan(storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW);
  const preferences = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  const link = new FaultyLink({ ...waiting(80), preferences }, storage);
  // A hello, three batches and the plan.
  expect(link.run(good())).toEqual({ phase: 'ended', outcome: 'phoneStorage', requests: 5 });
  const inMarch = (record: SessionRecord): boolean => new Date(record.startedAt).getUTCMonth() === 2;
  const left = waitingRecords(link.shared.outbox).flatMap((record) => certain(parseRecord(record), 'ours'));
  expect(left.every(inMarch)).toBe(true);
  expect(readLedger(storage).sessions.some(inMarch)).toBe(false);
  expect(left.length + readLedger(storage).sessions.length).toBe(80);
  expect(readExchange(storage).watches).toMatchObject([{ waiting: left.length }]);
  expect(link.shared.plan.revision).toBe(NOW);
  storage.months = [];
  expect(link.run(good())).toMatchObject({ outcome: 'done' });
  expect(readLedger(storage).sessions).toHaveLength(80);
});

test('a phone without room for records gets preferences again only in the next run', () => {
  const preferences = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
  const link = new FaultyLink({ ...waiting(1), preferences }, new MemoryStorage());
  const fates: readonly Fate[] = ['storageSilent', 'storageSilent'];
  expect(link.run(fates[Symbol.iterator]())).toEqual({
    phase: 'ended',
    outcome: 'phoneStorage',
    requests: 2,
  });
  expect(link.run(good())).toMatchObject({ outcome: 'done', requests: 2 });
  expect(readPreferences(link.storage)).toEqual({ strength: ['strong', 1] });
});

test('400 waiting sessions arrive in 14 requests that take 93 bytes a record as JSON, without the headers of the link', () => {
  const link = new FaultyLink(waiting(400), new MemoryStorage());
  expect(link.run(good())).toMatchObject({ outcome: 'done' });
  expect(readLedger(link.storage).sessions).toHaveLength(400);
  expect(link.requests).toBe(14);
  expect(Math.ceil(link.bytes / 400)).toBe(93);
});

test('when every third request fails, 400 sessions arrive in one run', () => {
  const fates: readonly Fate[] = Array.from({ length: 100 }, (_, at) =>
    at % 3 === 1 ? 'answerLost' : 'good',
  );
  const link = new FaultyLink(waiting(400), new MemoryStorage());
  expect(link.run(fates[Symbol.iterator]())).toMatchObject({ outcome: 'done' });
  expect(readLedger(link.storage).sessions).toHaveLength(400);
});

const endings: readonly (readonly [fates: readonly Fate[], outcome: string, requests: number])[] = [
  [['disconnected'], 'phoneNotReachable', 1],
  [['requestLost', 'requestLost'], 'phoneNotReachable', PATIENCE.unheard],
  [['appNotRunning', 'appNotRunning'], 'appNotRunning', PATIENCE.unheard],
  [['appNotRunning', 'requestLost'], 'phoneNotReachable', PATIENCE.unheard],
  [
    ['good', 'answerLost', 'requestLost', 'answerLate', 'requestLate'],
    'phoneNotReachable',
    1 + PATIENCE.heard,
  ],
  [['good', 'storageThrows'], 'phoneStorage', 2],
  [['good', 'storageSilent'], 'phoneStorage', 2],
];

test.each(endings)('a run of %j ends as %s and keeps the waiting records', (fates, outcome, requests) => {
  const link = new FaultyLink(waiting(3), new MemoryStorage());
  expect(link.run(fates[Symbol.iterator]())).toEqual({ phase: 'ended', outcome, requests });
  expect(waitingRecords(link.shared.outbox)).toHaveLength(3);
  expect(link.run(good())).toMatchObject({ outcome: 'done' });
  expect(readLedger(link.storage).sessions).toHaveLength(3);
});

const answers: readonly (readonly [answer: object, outcome: string])[] = [
  [{ v: 2, n: 100 }, 'newerPhone'],
  [{ v: 0, n: 100 }, 'olderPhone'],
  [{ v: 1, n: 100, method: 'refused', code: 'unknownMethod' }, 'olderPhone'],
  [{ v: 1, n: 100, method: 'refused', code: 'phoneFailed' }, 'phoneFailed'],
  [{ v: 1, n: 0, method: 'refused', code: 'notARequest' }, 'notUnderstood'],
  [{ v: 2, n: 0, method: 'refused', code: 'otherVersion' }, 'newerPhone'],
  [{ v: 1, n: 100, method: 'nonsense' }, 'phoneFailed'],
];

test.each(answers)('a run that is answered %j ends as %s', (answer, outcome) => {
  const shared = waiting(2);
  const step = answered(startSync(CALLER, shared), shared, answer);
  expect(step).toEqual({ sync: { phase: 'ended', outcome, requests: 1 }, shared });
});

test('a phone that gives neither receipt nor refusal is not asked again in the same run', () => {
  const shared = waiting(2);
  const hello = answered(startSync(CALLER, shared), shared, {
    v: 1,
    n: 100,
    method: 'hello',
    planRevision: 0,
    preferences: {},
  });
  const receipts = ['abcdefghjk-2', 'somebody-else'];
  const put = { v: 1, n: 101, method: 'sessions.put', receipts, refused: [], notStored: false };
  const step = answered(hello.sync, hello.shared, put);
  expect(step.sync).toEqual({ phase: 'ended', outcome: 'phoneFailed', requests: 2 });
  expect(waitingRecords(step.shared.outbox)).toEqual([packed(1)]);
});

test('a run that has ended ignores further answers and failures', () => {
  const shared = waiting(1);
  const ended = failed(startSync(CALLER, shared), 100, 'disconnected');
  const hello = { v: 1, n: 100, method: 'hello', planRevision: 0, preferences: {} };
  expect(answered(ended, shared, hello)).toEqual({ sync: ended, shared });
  expect(failed(ended, 100, 'timeout')).toBe(ended);
});

test('the failure of an older request does not affect the run', () => {
  const sync = startSync(CALLER, waiting(1));
  expect(failed(sync, 99, 'timeout')).toBe(sync);
});

test('a record with a used id stays on the watch with its code, and the others arrive', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [{ ...dailyRecord(2), ending: 'stopped' }]);
  const link = new FaultyLink(waiting(3), storage);
  expect(link.run(good())).toMatchObject({ outcome: 'done', requests: 2 });
  expect(refusedEntries(link.shared.outbox)).toEqual([{ state: 'recordIdTaken', record: packed(2) }]);
  expect(readLedger(storage).sessions).toHaveLength(3);
});

test('refused records keep their code until the phone answers, and are offered once in each run', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [{ ...dailyRecord(2), ending: 'stopped' }]);
  const link = new FaultyLink(waiting(3), storage);
  link.run(good());
  const refused = [{ state: 'recordIdTaken', record: packed(2) }];
  link.run((['disconnected'] as const)[Symbol.iterator]());
  expect(refusedEntries(link.shared.outbox)).toEqual(refused);
  expect(link.run(good())).toMatchObject({ outcome: 'done', requests: 2 });
  expect(refusedEntries(link.shared.outbox)).toEqual(refused);
});

test('an answer without a number that is not a refusal belongs to another request', () => {
  const shared = waiting(1);
  const sync = startSync(CALLER, shared);
  const hello = { v: 1, n: 0, method: 'hello', planRevision: 0, preferences: {} };
  expect(answered(sync, shared, hello)).toEqual({ sync, shared });
});

test('the phone knows what still waits on the watch', () => {
  const link = new FaultyLink(waiting(40), new MemoryStorage());
  link.run((['good', 'storageSilent'] as const)[Symbol.iterator]());
  expect(readExchange(link.storage).watches).toMatchObject([{ name: 'Balance 2', waiting: 33 }]);
  link.run(good());
  expect(readExchange(link.storage).watches).toMatchObject([{ name: 'Balance 2', waiting: 0 }]);
});

/** Sessions are done in portions; after each, the watch talks to the phone over the faulty link. */
test('whatever the link does, nothing is lost, and once it works each session is there once', () => {
  const fates = fc.array(fc.constantFrom<Fate[]>('good', 'good', 'good', ...FATES), { maxLength: 12 });
  const story = records(40).chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.record({ sessions: fc.nat(12), fates }), { minLength: 1, maxLength: 6 }),
    ),
  );
  fc.assert(
    fc.property(story, ([all, portions]) => {
      const link = new FaultyLink(sharedWith(EMPTY_OUTBOX), new MemoryStorage());
      let done = 0;
      const perform = (count: number): void => {
        const outbox = all
          .slice(done, done + count)
          .map(packRecord)
          .reduce(addRecord, link.shared.outbox);
        link.shared = { ...link.shared, outbox };
        done = Math.min(all.length, done + count);
      };
      portions.forEach((portion) => {
        perform(portion.sessions);
        const before = link.requests;
        const most = 4 * (2 + waitingRecords(link.shared.outbox).length);
        const ended = link.run(portion.fates[Symbol.iterator]());
        expect(!ended || SYNC_OUTCOMES.includes(ended.outcome)).toBe(true);
        expect(link.requests - before).toBeLessThanOrEqual(most);
        const known = new Set([
          ...waitingRecords(link.shared.outbox).map(idOf),
          ...readLedger(link.storage).sessions.map(({ id }) => id),
        ]);
        expect(all.slice(0, done).filter(({ id }) => !known.has(id))).toEqual([]);
      });
      perform(all.length);
      expect(link.run(good())).toMatchObject({ outcome: 'done' });
      expect(byId(readLedger(link.storage).sessions)).toEqual(byId(all));
      expect(waitingRecords(link.shared.outbox).map((record) => parseRecord(record).ok)).toEqual([]);
    }),
    { numRuns: runs(1000, 100) },
  );
});
