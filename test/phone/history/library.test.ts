import fc from 'fast-check';
import { storedText } from '../../../core/state/stored';
import type { SessionRecord } from '../../../core/record/record';
import { deleteSessions, isDeleted, readDeletions, undelete } from '../../../phone/deletions';
import { digestAt } from '../../../phone/digest';
import { gistOf } from '../../../phone/history/gist';
import { openLibrary } from '../../../phone/history/library';
import { putMade } from '../../../phone/history/made';
import { addWithUndo, deleteWithUndo, moveWithUndo } from '../../../phone/history/mend';
import { undoLast } from '../../../phone/history/undo';
import { makeDigests, putRecords, readLedger } from '../../../phone/ledger';
import { monthAt, monthOf } from '../../../phone/month';
import { sessionKey } from '../../../phone/session-key';
import type { Storage } from '../../../phone/storage';
import { DIGEST_PREFIX, INDEX_KEY, LEFT_COUNTS_KEY, MONTH_PREFIX } from '../../../phone/storage-keys';
import { anyRecord, dailyRecord, records } from '../../core/record/records';
import { runs } from '../../runs';
import type { Mood } from '../memory-storage';
import { MemoryStorage } from '../memory-storage';

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

/** A library contains what the ledger has and what was entered, without what was deleted. */
function agree(storage: MemoryStorage, made: ReadonlyMap<string, SessionRecord> = new Map()): void {
  const deletions = readDeletions(storage);
  const all = new Map(readLedger(storage).sessions.map((each) => [sessionKey(each), each]));
  made.forEach((each, key) => {
    if (!all.has(key) && !isDeleted(deletions, each)) all.set(key, each);
  });
  const byStart = (a: { startedAt: number; id: string }, b: typeof a): number =>
    b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1);
  const sessions = [...all.values()].sort(byStart);
  const library = openLibrary(storage);
  expect(library.count()).toBe(sessions.length);
  expect(library.months).toEqual(expect.arrayContaining([...new Set(sessions.map(monthOf))]));
  library.months.forEach((month) => {
    const own = sessions.filter((session) => monthOf(session) === month);
    expect(library.sessionsOf(month)).toEqual(own);
    expect([...openLibrary(storage).gistsOf(month)].sort(byStart)).toEqual(own.map(gistOf));
  });
}

test('a library shows what the ledger contains, whichever side wrote it, and whatever was refused or deleted', () => {
  const moods = fc.array(fc.constantFrom<Mood>('good', 'good', 'throws', 'silent'), { maxLength: 9 });
  const story = records(12).chain((all) => {
    const batch = fc.shuffledSubarray([...all]);
    const act = fc.oneof(
      fc.record({ kind: fc.constantFrom('watch' as const, 'page' as const), batch, moods }),
      fc.record({ kind: fc.constantFrom('delete' as const, 'undo' as const), batch, moods }),
      fc.record({ kind: fc.constant('digest' as const), batch, moods }),
    );
    return fc.array(act, { maxLength: 8 });
  });
  fc.assert(
    fc.property(story, (acts) => {
      const storage = new MemoryStorage();
      const made = new Map<string, SessionRecord>();
      acts.forEach(({ kind, batch, moods: next }) => {
        storage.moods = [...next];
        if (kind === 'watch') putRecords(storage, batch);
        else if (kind === 'page') {
          if (putMade(storage, batch).ok) {
            batch.forEach((each) => made.set(sessionKey(each), made.get(sessionKey(each)) ?? each));
          }
        } else if (kind === 'delete') deleteSessions(storage, batch);
        else if (kind === 'undo') undelete(storage, batch);
        else makeDigests(storage);
        storage.moods = [];
        agree(storage, made);
      });
    }),
    { numRuns: runs(1000, 100) },
  );
});

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

test('whatever is added, deleted, redated and undone, a month counts what it holds', () => {
  const step = fc.record({
    what: fc.constantFrom('put', 'delete', 'undo', 'add', 'move'),
    at: fc.nat(40),
    count: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const storage = new MemoryStorage();
      putRecords(storage, daily(45).slice(10));
      steps.forEach(({ what, at, count }) => {
        const some = daily(at + count).slice(at);
        const [first] = some;
        if (what === 'put') putRecords(storage, some);
        if (what === 'delete') deleteWithUndo(storage, some);
        if (what === 'undo') undoLast(storage);
        if (what === 'add') addWithUndo(storage, some);
        if (what === 'move' && first) moveWithUndo(storage, first, first.startedAt - 40 * 86_400_000, 60);
        const library = openLibrary(storage);
        const counted = library.months.map((month) => openLibrary(storage).countOf(month));
        expect(counted).toEqual(library.months.map((month) => library.sessionsOf(month).length));
      });
    }),
    { numRuns: runs(1000, 150) },
  );
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
