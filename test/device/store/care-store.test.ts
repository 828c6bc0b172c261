import type { Leg } from '../../../core/body';
import type { Lock } from '../../../core/care/statement';
import { pack } from '../../../core/care/statement';
import { asciiBytes } from '../../../core/ascii';
import { sealSlot } from '../../../core/state/slots';
import { openCareStore } from '../../../device/store/care-store';
import type { FakeDisk } from '../watch/fake-disk';
import { fakeDisk } from '../watch/fake-disk';

const lock = (id: string, leg: Leg = 'left'): Lock => ({ kind: 'lock', id, leg, why: 'hand', at: 1 });
const lift = (lifts: string) => ({ kind: 'unlock', id: `${lifts}0`, lifts, doctorOn: 1, at: 2 }) as const;

/** A disk as the next launch finds it: what was written, with `path` changed. */
function changed({ files }: FakeDisk, path: string, change: (bytes: Uint8Array) => Uint8Array): FakeDisk {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`${path} is there`);
  return fakeDisk(new Map(files).set(path, change(bytes)));
}

/** Damages a slot so that its checksum no longer matches. */
const spoil = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte));

test('nothing is locked or written on a watch without statements', () => {
  const disk = fakeDisk();
  const care = openCareStore(disk);
  expect([care.locked(), care.book()]).toEqual([[], { said: [], mayLack: false }]);
  expect(disk.files.size).toBe(0);
});

test('a lock and its unlock count at once and at the next launch', () => {
  const disk = fakeDisk();
  expect(openCareStore(disk).add([lock('a-1'), lock('a-2', 'right')])).toBe(true);
  expect(openCareStore(disk).locked()).toEqual(['left', 'right']);
  expect(openCareStore(disk).add([lift('a-1')])).toBe(true);
  expect(openCareStore(disk).locked()).toEqual(['right']);
});

test('a lock that could not be stored counts as long as the app is open, and is reported as not stored', () => {
  const disk = fakeDisk();
  const care = openCareStore(disk);
  disk.takes = false;
  expect([care.add([lock('a-1')]), care.locked()]).toEqual([false, ['left']]);
  disk.takes = true;
  expect([care.add([lock('a-2')]), openCareStore(disk).locked()]).toEqual([true, ['left']]);
  expect(openCareStore(disk).book().said).toHaveLength(2);
});

test('a lock that could not be stored counts on the next page as well, which tries to store it again', () => {
  const disk = fakeDisk();
  const memory = {};
  disk.takes = false;
  expect(openCareStore(disk, memory).add([lock('a-1')])).toBe(false);
  const next = openCareStore(disk, memory);
  // Being known is not enough to report it as stored.
  expect([next.locked(), next.hear([pack(lock('a-1'))])]).toEqual([['left'], false]);
  disk.takes = true;
  expect(openCareStore(disk, memory).locked()).toEqual(['left']);
  expect([openCareStore(disk).locked(), memory]).toEqual([['left'], { care: undefined }]);
});

test('a stop and a doubt that could not be stored count on the next page as well', () => {
  const disk = fakeDisk();
  const memory = {};
  disk.takes = false;
  const care = openCareStore(disk, memory);
  expect([care.noteStop('left'), care.doubt()]).toEqual([false, false]);
  expect(openCareStore(disk, memory).book()).toEqual({ said: [], mayLack: true, stopped: 'left' });
  disk.takes = true;
  openCareStore(disk, memory);
  expect(openCareStore(disk).book()).toEqual({ said: [], mayLack: true, stopped: 'left' });
});

test('statements from the phone are added once and remove nothing', () => {
  const disk = fakeDisk();
  const care = openCareStore(disk);
  care.add([lock('a-1')]);
  expect(care.hear([pack(lock('b-1', 'right'))])).toBe(true);
  const before = [...disk.files.values()];
  expect(care.hear([pack(lock('b-1', 'right'))]) && care.hear([])).toBe(true);
  expect([...disk.files.values()]).toEqual(before);
  expect(openCareStore(disk).locked()).toEqual(['left', 'right']);
});

test('a write that is cut off anywhere leaves the earlier locks, and the watch asks the questions again', () => {
  const disk = fakeDisk();
  openCareStore(disk).add([lock('a-1')]);
  openCareStore(disk).add([lift('a-1')]);
  const whole = disk.files.get('care.a');
  if (!whole) throw new Error('the second slot is there');
  for (let cut = 0; cut < whole.length; cut += 1) {
    const torn = changed(disk, 'care.a', (bytes) => bytes.slice(0, cut));
    const care = openCareStore(torn);
    expect([care.locked(), care.book().mayLack]).toEqual([['left'], true]);
  }
});

test('if the newer statements cannot be read, the earlier ones count and the questions are asked again', () => {
  const disk = fakeDisk();
  openCareStore(disk).add([lock('a-1')]);
  openCareStore(disk).add([lock('a-2', 'right')]);
  const spoilt = changed(disk, 'care.a', spoil);
  expect(openCareStore(spoilt).book().mayLack).toBe(true);
  // This stays so until they are answered, however often the app is opened.
  const again = openCareStore(spoilt);
  expect([again.locked(), again.book().mayLack]).toEqual([['left'], true]);
  expect([...spoilt.files.keys()]).toContain('care.a.bad');
  expect(again.clearDoubt()).toBe(true);
  const answered = openCareStore(spoilt);
  expect([answered.locked(), answered.book().mayLack, answered.clearDoubt()]).toEqual([
    ['left'],
    false,
    true,
  ]);
});

test.each([
  ['a file of a later version', '{"version":2,"said":[]}'],
  ['a file that holds something else', '{"version":1,"said":"all"}'],
  ['a file that holds no statements', '[]'],
])('%s is kept aside, and the questions are asked again', (_, payload) => {
  const disk = fakeDisk(new Map([['care.a', sealSlot({ sequence: 1, payload })]]));
  const care = openCareStore(disk);
  expect([care.locked(), care.book().mayLack]).toEqual([[], true]);
  expect(disk.files.get('care.bad')).toEqual(asciiBytes(payload));
});

test('what can be read of a damaged list counts', () => {
  const payload = JSON.stringify({ version: 1, said: [7, pack(lock('a-1')), 'x'] });
  const care = openCareStore(fakeDisk(new Map([['care.a', sealSlot({ sequence: 1, payload })]])));
  expect([care.locked(), care.book().mayLack]).toEqual([['left'], true]);
});
