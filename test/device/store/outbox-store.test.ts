import { fileOperations } from '../../../core/record/outbox-files';
import type { Outbox } from '../../../core/record/outbox';
import {
  addRecord,
  CHUNK_LENGTH,
  EMPTY_OUTBOX,
  newestRecord,
  settle,
  waitingCount,
  waitingRecords,
} from '../../../core/record/outbox';
import { sealSlot } from '../../../core/state/slots';
import { openOutbox } from '../../../device/store/outbox-store';
import { dailyRecord, packed } from '../../core/record/records';
import { fakeDisk, type FakeDisk } from '../watch/fake-disk';

const MANY = 400;

test('a start with 400 waiting records knows how many there are and the newest, and reads little', () => {
  const { disk, bytes } = counting(diskWith(filled(MANY)));
  const store = openOutbox(disk);
  expect(waitingCount(store.outbox())).toBe(MANY);
  expect(newestRecord(store.outbox())).toEqual(dailyRecord(MANY));
  expect(store.state).toBe('whole');
  expect(bytes()).toBeLessThan(6_000);
});

test('what waits is read from the front, as far as it is asked for', () => {
  const store = openOutbox(diskWith(filled(MANY)));
  const some = store.readAhead(store.outbox(), 40);
  expect(waitingRecords(some)).toEqual(range(1, 3 * CHUNK_LENGTH).map(packed));
  expect(some).toEqual(store.outbox());
  expect(waitingRecords(store.readAhead(some, Infinity))).toEqual(range(1, MANY).map(packed));
  expect(store.outbox()).toEqual(filled(MANY));
});

test('what the disk did not take goes on with what is read later', () => {
  const disk = diskWith(filled(50));
  const store = openOutbox(disk);
  const before = store.readAhead(store.outbox(), 1);
  const after = settle(before, [{ id: dailyRecord(1).id, state: 'acknowledged' }]);
  disk.takes = false;
  expect(store.save(after)).toBe(false);
  const more = store.readAhead(after, Infinity);
  expect(waitingRecords(more)).toEqual(range(2, 50).map(packed));
  disk.takes = true;
  const writes = disk.files.size;
  expect(store.save(more)).toBe(true);
  // The other slot of the one file that changed.
  expect(disk.files.size).toBe(writes + 1);
  expect(waitingCount(openOutbox(disk).outbox())).toBe(49);
});

test('a record is added to the newest file and to no other', () => {
  const disk = diskWith(filled(MANY + 1));
  const before = new Set(disk.files.keys());
  const store = openOutbox(disk);
  expect(store.save(addRecord(store.outbox(), packed(MANY + 2)))).toBe(true);
  expect([...disk.files.keys()].filter((path) => !before.has(path))).toEqual(['outbox/outbox-26.b']);
  const again = openOutbox(disk);
  expect(waitingCount(again.outbox())).toBe(MANY + 2);
  expect(newestRecord(again.outbox())).toEqual(dailyRecord(MANY + 2));
});

test('a record that is kept again after the app died in between is there once', () => {
  const disk = diskWith(filled(MANY));
  const store = openOutbox(disk);
  expect(addRecord(store.outbox(), packed(MANY))).toBe(store.outbox());
});

describe('damage in a file that was not read', () => {
  const damaged = () => {
    const disk = diskWith(filled(50));
    harm(disk, 'outbox/outbox-2.a');
    return disk;
  };

  test('is met when its records are asked for, and the others are there', () => {
    const store = openOutbox(damaged());
    expect(store.state).toBe('whole');
    const known = store.readAhead(store.outbox(), Infinity);
    expect(store.state).toBe('damaged');
    expect(waitingRecords(known)).toEqual([...range(1, 16), ...range(33, 50)].map(packed));
    expect(known.spent).toEqual([2]);
  });

  test('is mended once, its bytes are kept, and the next start is whole', () => {
    const disk = damaged();
    const bad = disk.files.get('outbox/outbox-2.a');
    const store = openOutbox(disk);
    store.readAhead(store.outbox(), Infinity);
    store.mend();
    expect(disk.files.has('outbox/outbox-2.a')).toBe(false);
    expect(disk.files.get('outbox/outbox-2.a.bad')).toEqual(bad);
    const next = openOutbox(disk);
    next.readAhead(next.outbox(), Infinity);
    expect(next.state).toBe('whole');
  });

  test('leaves what the other slot has', () => {
    const disk = damaged();
    disk.files.set('outbox/outbox-2.b', disk.files.get('outbox/outbox-1.a') ?? new Uint8Array(0));
    const store = openOutbox(disk);
    store.readAhead(store.outbox(), Infinity);
    expect(store.state).toBe('damaged');
    store.mend();
    store.mend();
    expect(openOutbox(disk).state).toBe('whole');
    expect(Buffer.from(disk.files.get('outbox/outbox-2.a') ?? new Uint8Array(0)).toString()).toMatch(
      /^legato 2 2 /,
    );
  });
});

test('a newer slot that was cut off leaves what the older one counts', () => {
  const disk = diskWith(filled(50));
  const whole = disk.files.get('outbox/outbox-1.a') ?? new Uint8Array(0);
  disk.files.set('outbox/outbox-1.b', sealSlot({ sequence: 2, payload: '{"version":1}' }).slice(0, 30));
  const store = openOutbox(disk);
  expect(waitingCount(store.outbox())).toBe(50);
  expect(store.state).toBe('whole');
  expect(disk.files.get('outbox/outbox-1.a')).toEqual(whole);
});

test('files from before the counts are read at once', () => {
  const disk = fakeDisk();
  range(1, 3).forEach((number) => {
    const payload = JSON.stringify({ version: 1, entries: [['waiting', packed(number)]] });
    disk.files.set(`outbox/outbox-${number}.a`, sealSlot({ sequence: 1, payload }));
  });
  const { chunks, unread } = openOutbox(disk).outbox();
  expect([chunks.length, unread]).toEqual([3, undefined]);
});

test('where the newest file cannot be read, the newest record is found in the one before', () => {
  const disk = diskWith(filled(50));
  harm(disk, 'outbox/outbox-4.a');
  const store = openOutbox(disk);
  expect(newestRecord(store.outbox())).toEqual(dailyRecord(48));
  expect(store.state).toBe('damaged');
});

// Helpers

function filled(count: number): Outbox {
  return range(1, count).map(packed).reduce(addRecord, EMPTY_OUTBOX);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function diskWith(outbox: Outbox): FakeDisk {
  const disk = fakeDisk();
  fileOperations(EMPTY_OUTBOX, outbox).forEach((operation) => {
    if (operation.kind === 'remove') return;
    disk.files.set(`outbox/${operation.file}.a`, sealSlot({ sequence: 1, payload: operation.payload }));
  });
  return disk;
}

/** The same disk, and how many bytes were read of it. */
function counting(disk: FakeDisk) {
  let bytes = 0;
  const watched: FakeDisk = {
    ...disk,
    read(path) {
      const content = disk.read(path);
      bytes += content?.length ?? 0;
      return content;
    },
    start(path, length) {
      const found = disk.start(path, length);
      bytes += found?.bytes.length ?? 0;
      return found;
    },
  };
  return { disk: watched, bytes: () => bytes };
}

/** Changes a letter in the middle of a file. */
function harm(disk: FakeDisk, path: string): void {
  const bytes = Uint8Array.from(disk.files.get(path) ?? []);
  bytes[Math.floor(bytes.length / 2)] = 0x21;
  disk.files.set(path, bytes);
}
