import fc from 'fast-check';
import type { FileOperation, FileWrite } from '../../../core/record/outbox-files';
import {
  chunksOf,
  fileOperations,
  HEAD_LENGTH,
  loadOutbox,
  numberOf,
  parseChunk,
  parseHead,
} from '../../../core/record/outbox-files';
import type { KnownRecord, Outbox, RecordVerdict } from '../../../core/record/outbox';
import {
  addRecord,
  addSession,
  CHUNK_LENGTH,
  countsOf,
  EMPTY_OUTBOX,
  fillIn,
  goesBackTo,
  HISTORY_LENGTH,
  lastDone,
  newestRecord,
  nextToRead,
  offerAgain,
  settle,
  waitingCount,
  waitingRecords,
} from '../../../core/record/outbox';
import { RECORD_PROBLEMS } from '../../../core/record/packed-record';
import { runs } from '../../runs';
import { dailyRecord, packed } from './records';

const EACH = { numRuns: runs(1000, 200) };

test('the newest file begins with how many records wait in it and in the others, and what was done last', () => {
  const files = payloads(settled(filled(70), [3, 4, 5], 'acknowledged'));
  const newest = files[files.length - 1] ?? '';
  const id = dailyRecord(70).id;
  expect(newest).toContain(`"others":[[1,1,13,3],[2,4,16,0]],"last":["${id}",`);
  expect(newest.indexOf(',"entries":')).toBeLessThan(HEAD_LENGTH);
  expect(parseHead(newest.slice(0, HEAD_LENGTH))).toEqual({
    own: { waiting: 6, acknowledged: 0, refused: 0 },
    others: [
      [1, 1, 13, 3],
      [2, 4, 16, 0],
    ],
    last: lastDone(dailyRecord(70)),
  });
  expect(files.slice(0, -1).map(parseHead)).toEqual([1, 2, 3, 4].map(() => undefined));
});

test('what the newest file says counts only for older files that exist', () => {
  const others = [
    [1, 1, 13, 3],
    [2, 7, 16, 0],
  ] as const;
  expect(chunksOf(others, new Set([1, 3, 4, 5, 9]), 5)).toEqual([
    { number: 1, waiting: 13, acknowledged: 3 },
    { number: 3, waiting: 16, acknowledged: 0 },
    { number: 4, waiting: 16, acknowledged: 0 },
  ]);
});

test.each([[''], [',"sixty"'], [',1440']])(
  'a last session without a valid time zone, as an older version writes it, is read without one: %s',
  (rest) => {
    const files = payloads(addSession(filled(3), known(4)));
    const offset = `,${dailyRecord(4).utcOffset}]`;
    const head = parseHead((files[0] ?? '').replace(offset, `${rest}]`).slice(0, HEAD_LENGTH));
    const { utcOffset, ...last } = lastDone(dailyRecord(4));
    expect(utcOffset).toBe(dailyRecord(4).utcOffset);
    expect(head?.last).toEqual(last);
  },
);

test('it does not describe files with refused records: they have to be read', () => {
  const files = payloads(settled(filled(70), [20, 70], 'recordVersion'));
  const head = parseHead(files[files.length - 1] ?? '');
  expect(head?.others).toEqual([
    [1, 1, 16, 0],
    [3, 4, 16, 0],
  ]);
  expect(head?.own).toEqual({ waiting: 5, acknowledged: 0, refused: 1 });
});

test('a session that was just done is shown without reading its record', () => {
  const outbox = addSession(filled(3), known(4));
  expect([outbox.last, newestRecord(outbox)]).toEqual([lastDone(dailyRecord(4)), dailyRecord(4)]);
  expect(addSession(outbox, known(4))).toBe(outbox);
});

