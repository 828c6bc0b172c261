import fc from 'fast-check';
import { storedText } from '../../../core/state/stored';
import { deleteSessions } from '../../../phone/deletions';
import { digestAt } from '../../../phone/digest';
import { gistOf } from '../../../phone/history/gist';
import { openLibrary } from '../../../phone/history/library';
import { deleteWithUndo } from '../../../phone/history/mend';
import { makeDigests, putRecords } from '../../../phone/ledger';
import { monthAt } from '../../../phone/month';
import type { Storage } from '../../../phone/storage';
import { DIGEST_PREFIX, INDEX_KEY, LEFT_COUNTS_KEY, MONTH_PREFIX } from '../../../phone/storage-keys';
import { anyRecord, dailyRecord } from '../../core/record/records';
import { runs } from '../../runs';
import { MemoryStorage } from '../memory-storage';
import { agree } from './agreeing';

/** Counts what is read. */
class Counting implements Storage {
  readonly read: string[] = [];
  private readonly storage: Storage;
  constructor(storage: Storage) {
    this.storage = storage;
  }
  getItem(key: string): string | null | undefined {
    this.read.push(key);
    return this.storage.getItem(key);
  }
  setItem(key: string, value: string): void {
    this.storage.setItem(key, value);
  }
  removeItem(key: string): void {
    this.storage.removeItem(key);
  }
  all(): Readonly<Record<string, unknown>> {
    return this.storage.all();
  }
}

const daily = (count: number) => Array.from({ length: count }, (_, at) => dailyRecord(at));

test('a digest reads back as it was written', () => {
  fc.assert(
    fc.property(fc.array(anyRecord(), { maxLength: 6 }), (all) => {
      const gists = all.map(gistOf);
      const place = digestAt('any');
      expect(place.read(JSON.parse(storedText(place, gists)))?.value).toEqual(gists);
    }),
    { numRuns: runs(1000, 150) },
  );
});

test.each(['{}', '{"version":1,"sessions":["a"]}', '{"version":1,"sessions":["a-1 k1 0 L1","a-2 ?"]}', 'x'])(
  'with %s instead of a digest, the records are read',
  (text) => {
    const storage = new MemoryStorage();
    putRecords(storage, daily(3));
    storage.setItem('ledger.digest.2026-03', text);
    agree(storage);
  },
);

test('months of an older version get their digests a few at a time', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(200));
  const old = new MemoryStorage(
    Object.entries(storage.contents()).flatMap(([key, text]) => {
      if (key.startsWith(DIGEST_PREFIX)) return [];
      const { months, aside } = JSON.parse(storage.getItem(INDEX_KEY) ?? '') as Record<string, unknown>;
      return [[key, key === INDEX_KEY ? JSON.stringify({ version: 1, months, aside }) : text]] as const;
    }),
  );
  agree(old);
  makeDigests(old);
  expect(
    old
      .keys()
      .filter((key) => key.startsWith(DIGEST_PREFIX))
      .sort(),
  ).toEqual(['2026-06', '2026-07', '2026-08', '2026-09'].map((month) => DIGEST_PREFIX + month));
  agree(old);
  makeDigests(old);
  makeDigests(old);
  agree(old);
  const { writes } = old;
  makeDigests(old);
  expect(old.writes).toBe(writes);
  agree(old);
});

test('the count and the digests of a month read no record', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(200));
  const counting = new Counting(storage);
  const library = openLibrary(counting);
  expect([library.count(), library.gistsOf('2026-04').length]).toEqual([200, 30]);
  expect(counting.read.filter((key) => key.startsWith(MONTH_PREFIX))).toEqual([]);
});

test('a month whose digest the storage refused counts what it holds once it has one, also after a deletion', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(0), dailyRecord(1)]);
  deleteWithUndo(storage, [dailyRecord(0)]);
  expect(openLibrary(storage).countOf('2026-03')).toBe(1);
  storage.moods = ['good', 'good', 'silent'];
  putRecords(storage, [dailyRecord(2)]);
  expect(storage.moods).toEqual([]);
  expect(openLibrary(storage).countOf('2026-03')).toBe(2);
  makeDigests(storage);
  expect(openLibrary(storage).countOf('2026-03')).toBe(2);
  expect(openLibrary(storage).sessionsOf('2026-03')).toHaveLength(2);
});

test('a deletion in a month makes its digest be checked, and the next session from a watch updates it', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(200));
  deleteSessions(storage, [dailyRecord(3)]);
  const readBy = (): readonly string[] => {
    const counting = new Counting(storage);
    openLibrary(counting).count();
    return counting.read.filter((key) => key.startsWith(DIGEST_PREFIX));
  };
  expect(readBy()).toEqual([`${DIGEST_PREFIX}2026-03`]);
  putRecords(storage, [dailyRecord(201)]);
  expect(readBy()).toEqual([]);
  expect(openLibrary(storage).count()).toBe(200);
});

test('an unreadable month is named once it was opened', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(3));
  storage.setItem(monthAt('2026-02').name, 'damaged');
  const library = openLibrary(storage);
  library.count();
  expect(library.damaged()).toEqual(['2026-02']);
});

test('after thousands were deleted, no month has to be read to count what is left', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(400));
  const library = openLibrary(storage);
  const all = library.months.flatMap((month) => library.sessionsOf(month));
  deleteWithUndo(storage, all.slice(30));
  const counting = new Counting(storage);
  const left = openLibrary(counting);
  expect(left.count()).toBe(30);
  expect(counting.read.filter((key) => /month|digest/.test(key))).toEqual([]);
});

test.each(['x', '{"version":1}', '{"version":1,"months":["2026-03",["2026-03","1 3-0 undefined",-1]]}'])(
  'counts that are unreadable, %s, are made anew from the sessions',
  (text) => {
    const storage = new MemoryStorage();
    putRecords(storage, daily(3));
    deleteWithUndo(storage, [dailyRecord(0)]);
    storage.setItem(LEFT_COUNTS_KEY, text);
    expect(openLibrary(storage).count()).toBe(2);
  },
);
