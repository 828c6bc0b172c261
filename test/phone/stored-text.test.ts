import { makeRequest } from '../../core/link/request';
import { answer } from '../../phone/answer';
import { deleteSessions } from '../../phone/deletions';
import { readPhoneState } from '../../phone/phone-state';
import { putPlan } from '../../phone/plan-store';
import type { Storage } from '../../phone/storage';
import {
  asidePrefixOf,
  DELETED_KEY,
  EXCHANGE_KEY,
  INDEX_KEY,
  PLAN_KEY,
  PREFERENCES_KEY,
} from '../../phone/storage-keys';
import { dailyRecord, packed } from '../core/record/records';
import { MemoryStorage } from './memory-storage';
import { phoneAt } from './fake-phone';
import { TWO_ZONES_A_LEG } from '../core/plans';

const NOW = Date.UTC(2026, 4, 1, 8, 14);
const watch = 'abcdefghjk';
const preferences = { strength: ['strong', 5] } as const;

function sayHello(storage: Storage): void {
  answer(
    makeRequest(1, {
      method: 'hello',
      watch,
      name: 'B',
      waiting: 0,
      whole: true,
      planRevision: 0,
      preferences,
    }),
    phoneAt(storage, NOW),
  );
}

/** Every key, something that cannot be read there, and what writes another text to it. */
const places: readonly (readonly [key: string, text: string, change: (storage: Storage) => void])[] = [
  [EXCHANGE_KEY, 'no JSON', sayHello],
  [EXCHANGE_KEY, '{"watches":[{"id":"a","name":"no time"}]}', sayHello],
  [EXCHANGE_KEY, '{"last":{"at":9000000000000000,"outcome":"answered"},"watches":[]}', sayHello],
  [PREFERENCES_KEY, 'no JSON', sayHello],
  [PREFERENCES_KEY, '{"strength":["strong"]}', sayHello],
  [
    INDEX_KEY,
    '{"version":1,"months":["March"],"aside":[]}',
    (storage) =>
      answer(
        makeRequest(2, { method: 'sessions.put', watch, records: [packed(1)], left: 0 }),
        phoneAt(storage, NOW),
      ),
  ],
  [DELETED_KEY, '{"version":1,"deleted":[17]}', (storage) => deleteSessions(storage, [dailyRecord(1)])],
  [
    PLAN_KEY,
    '{"revision":5,"plan":{"version":2}}',
    (storage) => putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW),
  ],
];

const CLOCK = { now: NOW, offsetAt: () => 0 };

describe.each(places)('what cannot be read at %s, such as %s', (key, text, change) => {
  const damaged = (storage: Storage): readonly string[] => {
    const { damage, deletionsDamaged } = readPhoneState(storage, CLOCK);
    return [...damage, ...(deletionsDamaged ? [DELETED_KEY] : [])];
  };

  test('is set aside before anything replaces it, and reported before and after', () => {
    const storage = new MemoryStorage([[key, text]]);
    expect(damaged(storage)).toEqual([key]);
    change(storage);
    expect(storage.getItem(key)).not.toBe(text);
    expect(storage.getItem(`${asidePrefixOf(key)}1`)).toBe(text);
    expect(damaged(storage)).toEqual([key]);
  });

  test('stays in place if it cannot be set aside', () => {
    const storage = new MemoryStorage([[key, text]]);
    const write = storage.setItem.bind(storage);
    jest.spyOn(storage, 'setItem').mockImplementation((at, value) => {
      if (!at.startsWith(asidePrefixOf(key))) write(at, value);
    });
    change(storage);
    expect(storage.getItem(key)).toBe(text);
  });
});

test('nothing that Legato writes itself counts as damaged', () => {
  const storage = new MemoryStorage();
  places.forEach(([, , change]) => change(storage));
  expect(readPhoneState(storage, CLOCK)).toMatchObject({ damage: [], deletionsDamaged: false });
});
