import fc from 'fast-check';
import type { FileOperation } from '../../../core/record/outbox-files';
import { fileOperations, loadOutbox, numberOf } from '../../../core/record/outbox-files';
import type { Outbox, RecordVerdict } from '../../../core/record/outbox';
import {
  addRecord,
  CHUNK_LENGTH,
  EMPTY_OUTBOX,
  HISTORY_LENGTH,
  newestRecord,
  offerAgain,
  offerAll,
  recordsSince,
  refusedEntries,
  settle,
  waitingRecords,
} from '../../../core/record/outbox';
import type { PackedRecord } from '../../../core/record/packed-record';
import { idOf, packRecord, RECORD_PROBLEMS } from '../../../core/record/packed-record';
import { openSlot, sealSlot } from '../../../core/state/slots';
import { runs } from '../../runs';
import { dailyRecord, packed, recordsIn } from './records';

const NUM_RUNS = { numRuns: runs(1000, 200) };

/** The payloads of the outbox's files. */
type Disk = ReadonlyMap<string, string>;

function perform(disk: Disk, operations: readonly FileOperation[]): Disk {
  return operations.reduce((files, operation) => {
    const next = new Map(files);
    if (operation.kind !== 'remove') next.set(operation.file, operation.payload);
    else next.delete(operation.file);
    return next;
  }, disk);
}

function load(disk: Disk): Outbox {
  return loadOutbox([...disk].map(([file, payload]) => ({ file, payload })));
}

function filled(count: number, from = 1): Outbox {
  return Array.from({ length: count }, (_, at) => packed(from + at)).reduce(addRecord, EMPTY_OUTBOX);
}

