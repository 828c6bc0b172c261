import { fileOperations } from '../../../core/record/outbox-files';
import type { KnownRecord, Outbox } from '../../../core/record/outbox';
import {
  addRecord,
  CHUNK_LENGTH,
  EMPTY_OUTBOX,
  lastDone,
  refusedEntries,
  settle,
  waitingCount,
  waitingRecords,
} from '../../../core/record/outbox';
import { sealSlot } from '../../../core/state/slots';
import type { OutboxStore } from '../../../device/store/outbox-store';
import { openOutbox } from '../../../device/store/outbox-store';
import { dailyRecord, packed } from '../../core/record/records';
import { fakeDisk, type FakeDisk } from '../watch/fake-disk';

const MANY = 400;

test('a start with 400 waiting records knows how many there are and what was done last, and reads little', () => {
  const { disk, bytes } = counting(diskWith(filled(MANY)));
  const store = openOutbox(disk);
  expect(waitingCount(store.outbox())).toBe(MANY);
  expect(store.last()).toEqual(lastDone(dailyRecord(MANY)));
  expect(store.state).toBe('whole');
  expect(bytes()).toBeLessThan(400);
  expect(store.newest()).toEqual(dailyRecord(MANY));
});

test('waiting records are read from the front, as far as requested', () => {
  const store = openOutbox(diskWith(filled(MANY)));
  const some = store.readAhead(store.outbox(), 40);
  expect(waitingRecords(some)).toEqual(range(1, 3 * CHUNK_LENGTH).map(packed));
  expect(some).toEqual(store.outbox());
  expect(waitingRecords(store.readAhead(some, Infinity))).toEqual(range(1, MANY).map(packed));
  const { chunks, unread, spent } = store.outbox();
  expect({ chunks, unread, spent }).toEqual({ ...filled(MANY), unread: undefined });
});

test('recent records are read from the newest on, and no further back than needed', () => {
  const { disk, bytes } = counting(diskWith(filled(MANY)));
  const store = openOutbox(disk);
  const newestFirst = (from: number) => range(from, MANY).reverse().map(dailyRecord);
  // Days beyond the newest file are read as well.
  for (const count of [1, 14, CHUNK_LENGTH, 3 * CHUNK_LENGTH]) {
    const from = MANY - count + 1;
    expect(store.since(dailyRecord(from).startedAt)).toEqual(newestFirst(from));
  }
  expect(bytes()).toBeLessThan((5 * MANY * 130) / CHUNK_LENGTH);
  expect(store.since(0)).toEqual(newestFirst(1));
  expect(openOutbox(fakeDisk()).since(0)).toEqual([]);
});

test('an unreadable file is skipped on the way back to the requested days', () => {
  const disk = diskWith(filled(3 * CHUNK_LENGTH));
  harm(disk, 'outbox/outbox-2.a');
  const store = openOutbox(disk);
  expect(store.since(dailyRecord(2 * CHUNK_LENGTH + 2).startedAt)).toHaveLength(CHUNK_LENGTH - 1);
  expect(store.state).toBe('whole');
  expect(store.since(0)).toHaveLength(2 * CHUNK_LENGTH);
  expect(store.state).toBe('damaged');
});

test('a change that the disk refused is kept when more is read later', () => {
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
  // The other slot of the changed file, and of the newest one, which no longer describes it.
  expect(disk.files.size).toBe(writes + 2);
  expect(waitingCount(openOutbox(disk).outbox())).toBe(49);
});

test('a record is added to the newest file and to no other', () => {
  const disk = diskWith(filled(MANY + 1));
  const before = new Set(disk.files.keys());
  const store = openOutbox(disk);
  expect(store.add(known(MANY + 2))).toBe(true);
  expect([...disk.files.keys()].filter((path) => !before.has(path))).toEqual(['outbox/outbox-26.b']);
  const again = openOutbox(disk);
  expect(waitingCount(again.outbox())).toBe(MANY + 2);
  expect([again.last(), again.newest()]).toEqual([lastDone(dailyRecord(MANY + 2)), dailyRecord(MANY + 2)]);
});

test('a record stored again after the app died in between is there once', () => {
  const disk = diskWith(filled(MANY));
  const before = new Map(disk.files);
  expect(openOutbox(disk).add(known(MANY))).toBe(true);
  expect(disk.files).toEqual(before);
});