test.each(['17', '[17]', '[[0,1,2,3]]', '[[2,1,2,3]]', '[[1,99999,2,3]]', '[[1,2,-1,3]]', '[[1,2,3]]'])(
  'if the others are described as %s, they are not described at all, and the records of the file are still read',
  (others) => {
    const payload = `{"version":1,"counts":[1,0,0],"others":${others},"entries":[["waiting","1 a-1 x"]]}`;
    const content = parseChunk(payload);
    expect([content?.entries.length, content?.head, parseHead(payload)]).toEqual([1, undefined, undefined]);
  },
);

test.each(['[]', '["a-1"]', '["a-1",-1,2]', '["a-1",1,"2"]', '17'])(
  'if the last session is described as %s, it is ignored',
  (last) => {
    const head = parseHead(`{"version":1,"counts":[1,0,0],"others":[],"last":${last},"entries":[]}`);
    expect([head?.own.waiting, head?.last]).toEqual([1, undefined]);
  },
);

test('a truncated beginning, or one in an older format, says nothing', () => {
  const [file = ''] = payloads(filled(1));
  const before = '{"version":1,"entries":[["waiting","1 a-1 x"]]}';
  expect([file.slice(0, 40), before, '', 'x,"entries":'].map(parseHead)).toEqual(
    [1, 2, 3, 4].map(() => undefined),
  );
});

test('before a file that the newest one describes is changed, the newest one is written without it', () => {
  const outbox = filled(40);
  const after = settled(outbox, [1], 'acknowledged');
  const [first, ...others] = fileOperations(outbox, after, told([1, 2]));
  expect(first).toMatchObject({ kind: 'write', file: 'outbox-3', counted: [{ number: 2 }] });
  expect(others.map(({ kind, file }) => `${kind} ${file}`)).toEqual(['write outbox-1']);
  expect(fileOperations(outbox, after, told([2])).map(({ file }) => file)).toEqual(['outbox-1']);
});

test('wherever the watch dies, the newest file says nothing untrue about the others', () => {
  const deed = fc.oneof(
    fc.constant((before: Outbox, next: number) => addSession(before, known(next))),
    fc
      .tuple(
        fc.nat(60),
        fc.nat(20),
        fc.constantFrom<RecordVerdict['state'][]>('acknowledged', ...RECORD_PROBLEMS),
      )
      .map(
        ([from, length, state]) =>
          (before: Outbox) =>
            settled(before, range(from, from + length), state),
      ),
    fc.constant((before: Outbox) => offerAgain(before)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(deed, fc.nat(9)), { maxLength: 60 }), (story) => {
      const disk = new Map<string, string>();
      let outbox = filled(33);
      let counted: NonNullable<FileWrite['counted']> = [];
      const perform = (operations: readonly FileOperation[]): void => {
        operations.forEach((operation) => {
          if (operation.kind === 'remove') disk.delete(operation.file);
          else {
            disk.set(operation.file, operation.payload);
            counted = operation.counted ?? counted;
          }
        });
      };
      perform(fileOperations(EMPTY_OUTBOX, outbox));
      story.forEach(([act, dies], turn) => {
        const after = act(outbox, 100 + turn);
        perform(fileOperations(outbox, after, counted).slice(0, dies < 4 ? dies : undefined));
        outbox = loadOutbox([...disk].map(([file, payload]) => ({ file, payload })));
        const others = othersIn(disk);
        expect(others.map(({ number }) => number)).toEqual(counted.map(({ number }) => number));
        const really = countsOf(outbox);
        others.forEach((other) => {
          expect(really).toContainEqual({ ...other, refused: 0 });
        });
      });
    }),
    EACH,
  );
});