function acknowledge(outbox: Outbox, numbers: readonly number[]): Outbox {
  return settle(
    outbox,
    numbers.map((number): RecordVerdict => ({ id: dailyRecord(number).id, state: 'acknowledged' })),
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('a record waits until the phone has acknowledged it, and is history after that', () => {
  const outbox = filled(2);
  expect(waitingRecords(outbox)).toEqual([packed(1), packed(2)]);
  const after = acknowledge(outbox, [1]);
  expect(waitingRecords(after)).toEqual([packed(2)]);
  expect(recordsIn(after)).toEqual([dailyRecord(2), dailyRecord(1)]);
});

test('a record that is added twice is there once, whatever the phone answered', () => {
  const outbox = acknowledge(filled(2), [1]);
  expect(addRecord(outbox, packed(1))).toBe(outbox);
  expect(addRecord(outbox, packed(2))).toBe(outbox);
});

describe('another session with an id that was given out before', () => {
  const another = packRecord({ ...dailyRecord(7), id: dailyRecord(1).id });
  const third = packRecord({ ...dailyRecord(8), id: dailyRecord(1).id });

  it('is kept under a new id', () => {
    const outbox = addRecord(addRecord(filled(1), another), third);
    expect(waitingRecords(outbox).map(idOf)).toEqual(['abcdefghjk-1', 'abcdefghjk-1-2', 'abcdefghjk-1-3']);
    expect(recordsIn(outbox)).toEqual([
      { ...dailyRecord(8), id: 'abcdefghjk-1-3' },
      { ...dailyRecord(7), id: 'abcdefghjk-1-2' },
      dailyRecord(1),
    ]);
  });

  it('is stored once, however often it is added', () => {
    const outbox = addRecord(addRecord(filled(1), another), third);
    expect([packed(1), another, third].reduce(addRecord, outbox)).toBe(outbox);
  });
});

test('if a session is recorded twice with different content, the first record stays', () => {
  const outbox = filled(1);
  expect(addRecord(outbox, packRecord({ ...dailyRecord(1), utcOffset: 120 }))).toBe(outbox);
});

test('a refused record stays visible with its code and is not offered again by itself', () => {
  const outbox = settle(filled(3), [{ id: dailyRecord(2).id, state: 'recordVersion' }]);
  expect(waitingRecords(outbox)).toEqual([packed(1), packed(3)]);
  expect(refusedEntries(outbox)).toEqual([{ state: 'recordVersion', record: packed(2) }]);
  expect(recordsIn(outbox)).toHaveLength(3);
  expect(waitingRecords(offerAgain(outbox))).toEqual([packed(1), packed(2), packed(3)]);
});

test('all kept records except deleted ones are offered to a phone that has none of them', () => {
  const outbox = acknowledge(filled(3), [1, 2]);
  expect(waitingRecords(offerAll(outbox, []))).toEqual([packed(1), packed(2), packed(3)]);
  expect(waitingRecords(offerAll(outbox, [dailyRecord(2).id]))).toEqual([packed(1), packed(3)]);
  const waiting = filled(2);
  expect(offerAll(waiting, [])).toBe(waiting);
});

test('no later answer of the phone revokes an acknowledgement', () => {
  const outbox = acknowledge(filled(1), [1]);
  expect(settle(outbox, [{ id: dailyRecord(1).id, state: 'recordInvalid' }])).toBe(outbox);
  expect(offerAgain(outbox)).toBe(outbox);
});

test('answers about unknown records are ignored', () => {
  const outbox = filled(1);
  expect(acknowledge(outbox, [7])).toBe(outbox);
});

test('the last sixty acknowledged sessions stay, and the files of older ones go', () => {
  const outbox = acknowledge(filled(400), range(1, 400));
  expect(recordsIn(outbox).slice(0, HISTORY_LENGTH)).toEqual(range(341, 400).reverse().map(dailyRecord));
  expect(outbox.chunks.length).toBeLessThanOrEqual(Math.ceil(HISTORY_LENGTH / CHUNK_LENGTH) + 1);
});

test('files of old history are removed, and what is left is read back the same', () => {
  const before = acknowledge(filled(100), range(1, 20));
  const after = acknowledge(before, range(21, 100));
  const operations = fileOperations(before, after);
  expect(operations.filter(({ kind }) => kind === 'remove').map(({ file }) => file)).toEqual([
    'outbox-1',
    'outbox-2',
  ]);
  expect(load(perform(perform(new Map(), fileOperations(EMPTY_OUTBOX, before)), operations))).toEqual(after);
});

test('an unacknowledged record stays, however many come after it', () => {
  const outbox = acknowledge(filled(400), range(2, 400));
  expect(waitingRecords(outbox)).toEqual([packed(1)]);
  expect(recordsIn(outbox).length).toBeGreaterThan(HISTORY_LENGTH);
});

test('a new session writes one file of at most 3 KB, however many wait', () => {
  range(0, 40).forEach((before) => {
    const saved = filled(before);
    const operations = fileOperations(saved, addRecord(saved, packed(before + 1)));
    expect(operations).toHaveLength(1);
    operations.forEach((operation) => {
      expect(operation.kind !== 'remove' && operation.payload.length).toBeLessThan(3072);
    });
  });
});

test('an outbox that did not change writes nothing', () => {
  const outbox = filled(20);
  expect(fileOperations(outbox, addRecord(outbox, packed(3)))).toEqual([]);
});

test('an outbox reads back as it was written, whatever the order of its files', () => {
  const outbox = settle(acknowledge(filled(50), range(3, 20)), [
    { id: dailyRecord(40).id, state: 'recordInvalid' },
  ]);
  const disk = perform(new Map(), fileOperations(EMPTY_OUTBOX, outbox));
  expect(load(disk)).toEqual(outbox);
  expect(load(new Map([...disk].reverse()))).toEqual(outbox);
});

const badFiles: readonly (readonly [name: string, payload: string | undefined])[] = [
  ['both slots damaged', undefined],
  ['not JSON', '{"version":1,"entr'],
  ['another version', '{"version":2,"entries":[]}'],
  ['no entries', '{"version":1}'],
  ['entries that are none', '{"version":1,"entries":[17]}'],
  ['a state nobody knows', '{"version":1,"entries":[["lost","1 a-1 x"]]}'],
  ['a record that is no text', '{"version":1,"entries":[["waiting",17]]}'],
  ['a record without an id', '{"version":1,"entries":[["waiting","abc"]]}'],
  ['a record without end', JSON.stringify({ version: 1, entries: [['waiting', `1 a ${'x'.repeat(9999)}`]] })],
];

test.each(badFiles)(
  'a file with %s is reported and left alone, and later sessions are stored beside it',
  (_, payload) => {
    const good = fileOperations(EMPTY_OUTBOX, filled(3)).map((operation) => ({
      file: operation.file,
      payload: operation.kind !== 'remove' ? operation.payload : undefined,
    }));
    const outbox = loadOutbox([...good, { file: 'outbox-2', payload }]);
    expect(outbox.spent).toEqual([2]);
    const after = addRecord(outbox, packed(9));
    expect(waitingRecords(after)).toEqual([packed(1), packed(2), packed(3), packed(9)]);
    const [operation, ...others] = fileOperations(outbox, after);
    expect([operation?.file, others]).toEqual(['outbox-3', []]);
  },
);

test('the newest record is the last readable one, whatever the phone answered', () => {
  const outbox = acknowledge(filled(20), range(1, 20));
  expect(newestRecord(outbox)).toEqual(dailyRecord(20));
  const later = packed(21).replace(/^2/, '3') as PackedRecord;
  expect(newestRecord(addRecord(outbox, later))).toEqual(dailyRecord(20));
});

test('the records since an instant come newest first, skipping those of a later format', () => {
  const outbox = addRecord(filled(20), packed(21).replace(/^2/, '3') as PackedRecord);
  const since = dailyRecord(18).startedAt;
  expect(recordsSince(outbox, since)).toEqual([dailyRecord(20), dailyRecord(19), dailyRecord(18)]);
  const known = { packed: packed(20), record: { ...dailyRecord(20), id: 'known' } };
  expect(recordsSince(outbox, since, known)[0]).toBe(known.record);
  expect(recordsSince(filled(0), since)).toEqual([]);
});

test('a new file gets an unused number', () => {
  const kinds = (saved: Outbox) =>
    fileOperations(saved, addRecord(saved, packed(99))).map(({ kind, file }) => `${kind} ${file}`);
  expect(kinds(EMPTY_OUTBOX)).toEqual(['create outbox-1']);
  expect(kinds(filled(CHUNK_LENGTH - 1))).toEqual(['write outbox-1']);
  expect(kinds(filled(CHUNK_LENGTH))).toEqual(['create outbox-2']);
});

test('a record of a later format is kept as it is, for the phone to judge', () => {
  const payload = JSON.stringify({ version: 1, entries: [['waiting', '2 abcdefghjk-1 whatever']] });
  const outbox = loadOutbox([{ file: 'outbox-1', payload }]);
  expect(waitingRecords(outbox).map(idOf)).toEqual(['abcdefghjk-1']);
  expect(newestRecord(outbox)).toBeUndefined();
  expect(newestRecord(filled(0))).toBeUndefined();
});

test('other files are ignored', () => {
  const names = ['session', 'outbox', 'outbox-0', 'outbox-01', 'outbox-1.a', 'outbox-x', 'my-outbox-1'];
  expect(names.map(numberOf)).toEqual(names.map(() => NaN));
  expect(numberOf('outbox-12')).toBe(12);
  expect(loadOutbox(names.map((file) => ({ file, payload: 'x' })))).toEqual(EMPTY_OUTBOX);
});

type Deed =
  | { readonly kind: 'add' | 'offerAgain' }
  | {
      readonly kind: 'settle';
      readonly from: number;
      readonly count: number;
      readonly state: RecordVerdict['state'];
    };

/** What happens to an outbox, and after how many file operations the watch dies, if at all. */
interface Turn {
  readonly deed: Deed;
  readonly dies: number | undefined;
}

function turns(): fc.Arbitrary<readonly Turn[]> {
  const state = fc.constantFrom<RecordVerdict['state'][]>('acknowledged', 'acknowledged', ...RECORD_PROBLEMS);
  const verdicts = fc.record({
    kind: fc.constant('settle' as const),
    from: fc.nat(60),
    count: fc.nat(20),
    state,
  });
  const deed = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Deed>({ kind: 'add' }) },
    { weight: 3, arbitrary: verdicts },
    { weight: 1, arbitrary: fc.constant<Deed>({ kind: 'offerAgain' }) },
  );
  return fc.array(fc.record({ deed, dies: fc.option(fc.nat(4), { nil: undefined, freq: 8 }) }), {
    maxLength: 80,
  });
}

