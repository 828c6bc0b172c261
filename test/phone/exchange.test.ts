import { HOUR, MINUTE } from '../../core/time';
import { isFollowed, LOG, noteRefusal, noteSighting, readExchange } from '../../phone/exchange';
import { EXCHANGE_KEY } from '../../phone/storage-keys';
import { isDamaged } from '../../phone/stored-text';
import { MemoryStorage } from './memory-storage';

const NOW = Date.UTC(2026, 4, 1, 8, 14);

test('what a request does not say about its watch stays as it was', () => {
  const storage = new MemoryStorage();
  noteSighting(storage, { id: 'a', name: 'Balance 2', waiting: { count: 3, request: 7 } }, 100);
  noteSighting(storage, { id: 'a' }, MINUTE);
  expect(readExchange(storage).watches).toEqual([
    {
      ...{ id: 'a', name: 'Balance 2', lastSeen: MINUTE, firstSeen: 100, waiting: 3, waitingAsOf: 7 },
      ...{ whole: true, refused: [], planRevision: 0, planSent: 0 },
    },
  ]);
});

describe('how many records wait on a watch', () => {
  const waitingAfter = (...told: readonly (readonly [request: number, count: number])[]) => {
    const storage = new MemoryStorage();
    told.forEach(([request, count]) => noteSighting(storage, { id: 'a', waiting: { count, request } }, 100));
    return readExchange(storage).watches[0]?.waiting;
  };

  test('is not taken from a request that arrives after a later one', () => {
    expect(waitingAfter([NOW, 42], [NOW + 1, 20], [NOW + 2, 0], [NOW + 1, 20], [NOW, 42])).toBe(0);
  });

  test('is taken from a request that comes twice', () => {
    expect(waitingAfter([NOW, 42], [NOW, 41])).toBe(41);
  });

  test('is taken from a watch whose clock was set back by an hour', () => {
    expect(waitingAfter([NOW, 0], [NOW - HOUR, 3])).toBe(3);
  });
});

test('each watch has its own line, the last one in touch first', () => {
  const storage = new MemoryStorage();
  ['a', 'b', 'c', 'a'].forEach((id, at) => noteSighting(storage, { id }, 100 + at));
  expect(readExchange(storage).watches.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

describe('a watch that was not heard of since another with the same name appeared', () => {
  const followed = (...sightings: readonly (readonly [id: string, name: string])[]): readonly string[] => {
    const storage = new MemoryStorage();
    sightings.forEach(([id, name], at) => {
      noteSighting(storage, { id, name }, 100 + at);
    });
    const log = readExchange(storage);
    return log.watches.filter((watch) => isFollowed(watch, log)).map(({ id }) => id);
  };

  test('may have been reset', () => {
    expect(followed(['a', 'Balance'], ['b', 'Balance'], ['b', 'Balance'])).toEqual(['a']);
  });

  test('was not reset if it comes again, or if the other has another name or none', () => {
    expect(followed(['a', 'Balance'], ['b', 'Balance'], ['a', 'Balance'])).toEqual([]);
    expect(followed(['a', 'Balance'], ['b', 'Bip 6'], ['c', ''])).toEqual([]);
    expect(followed(['a', ''], ['b', ''])).toEqual([]);
  });
});

test('of many watches, those not seen for longest are forgotten', () => {
  const storage = new MemoryStorage();
  Array.from({ length: 50 }, (_, at) => noteSighting(storage, { id: `w${at}` }, at));
  const { watches } = readExchange(storage);
  expect([watches.length, watches[0]?.id]).toEqual([12, 'w49']);
});

test('a refusal is the last exchange and changes no watch', () => {
  const storage = new MemoryStorage();
  noteSighting(storage, { id: 'a' }, 100);
  noteRefusal(storage, 'badRequest', 200);
  expect(readExchange(storage)).toMatchObject({
    last: { at: 200, outcome: 'badRequest' },
    watches: [{ id: 'a' }],
  });
});

const damaged: readonly (readonly [name: string, text: string])[] = [
  ['no JSON', 'watches'],
  ['a list', '[]'],
  ['wrong types', '{"last":{"at":"now","outcome":"answered"},"watches":{"a":1}}'],
  ['an outcome nobody knows', '{"last":{"at":1,"outcome":"fine"},"watches":[17,{"id":"a"}]}'],
  [
    'times beyond every date',
    '{"last":{"at":9e15,"outcome":"answered"},"watches":[{"id":"a","name":"","lastSeen":9e15,"waiting":0}]}',
  ],
];

test.each(damaged)('a log that contains %s is ignored', (_, text) => {
  expect(readExchange(new MemoryStorage([[EXCHANGE_KEY, text]]))).toEqual({ last: undefined, watches: [] });
});

test('in a log with one damaged watch the others stay', () => {
  const storage = new MemoryStorage();
  noteSighting(storage, { id: 'a', name: 'Balance 2' }, 100);
  const file = JSON.parse(storage.getItem(EXCHANGE_KEY) ?? '') as { watches: unknown[] };
  file.watches.push({ id: 'b', name: 'x'.repeat(99), lastSeen: 1, waiting: 1 });
  storage.setItem(EXCHANGE_KEY, JSON.stringify(file));
  expect(readExchange(storage).watches.map(({ id }) => id)).toEqual(['a']);
});

test('a log of an older version still gives its watches', () => {
  const old = { id: 'a', name: 'Balance 2', lastSeen: 2, waiting: 3 };
  const watches = [{ ...old, firstSeen: 1, refused: ['1 abcdefghjk-8 '] }];
  const storage = new MemoryStorage([[EXCHANGE_KEY, JSON.stringify({ watches })]]);
  expect(readExchange(storage).watches).toEqual([
    { ...old, firstSeen: 1, waitingAsOf: 0, whole: true, refused: [], planRevision: 0, planSent: 0 },
  ]);
  expect(isDamaged(storage, LOG)).toBe(false);
});

test('a note is lost if the storage cannot be read, and nothing is thrown', () => {
  const storage = new MemoryStorage();
  storage.readable = false;
  noteSighting(storage, { id: 'a' }, 100);
  noteRefusal(storage, 'badRequest', 100);
  expect(storage.writes).toBe(0);
});