test('an outbox with unread files counts the records waiting in them, and knows the records before them', () => {
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

test('reading the files one by one gives the same outbox as reading them at once', () => {
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

test.each([
  ['all files were read', [], 40, true],
  ['a record that was read began before it', [1], 45, true],
  ['every record that was read began at it or later', [1, 2], 10, false],
  ['the file in between was not read', [1, 3], 40, false],
])('what was read goes back far enough where %s', (_, files, record, isFarEnough) => {
  const outbox = partlyRead(filled(3 * CHUNK_LENGTH + 2), files);
  expect(goesBackTo(outbox, dailyRecord(record).startedAt)).toBe(isFarEnough);
});

test('the number of waiting records is the same, read or not', () => {
  fc.assert(
    fc.property(histories(), fc.subarray(range(1, 10)), (outbox, unread) => {
      expect(waitingCount(partlyRead(outbox, unread))).toBe(waitingRecords(outbox).length);
    }),
    EACH,
  );
});

test('the number of an unread file that turns out to be unreadable is not used again', () => {
  const outbox = fillIn(partlyRead(filled(20), [1, 2]), 2, undefined);
  expect(outbox.spent).toEqual([2]);
  const [operation, ...others] = fileOperations(outbox, addRecord(outbox, packed(99)));
  expect([operation?.file, others]).toEqual(['outbox-3', []]);
});

test('adding a record writes one file, and none of the unread ones', () => {
  const outbox = partlyRead(filled(2 * CHUNK_LENGTH), [1]);
  const added = addRecord(outbox, packed(99));
  expect(fileOperations(outbox, added).map(({ kind, file }) => [kind, file])).toEqual([
    ['create', 'outbox-3'],
  ]);
  expect(waitingCount(added)).toBe(2 * CHUNK_LENGTH + 1);
});

test('a verdict on an id does not affect unread records', () => {
  const outbox = partlyRead(filled(20), [1]);
  expect(settled(outbox, [1], 'acknowledged')).toBe(outbox);
});

test('history is deleted unread when enough records have come after it', () => {
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

test('only files of the outbox have a number', () => {
  expect(['outbox-12', 'outbox-0', 'session'].map(numberOf)).toEqual([12, NaN, NaN]);
});

// Helpers

function filled(count: number): Outbox {
  return range(1, count).map(packed).reduce(addRecord, EMPTY_OUTBOX);
}

function known(number: number): KnownRecord {
  return { packed: packed(number), record: dailyRecord(number) };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function settled(outbox: Outbox, which: readonly number[], state: RecordVerdict['state']): Outbox {
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

/** Files that the newest one describes. */
function told(numbersTold: readonly number[]) {
  return numbersTold.map((number) => ({ number }));
}

/** What the newest file says about the others. */
function othersIn(disk: ReadonlyMap<string, string>) {
  const [newest] = [...disk.keys()].sort((one, other) => numberOf(other) - numberOf(one));
  const others = parseChunk(disk.get(newest ?? '') ?? '')?.head?.others ?? [];
  const any = new Set(Array.from({ length: 1000 }, (_, at) => at));
  return chunksOf(others, any, Infinity);
}

/** The outbox as it is loaded when some of its files are not read, those without refused records. */
function partlyRead(outbox: Outbox, numbersUnread: readonly number[]): Outbox {
  const unread = countsOf(outbox)
    .filter(({ number, refused }) => numbersUnread.includes(number) && refused === 0)
    .map(({ number, waiting, acknowledged }) => ({ number, waiting, acknowledged }));
  const files = fileOperations(EMPTY_OUTBOX, outbox).flatMap((operation) =>
    operation.kind === 'remove' || unread.some(({ number }) => number === numberOf(operation.file))
      ? []
      : [operation],
  );
  return loadOutbox(files, unread);
}

/** Outboxes in which the phone has answered about some records. */
function histories(): fc.Arbitrary<Outbox> {
  const state = fc.constantFrom<RecordVerdict['state'][]>('acknowledged', 'acknowledged', ...RECORD_PROBLEMS);
  const verdict = fc.record({ id: fc.integer({ min: 1, max: 48 }).map((n) => dailyRecord(n).id), state });
  return fc
    .tuple(fc.nat(48), fc.array(verdict, { maxLength: 30 }))
    .map(([count, verdicts]) => settle(filled(count), verdicts));
}
