import fc from 'fast-check';
import { packRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import { deleteSessions } from '../../phone/deletions';
import { ASIDE_PREFIX, asidePrefixOf, DELETED_KEY, INDEX_KEY, MONTH_PREFIX } from '../../phone/storage-keys';
import { putRecords, readLedger } from '../../phone/ledger';
import { monthOf } from '../../phone/month';
import { dailyRecord, records } from '../core/record/records';
import { runs } from '../runs';
import type { Mood } from './memory-storage';
import { MemoryStorage } from './memory-storage';

const NUM_RUNS = { numRuns: runs(1000, 150) };

function byId(list: readonly SessionRecord[]): readonly SessionRecord[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const MARCH = dailyRecord(1);
const APRIL = dailyRecord(40);
const MARCH_KEY = `${MONTH_PREFIX}2026-03`;

test('a record belongs to the month of its start, in the local time of the person', () => {
  const newYear = Date.UTC(2026, 0, 1, 0, 30);
  const record = (utcOffset: number): SessionRecord => ({ ...MARCH, startedAt: newYear, utcOffset });
  expect([-60, -30, 0, 600].map((offset) => monthOf(record(offset)))).toEqual([
    '2025-12',
    '2026-01',
    '2026-01',
    '2026-01',
  ]);
  expect(monthOf({ ...MARCH, startedAt: 0, utcOffset: -60 })).toBe('1969-12');
});

test('a stored record is in the ledger field by field, and each month has its own key', () => {
  const storage = new MemoryStorage();
  expect(putRecords(storage, [MARCH, APRIL])).toEqual(['kept', 'kept']);
  expect(readLedger(storage)).toEqual({ sessions: [APRIL, MARCH], damaged: [], deletionsDamaged: false });
  expect(storage.keys()).toEqual(
    expect.arrayContaining([MARCH_KEY, `${MONTH_PREFIX}2026-04`, INDEX_KEY]) as string[],
  );
});

test('whatever is stored in whatever order and however often, the ledger has each record once', () => {
  const story = records(15).chain((all) =>
    fc.tuple(fc.constant(all), fc.array(fc.shuffledSubarray([...all]), { maxLength: 8 })),
  );
  fc.assert(
    fc.property(story, ([all, puts]) => {
      const storage = new MemoryStorage();
      [...puts, all].forEach((batch) => {
        expect(putRecords(storage, batch)).toEqual(batch.map(() => 'kept'));
      });
      expect(byId(readLedger(storage).sessions)).toEqual(byId(all));
    }),
    NUM_RUNS,
  );
});

test('a receipt is given only for what is stored, however often storing fails', () => {
  const moods = fc.array(fc.constantFrom<Mood>('good', 'good', 'throws', 'silent'), { maxLength: 12 });
  const story = records(12).chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.record({ batch: fc.shuffledSubarray([...all]), moods }), { maxLength: 8 }),
    ),
  );
  fc.assert(
    fc.property(story, ([all, puts]) => {
      const storage = new MemoryStorage();
      const kept = new Set<string>();
      puts.forEach(({ batch, moods: next }) => {
        storage.moods = [...next];
        const verdicts = putRecords(storage, batch);
        batch.forEach(({ id }, at) => verdicts[at] === 'kept' && kept.add(id));
        const stored = new Set(readLedger(storage).sessions.map(({ id }) => id));
        expect([...kept].filter((id) => !stored.has(id))).toEqual([]);
      });
      storage.moods = [];
      expect(putRecords(storage, all)).toEqual(all.map(() => 'kept'));
      expect(byId(readLedger(storage).sessions)).toEqual(byId(all));
    }),
    NUM_RUNS,
  );
});

test('storing what is already there writes nothing', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [MARCH, APRIL]);
  const { writes } = storage;
  putRecords(storage, [APRIL, MARCH]);
  expect(storage.writes).toBe(writes);
});

test('a deleted session does not come back, whenever its record is sent again', () => {
  const story = records(15).chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.record({ batch: fc.shuffledSubarray([...all]), remove: fc.subarray([...all]) }), {
        maxLength: 6,
      }),
    ),
  );
  fc.assert(
    fc.property(story, ([all, steps]) => {
      const storage = new MemoryStorage();
      const deleted = new Set<string>();
      steps.forEach(({ batch, remove }) => {
        putRecords(storage, batch);
        remove.forEach((record) => {
          expect(deleteSessions(storage, [record]).ok).toBe(true);
          deleted.add(record.id);
        });
      });
      expect(putRecords(storage, all)).toEqual(all.map(() => 'kept'));
      const left = all.filter(({ id }) => !deleted.has(id));
      expect(byId(readLedger(storage).sessions)).toEqual(byId(left));
      const text = JSON.stringify(storage.contents());
      expect(all.filter((record) => deleted.has(record.id) && text.includes(packRecord(record)))).toEqual([]);
    }),
    NUM_RUNS,
  );
});

