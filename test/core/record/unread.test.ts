import fc from 'fast-check';
import {
  COUNTS_LENGTH,
  fileOperations,
  loadOutbox,
  numberOf,
  parseCounts,
} from '../../../core/record/outbox-files';
import type { Outbox, Verdict } from '../../../core/record/outbox';
import {
  addRecord,
  CHUNK_LENGTH,
  EMPTY_OUTBOX,
  fillIn,
  HISTORY_LENGTH,
  newestRecord,
  nextToRead,
  settle,
  waitingCount,
  waitingRecords,
} from '../../../core/record/outbox';
import { RECORD_PROBLEMS } from '../../../core/record/packed-record';
import { runs } from '../../runs';
import { dailyRecord, packed } from './records';

const EACH = { numRuns: runs(1000, 200) };

test('the beginning of a file says how many of its records wait and are acknowledged', () => {
  const outbox = settled(filled(20), [3, 4, 5], 'acknowledged');
  const starts = payloads(outbox).map((payload) => parseCounts(payload.slice(0, COUNTS_LENGTH)));
  expect(starts).toEqual([
    { waiting: 13, acknowledged: 3 },
    { waiting: 4, acknowledged: 0 },
  ]);
});

test('a file with refused records, or from before the counts, says nothing at its beginning', () => {
  const refused = payloads(settled(filled(3), [2], 'recordVersion'));
  const before = '{"version":1,"entries":[["waiting","1 a-1 x"]]}';
  expect([...refused, before, '', 'x'].map(parseCounts)).toEqual([1, 2, 3, 4].map(() => undefined));
});

test('an outbox with unread files counts what waits in them, and knows the records that stand before them', () => {
  const outbox = partlyRead(filled(50), [2]);
  expect(waitingCount(outbox)).toBe(50);
  expect(waitingRecords(outbox)).toEqual(range(1, 16).map(packed));
  expect(newestRecord(outbox)).toEqual(dailyRecord(50));
});

test('what has to be read next is the first unread file with records that wait, as long as too few are known', () => {
  const history = settled(filled(50), range(1, 16), 'acknowledged');
  const outbox = partlyRead(history, [1, 2, 3]);
  expect([0, 1, 99].map((count) => nextToRead(outbox, count))).toEqual([undefined, 2, 2]);
  expect(nextToRead(fillIn(outbox, 2, chunkOf(history, 2)), 16)).toBeUndefined();
  expect(nextToRead(fillIn(outbox, 2, chunkOf(history, 2)), 17)).toBe(3);
  expect(nextToRead(history, 99)).toBeUndefined();
});

test('read one after the other, the files make the same outbox as read at once', () => {
  fc.assert(
    fc.property(histories(), fc.array(fc.nat(9)), (outbox, order) => {
      const unread = partlyRead(outbox, numbers(outbox));
      const all = order.concat(range(0, 9)).reduce((before, at) => {
        const number = before.unread?.[at % before.unread.length]?.number;
        return number === undefined ? before : fillIn(before, number, chunkOf(outbox, number));
      }, unread);
      expect(all).toEqual(outbox);
    }),
    EACH,
  );
});

test('what waits is the same number, read or not', () => {
  fc.assert(
    fc.property(histories(), fc.subarray(range(1, 10)), (outbox, unread) => {
      expect(waitingCount(partlyRead(outbox, unread))).toBe(waitingRecords(outbox).length);
    }),
    EACH,
  );
});

test('an unread file that turns out to be unreadable leaves its number to nobody', () => {
  const outbox = fillIn(partlyRead(filled(20), [1, 2]), 2, undefined);
  expect(outbox.spent).toEqual([2]);
  const [operation, ...others] = fileOperations(outbox, addRecord(outbox, packed(99)));
  expect([operation?.file, others]).toEqual(['outbox-3', []]);
});

test('a record that is added beside unread files writes one file, and none of theirs', () => {
  const outbox = partlyRead(filled(2 * CHUNK_LENGTH), [1]);
  const added = addRecord(outbox, packed(99));
  expect(fileOperations(outbox, added).map(({ kind, file }) => [kind, file])).toEqual([
    ['create', 'outbox-3'],
  ]);
  expect(waitingCount(added)).toBe(2 * CHUNK_LENGTH + 1);
});

test('a verdict on an id leaves records alone that nobody has read', () => {
  const outbox = partlyRead(filled(20), [1]);
  expect(settled(outbox, [1], 'acknowledged')).toBe(outbox);
});

test('history goes unread when enough has come after it', () => {
  const count = HISTORY_LENGTH + 3 * CHUNK_LENGTH;
  const before = settled(filled(count), range(1, count - 1), 'acknowledged');
  const whole = settled(before, [count], 'acknowledged');
  const kept = fileOperations(before, whole).map(({ kind, file }) => `${kind} ${file}`);
  const unread = partlyRead(before, [1, 2, 3]);
  expect(
    fileOperations(unread, settled(unread, [count], 'acknowledged')).map(
      ({ kind, file }) => `${kind} ${file}`,
    ),
  ).toEqual(kept);
  expect(kept).toContain('remove outbox-3');
});

test('a file of the outbox has a number, any other has none', () => {
  expect(['outbox-12', 'outbox-0', 'session'].map(numberOf)).toEqual([12, NaN, NaN]);
});

// Helpers

function filled(count: number): Outbox {
  return range(1, count).map(packed).reduce(addRecord, EMPTY_OUTBOX);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function settled(outbox: Outbox, which: readonly number[], state: Verdict['state']): Outbox {
  return settle(
    outbox,
    which.map((number) => ({ id: dailyRecord(number).id, state })),
  );
}

function payloads(outbox: Outbox): readonly string[] {
  return fileOperations(EMPTY_OUTBOX, outbox).flatMap((operation) =>
    operation.kind === 'remove' ? [] : [operation.payload],
  );
}

function numbers({ chunks }: Outbox): readonly number[] {
  return chunks.map(({ number }) => number);
}

function chunkOf({ chunks }: Outbox, wanted: number) {
  return chunks.find(({ number }) => number === wanted);
}

/** The outbox as it is loaded when some of its files are not read, where their beginning tells enough. */
function partlyRead(outbox: Outbox, unread: readonly number[]): Outbox {
  return loadOutbox(
    fileOperations(EMPTY_OUTBOX, outbox).flatMap((operation) => {
      if (operation.kind === 'remove') return [];
      const { file, payload } = operation;
      const counts = unread.includes(numberOf(file))
        ? parseCounts(payload.slice(0, COUNTS_LENGTH))
        : undefined;
      return [counts ? { file, ...counts } : { file, payload }];
    }),
  );
}

/** Outboxes in which the phone has said something of some records. */
function histories(): fc.Arbitrary<Outbox> {
  const state = fc.constantFrom<Verdict['state'][]>('acknowledged', 'acknowledged', ...RECORD_PROBLEMS);
  const verdict = fc.record({ id: fc.integer({ min: 1, max: 48 }).map((n) => dailyRecord(n).id), state });
  return fc
    .tuple(fc.nat(48), fc.array(verdict, { maxLength: 30 }))
    .map(([count, verdicts]) => settle(filled(count), verdicts));
}
