import { ASKING_KEY, FAILURE_KEY, VIEW_KEY } from '../../phone/storage-keys';
import { readSaid } from '../../phone/care/said';
import { putRecords, readLedger } from '../../phone/ledger';
import type { PageFailure } from '../../phone/page-failure';
import { readPageFailure } from '../../phone/page-failure';
import { readPlan, readPlanRefusal } from '../../phone/plan-store';
import { sessionKey } from '../../phone/session-key';
import { actionsOn } from '../../setting/actions';
import type { Actions } from '../../setting/actions';
import { dailyRecord } from '../core/record/records';
import { phoneAt } from '../phone/fake-phone';
import type { Mood } from '../phone/memory-storage';
import { MemoryStorage } from '../phone/memory-storage';
import { TWO_ZONES_A_LEG } from '../core/plans';

const NOW = Date.UTC(2026, 4, 1, 6, 14);
const RECORD = dailyRecord(1);

interface Page {
  readonly storage: MemoryStorage;
  readonly actions: Actions;
  /** The last failure reported to the page. */
  readonly told: (PageFailure | undefined)[];
}

/** A page with one session, about which the person is being asked. */
function openPage(): Page {
  const storage = new MemoryStorage([[ASKING_KEY, sessionKey(RECORD)]]);
  putRecords(storage, [RECORD]);
  const told: (PageFailure | undefined)[] = [];
  let now = NOW;
  return {
    storage,
    told,
    actions: actionsOn(
      phoneAt(storage, NOW, { clock: () => ({ now: (now += 1), offsetAt: () => 60 }) }),
      (failure) => told.push(failure),
      {},
    ),
  };
}

const deeds: readonly (readonly [label: string, act: (actions: Actions) => void, failure: PageFailure])[] = [
  ['Delete', ({ ask }) => ask(dailyRecord(2)), 'pageNotChanged'],
  ['Keep', ({ keep }) => keep(), 'pageNotChanged'],
  ['Show more', ({ set }) => set({ list: 'all' }), 'viewNotStored'],
  ['Yes, delete', ({ remove }) => remove(RECORD), 'sessionNotDeleted'],
  ['a pasted plan', ({ putPlan }) => putPlan(JSON.stringify(TWO_ZONES_A_LEG)), 'planNotStored'],
  ['a pasted text that is no plan', ({ putPlan }) => putPlan('{'), 'planNotStored'],
];
const ways: readonly (readonly [how: string, spoil: (storage: MemoryStorage, mood: Mood) => void])[] = [
  ['the next write', (storage, mood) => (storage.moods = [mood])],
  ['every write', (storage, mood) => (storage.mood = mood)],
];
const table = deeds.flatMap(([label, act, failure]) =>
  ways.flatMap(([how, spoil]) =>
    (['throws', 'silent'] as const).map((mood) => [label, how, mood, act, failure, spoil] as const),
  ),
);

test.each(table)(
  '%s, when %s fails (%s), does not throw, is reported, and succeeds the next time',
  (_label, how, mood, act, failure, spoil) => {
    const { storage, actions, told } = openPage();
    spoil(storage, mood);
    const before = storage.contents();
    act(actions);
    expect(told).toEqual([failure]);
    if (how === 'the next write') expect(readPageFailure(storage)).toBe(failure);
    expect({ ...storage.contents(), [FAILURE_KEY]: undefined }).toEqual({
      ...before,
      [FAILURE_KEY]: undefined,
    });
    storage.mood = 'good';
    act(actions);
    expect([told[1], readPageFailure(storage)]).toEqual([undefined, undefined]);
  },
);

test('a repeated failure changes the storage again, so that the page is rebuilt', () => {
  const { storage, actions } = openPage();
  const notes = [1, 2].map(() => {
    storage.moods = ['silent'];
    actions.keep();
    return storage.getItem(FAILURE_KEY);
  });
  expect(notes[0]).not.toBe(notes[1]);
});

test('with an unreadable storage every action fails, and none throws', () => {
  const { storage, actions, told } = openPage();
  storage.readable = false;
  deeds.forEach(([, act]) => act(actions));
  expect(told).toEqual(deeds.map(([, , failure]) => failure));
});

test('each action does what its button says', () => {
  const { storage, actions } = openPage();
  actions.keep();
  expect(storage.getItem(ASKING_KEY)).toBeNull();
  actions.ask(RECORD);
  expect(storage.getItem(ASKING_KEY)).toBe(sessionKey(RECORD));
  actions.remove(RECORD);
  expect([storage.getItem(ASKING_KEY), readLedger(storage).sessions]).toEqual([null, []]);
  actions.set({ list: 'all', open: 'history' });
  actions.set({ list: '' });
  expect(storage.getItem(VIEW_KEY)).toBe('{"version":1,"view":{"open":"history"}}');
  actions.putPlan('{');
  expect(readPlanRefusal(storage)).toMatchObject([{ code: 'cutOff' }]);
  actions.putPlan(JSON.stringify(TWO_ZONES_A_LEG));
  expect(readPlan(storage)).toMatchObject({ state: 'ready', plan: TWO_ZONES_A_LEG });
});

test('a session is deleted even if the question about it cannot be cleared', () => {
  const { storage, actions, told } = openPage();
  storage.moods = ['good', 'good', 'throws'];
  actions.remove(RECORD);
  expect([told, readLedger(storage).sessions]).toEqual([[undefined], []]);
});

test('a lock is named by the random numbers of the phone it is made on', () => {
  const named = (random: () => number): readonly string[] => {
    const storage = new MemoryStorage();
    actionsOn(phoneAt(storage, NOW, { random }), () => undefined, {}).care.lock(['left'], 'hand');
    return readSaid(storage);
  };
  expect(named(() => 0.25)).toEqual(named(() => 0.25));
  expect(named(() => 0.25)).not.toEqual(named(() => 0.75));
});