test('another record with a used id is refused, and the first one stays', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [MARCH]);
  const impostor: SessionRecord = { ...MARCH, ending: 'stopped' };
  expect(putRecords(storage, [impostor, APRIL])).toEqual(['recordIdTaken', 'kept']);
  expect(readLedger(storage).sessions).toEqual([APRIL, MARCH]);
});

describe('two sessions with one id, which began at different times,', () => {
  const another = (day: number): SessionRecord => ({ ...dailyRecord(day), id: MARCH.id });

  test.each([
    ['in one month', another(2)],
    ['in two months', another(40)],
  ])('%s, are both in the ledger', (_, second) => {
    const storage = new MemoryStorage();
    expect(putRecords(storage, [MARCH])).toEqual(['kept']);
    expect(putRecords(storage, [second])).toEqual(['kept']);
    expect(readLedger(storage).sessions).toEqual([second, MARCH]);
  });

  test('are deleted one by one', () => {
    const storage = new MemoryStorage();
    putRecords(storage, [MARCH, another(2), another(40)]);
    deleteSessions(storage, [another(2)]);
    expect(readLedger(storage).sessions).toEqual([another(40), MARCH]);
    expect(putRecords(storage, [another(2), another(3)])).toEqual(['kept', 'kept']);
    expect(readLedger(storage).sessions).toEqual([another(40), another(3), MARCH]);
  });
});

test('a deletion by an older version, which noted no start, is valid in its month', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [MARCH, { ...APRIL, id: MARCH.id }]);
  storage.setItem(DELETED_KEY, JSON.stringify({ version: 1, deleted: [[MARCH.id, '2026-03']] }));
  deleteSessions(storage, [dailyRecord(2)]);
  expect(readLedger(storage)).toMatchObject({
    sessions: [{ startedAt: APRIL.startedAt }],
    deletionsDamaged: false,
  });
  expect(putRecords(storage, [MARCH])).toEqual(['kept']);
  expect(readLedger(storage).sessions).toHaveLength(1);
});

test('two watches keep their sessions in one ledger', () => {
  const storage = new MemoryStorage();
  const other: SessionRecord = { ...MARCH, id: 'zzzzzzzzzz-1' };
  putRecords(storage, [MARCH]);
  putRecords(storage, [other]);
  expect(byId(readLedger(storage).sessions)).toEqual([MARCH, other]);
});

const damages: readonly (readonly [name: string, text: string, left: readonly SessionRecord[]])[] = [
  ['not JSON', '{"version":1,"records":["1 abc', []],
  ['another shape', '[]', []],
  ['another version', '{"version":9,"records":[]}', []],
  ['no list', '{"version":1,"records":"none"}', []],
  ['one bad record', JSON.stringify({ version: 1, records: ['rubbish', packRecord(MARCH)] }), [MARCH]],
  [
    'a record twice',
    JSON.stringify({ version: 1, records: [packRecord(MARCH), packRecord(MARCH)] }),
    [MARCH],
  ],
];

test.each(damages)('a month with %s is set aside and named, and new sessions are stored', (_, text, left) => {
  const storage = new MemoryStorage([[MARCH_KEY, text]]);
  expect(readLedger(storage)).toEqual({ sessions: left, damaged: ['2026-03'], deletionsDamaged: false });
  const fresh = dailyRecord(2);
  expect(putRecords(storage, [fresh])).toEqual(['kept']);
  expect(readLedger(storage)).toEqual({
    sessions: [fresh, ...left],
    damaged: ['2026-03'],
    deletionsDamaged: false,
  });
  expect(storage.getItem(`${ASIDE_PREFIX}2026-03.1`)).toBe(text);
});