function enact(outbox: Outbox, deed: Deed, next: number): Outbox {
  switch (deed.kind) {
    case 'add':
      return addRecord(outbox, packed(next));
    case 'settle':
      return settle(outbox, verdictsOf(deed));
    case 'offerAgain':
      return offerAgain(outbox);
  }
}

function verdictsOf({ from, count, state }: Extract<Deed, { kind: 'settle' }>): readonly RecordVerdict[] {
  return range(from, from + count).map((number) => ({ id: dailyRecord(number).id, state }));
}

test('a record is removed only after a receipt, wherever the watch dies between two writes', () => {
  fc.assert(
    fc.property(turns(), (story) => {
      let outbox = EMPTY_OUTBOX;
      let disk: Disk = new Map();
      const stored = new Set<string>();
      const receipts = new Set<string>();
      story.forEach(({ deed, dies }, number) => {
        const changed = enact(outbox, deed, number);
        const operations = fileOperations(outbox, changed).slice(0, dies);
        disk = perform(disk, operations);
        if (deed.kind === 'add' && operations.length > 0) stored.add(dailyRecord(number).id);
        if (deed.kind === 'settle' && deed.state === 'acknowledged') {
          verdictsOf(deed).forEach(({ id }) => receipts.add(id));
        }
        outbox = dies === undefined ? changed : load(disk);
        const there = [...waitingRecords(outbox), ...refusedEntries(outbox).map(({ record }) => record)].map(
          idOf,
        );
        expect([...stored].filter((id) => !there.includes(id) && !receipts.has(id))).toEqual([]);
      });
      expect(load(disk)).toEqual(outbox);
    }),
    NUM_RUNS,
  );
});

test('if a slot with a full chunk is cut off at any byte, the slot before it still counts', () => {
  const [operation] = fileOperations(EMPTY_OUTBOX, filled(CHUNK_LENGTH));
  if (operation === undefined || operation.kind === 'remove') throw new Error('A new chunk is written.');
  const text = sealSlot({ sequence: 2, payload: operation.payload });
  expect(openSlot(text).ok).toBe(true);
  range(0, text.length - 1).forEach((cut) => {
    expect(openSlot(text.slice(0, cut)).ok).toBe(false);
  });
});
