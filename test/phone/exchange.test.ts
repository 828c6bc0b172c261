import { noteRefusal, noteSighting, readExchange } from '../../phone/exchange';
import { EXCHANGE_KEY } from '../../phone/storage-keys';
import { MemoryStorage } from './memory-storage';

test('what a request does not tell of its watch stays as it was', () => {
  const storage = new MemoryStorage();
  noteSighting(storage, { id: 'a', name: 'Balance 2', waiting: 3 }, 100);
  noteSighting(storage, { id: 'a' }, 200);
  expect(readExchange(storage).watches).toEqual([
    { id: 'a', name: 'Balance 2', firstSeen: 100, lastSeen: 200, waiting: 3, refused: [], planRevision: 0 },
  ]);
});

test('each watch has its own line, the last one in touch first', () => {
  const storage = new MemoryStorage();
  ['a', 'b', 'c', 'a'].forEach((id, at) => noteSighting(storage, { id }, 100 + at));
  expect(readExchange(storage).watches.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

test('of very many watches those not seen for longest are forgotten', () => {
  const storage = new MemoryStorage();
  Array.from({ length: 50 }, (_, at) => noteSighting(storage, { id: `w${at}` }, at));
  const { watches } = readExchange(storage);
  expect([watches.length, watches[0]?.id]).toEqual([12, 'w49']);
});

test('a refusal is the last exchange and touches no watch', () => {
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
];

test.each(damaged)('a log that holds %s is an empty one', (_, text) => {
  expect(readExchange(new MemoryStorage([[EXCHANGE_KEY, text]]))).toEqual({ last: undefined, watches: [] });
});

test('of a log with one damaged watch the others stay', () => {
  const storage = new MemoryStorage();
  noteSighting(storage, { id: 'a', name: 'Balance 2' }, 100);
  const file = JSON.parse(storage.getItem(EXCHANGE_KEY) ?? '') as { watches: unknown[] };
  file.watches.push({ id: 'b', name: 'x'.repeat(99), firstSeen: 1, lastSeen: 1, waiting: 1 });
  storage.setItem(EXCHANGE_KEY, JSON.stringify(file));
  expect(readExchange(storage).watches.map(({ id }) => id)).toEqual(['a']);
});

test('a log of an older Legato tells of its watches all the same', () => {
  const old = { id: 'a', name: 'Balance 2', firstSeen: 1, lastSeen: 2, waiting: 3 };
  const storage = new MemoryStorage([[EXCHANGE_KEY, JSON.stringify({ watches: [old] })]]);
  expect(readExchange(storage).watches).toEqual([{ ...old, refused: [], planRevision: 0 }]);
});

test('a note for which the storage cannot be read is lost, and nothing is thrown', () => {
  const storage = new MemoryStorage();
  storage.readable = false;
  expect(noteSighting(storage, { id: 'a' }, 100).ok).toBe(false);
  expect(noteRefusal(storage, 'badRequest', 100).ok).toBe(false);
});