test('a month that is damaged twice keeps both texts, and a repeated text once', () => {
  const storage = new MemoryStorage([[MARCH_KEY, 'first']]);
  putRecords(storage, [MARCH]);
  ['second', 'first', 'second'].forEach((text) => {
    storage.setItem(MARCH_KEY, text);
    putRecords(storage, [MARCH]);
  });
  const kept = storage.keys().filter((key) => key.startsWith(ASIDE_PREFIX));
  expect(kept.map((key) => storage.getItem(key))).toEqual(['first', 'second']);
});

test('a damaged month that cannot be set aside is not overwritten', () => {
  const storage = new MemoryStorage([[MARCH_KEY, 'damaged']]);
  storage.mood = 'silent';
  expect(putRecords(storage, [MARCH, APRIL])).toEqual(['notStored', 'notStored']);
  storage.moods = ['good', 'silent'];
  expect(putRecords(storage, [MARCH])).toEqual(['notStored']);
  expect(storage.getItem(MARCH_KEY)).toBe('damaged');
});

const badIndexes: readonly (readonly [name: string, text: string])[] = [
  ['not JSON', 'months'],
  ['another version', '{"version":2,"months":[],"aside":[]}'],
  ['names that are none', '{"version":1,"months":["March"],"aside":[]}'],
  ['no list of what is set aside', '{"version":1,"months":[]}'],
  ['a month left out', '{"version":1,"months":[],"aside":[]}'],
];

test.each(badIndexes)(
  'an index with %s hides no session and is repaired by the next new month',
  (_, text) => {
    const storage = new MemoryStorage();
    putRecords(storage, [MARCH]);
    storage.setItem(INDEX_KEY, text);
    expect(readLedger(storage).sessions).toEqual([MARCH]);
    putRecords(storage, [APRIL]);
    expect(JSON.parse(storage.getItem(INDEX_KEY) ?? '')).toMatchObject({
      version: 1,
      months: ['2026-03', '2026-04'],
      aside: [],
    });
  },
);

test('an index that names a month without a key shows nothing of it', () => {
  const storage = new MemoryStorage([[INDEX_KEY, '{"version":1,"months":["2026-01"],"aside":[]}']]);
  expect(readLedger(storage)).toEqual({ sessions: [], damaged: [], deletionsDamaged: false });
});

test('valid parts of damaged deletions still count', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [MARCH, APRIL]);
  storage.setItem(
    DELETED_KEY,
    JSON.stringify({ version: 1, deleted: [17, [APRIL.id], [MARCH.id, '2026-03'], ['a-1', 'March']] }),
  );
  expect(readLedger(storage)).toEqual({ sessions: [APRIL], damaged: [], deletionsDamaged: true });
  storage.setItem(DELETED_KEY, '{"deleted":"all"}');
  expect(readLedger(storage).sessions).toEqual([APRIL, MARCH]);
});

const badDeletions: readonly (readonly [name: string, text: string])[] = [
  ['no JSON', 'deleted'],
  ['another shape', '[]'],
  ['no list', '{"version":1,"deleted":"all"}'],
  ['another version', '{"version":2,"deleted":[]}'],
  ['one entry that is none', '{"version":1,"deleted":[["abcdefghjk-1","2026-03"],["a-1","March"]]}'],
];

test.each(badDeletions)(
  'deletions with %s are reported, and set aside before the next one is written',
  (_, text) => {
    const storage = new MemoryStorage([[DELETED_KEY, text]]);
    expect(readLedger(storage).deletionsDamaged).toBe(true);
    expect(putRecords(storage, [APRIL])[0]).toBe('kept');
    expect(storage.getItem(DELETED_KEY)).toBe(text);
    expect(deleteSessions(storage, [APRIL]).ok).toBe(true);
    expect(readLedger(storage)).toMatchObject({ sessions: [], deletionsDamaged: true });
    expect(storage.getItem(`${asidePrefixOf(DELETED_KEY)}1`)).toBe(text);
  },
);

test('damaged deletions that cannot be set aside are not overwritten, and nothing is deleted', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [MARCH]);
  storage.setItem(DELETED_KEY, 'damaged');
  storage.moods = ['silent'];
  expect(deleteSessions(storage, [MARCH])).toEqual({ ok: false, error: 'notStored' });
  expect([storage.getItem(DELETED_KEY), readLedger(storage).sessions]).toEqual(['damaged', [MARCH]]);
});

test('reading the ledger writes nothing', () => {
  const storage = new MemoryStorage([[MARCH_KEY, 'damaged']]);
  readLedger(storage);
  expect(storage.writes).toBe(0);
});