describe('damage in a file that was not read', () => {
  const damaged = () => {
    const disk = diskWith(filled(50));
    harm(disk, 'outbox/outbox-2.a');
    return disk;
  };

  test('is found when its records are requested, and the others are there', () => {
    const store = openOutbox(damaged());
    expect(store.state).toBe('whole');
    const known = store.readAhead(store.outbox(), Infinity);
    expect(store.state).toBe('damaged');
    expect(waitingRecords(known)).toEqual([...range(1, 16), ...range(33, 50)].map(packed));
    expect(known.spent).toEqual([2]);
  });

  test('is repaired once, its bytes are kept, and the next start finds no damage', () => {
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

  test('leaves the content of the other slot', () => {
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

describe('damage in the newest file', () => {
  test('is reported as soon as the file is read, and its counts are no longer used', () => {
    const disk = diskWith(filled(50));
    harm(disk, 'outbox/outbox-4.a');
    const store = openOutbox(disk);
    expect([store.state, waitingCount(store.outbox())]).toEqual(['whole', 50]);
    store.look();
    expect([store.state, waitingCount(store.outbox())]).toEqual(['damaged', 48]);
    expect([store.last(), store.newest()]).toEqual([lastDone(dailyRecord(48)), dailyRecord(48)]);
  });

  test('in one slot leaves the content of the other, and the other files are read and counted again', () => {
    const disk = diskWith(filled(50));
    const store = openOutbox(disk);
    expect(store.save(firstAcknowledged(store)) && openOutbox(disk).add(known(51))).toBe(true);
    // Of the three slots written alternately two are left: the older one describes a first file that has changed since.
    harm(disk, 'outbox/outbox-4.a');
    const next = openOutbox(disk);
    next.look();
    expect([next.state, waitingCount(next.outbox())]).toEqual(['damaged', 49]);
    next.mend();
    const last = openOutbox(disk);
    last.look();
    expect([last.state, waitingCount(last.outbox())]).toEqual(['whole', 49]);
    expect(last.outbox().unread).toHaveLength(3);
  });

  test('that leaves nothing readable deletes the file when repaired, and does not affect the others', () => {
    const disk = diskWith(filled(50));
    harm(disk, 'outbox/outbox-4.a');
    const store = openOutbox(disk);
    store.look();
    store.mend();
    expect([...disk.files.keys()].filter((path) => path.includes('-4'))).toEqual(['outbox/outbox-4.a.bad']);
    const next = openOutbox(disk);
    next.look();
    expect([next.state, waitingCount(next.outbox())]).toEqual(['whole', 48]);
  });

  test('that leaves nothing makes the file before it describe only itself', () => {
    const disk = diskWith(filled(50));
    disk.files.set('outbox/outbox-5.a.bad', new Uint8Array(1));
    const store = openOutbox(disk);
    expect([store.outbox().unread, store.outbox().spent]).toEqual([undefined, [5]]);
    expect(store.add(known(51))).toBe(true);
    expect([...disk.files.keys()]).toContain('outbox/outbox-6.b');
    expect(openOutbox(disk).outbox().unread).toHaveLength(5);
  });

  test('from its first write being cut off leaves everything from before', () => {
    const disk = diskWith(filled(48));
    disk.files.set('outbox/outbox-4.b', sealSlot({ sequence: 1, payload: '{"version":1}' }).slice(0, 30));
    const store = openOutbox(disk);
    expect([store.state, waitingCount(store.outbox())]).toEqual(['whole', 48]);
    expect(store.add(known(49))).toBe(true);
    expect(waitingCount(openOutbox(disk).outbox())).toBe(49);
  });
});

test('a newer slot that was cut off leaves the counts of the older one', () => {
  const disk = diskWith(filled(50));
  const whole = disk.files.get('outbox/outbox-4.a') ?? new Uint8Array(0);
  disk.files.set('outbox/outbox-4.b', sealSlot({ sequence: 2, payload: '{"version":1}' }).slice(0, 30));
  const store = openOutbox(disk);
  expect(waitingCount(store.outbox())).toBe(50);
  expect(store.state).toBe('whole');
  expect(disk.files.get('outbox/outbox-4.a')).toEqual(whole);
});

test('if the app dies between two writes, the counts at the next start are true', () => {
  [0, 1, 2].forEach((written) => {
    const disk = diskWith(filled(50));
    const dying: FakeDisk = {
      ...disk,
      write: (path, bytes) => (left -= 1) >= 0 && disk.write(path, bytes),
    };
    let left = written;
    const store = openOutbox(dying);
    expect(store.save(firstAcknowledged(store))).toBe(written === 2);
    expect(waitingCount(openOutbox(disk).outbox())).toBe(written === 2 ? 49 : 50);
  });
});

test('a newest file with refused records is read at once, and the others are not', () => {
  const disk = diskWith(settle(filled(50), [{ id: dailyRecord(50).id, state: 'recordVersion' }]));
  const store = openOutbox(disk);
  expect(refusedEntries(store.outbox())).toHaveLength(1);
  expect(store.outbox().unread).toHaveLength(3);
});

test('a file that is described but missing is not counted', () => {
  const disk = diskWith(filled(50));
  disk.files.delete('outbox/outbox-2.a');
  expect(waitingCount(openOutbox(disk).outbox())).toBe(34);
});

test('files from before the counts are read at once', () => {
  const disk = fakeDisk();
  range(1, 3).forEach((number) => {
    const payload = JSON.stringify({ version: 1, entries: [['waiting', packed(number)]] });
    disk.files.set(`outbox/outbox-${number}.a`, sealSlot({ sequence: 1, payload }));
  });
  const store = openOutbox(disk);
  expect([store.outbox().chunks.length, store.outbox().unread]).toEqual([3, undefined]);
  expect(store.last()).toEqual(lastDone(dailyRecord(3)));
});

test('a folder that cannot be listed is reported, and nothing is written to it', () => {
  const disk = { ...fakeDisk(), list: () => undefined };
  const store = openOutbox(disk);
  expect([store.state, store.last(), store.newest()]).toEqual(['unlisted', undefined, undefined]);
  expect([store.add(known(1)), disk.files.size]).toEqual([false, 0]);
});

// Helpers

function filled(count: number): Outbox {
  return range(1, count).map(packed).reduce(addRecord, EMPTY_OUTBOX);
}

/** The outbox after the phone has acknowledged the first record that waits. */
function firstAcknowledged(store: OutboxStore): Outbox {
  const known = store.readAhead(store.outbox(), 1);
  return settle(known, [{ id: dailyRecord(1).id, state: 'acknowledged' }]);
}

function known(number: number): KnownRecord {
  return { packed: packed(number), record: dailyRecord(number) };
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

/** The same disk, counting the bytes read from it. */
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
