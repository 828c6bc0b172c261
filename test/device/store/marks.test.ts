import { makeMark } from '../../../core/session/mark';
import type { Mark } from '../../../core/session/mark';
import { openMarks, removeStrayMarks } from '../../../device/store/marks';
import type { Disk } from '../../../device/watch/disk';
import { fakeDisk } from '../watch/fake-disk';

const SHEET = { id: 'watch-7', revision: 3 };
const MARK: Mark = {
  ...{ session: SHEET.id, revision: SHEET.revision, number: 4 },
  ...{ began: 1_000, did: 'brief', quiet: undefined },
};
const CUES = [3, 4, 5].map((number) => ({ number, alarm: number, rings: 1_000 }));

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function diskWith(texts: Readonly<Record<string, string>>) {
  const entries = Object.entries(texts);
  return fakeDisk(new Map(entries.map(([name, text]) => [`marks/${name}`, bytesOf(text)])));
}

/** A disk with this many marks that nobody will read, and a count of its calls. */
function counted(files: number) {
  const disk = diskWith(
    Object.fromEntries(Array.from({ length: files }, (_, at) => [`old-1-${at}`, '1 old'])),
  );
  const calls = { read: 0, remove: 0, list: 0 };
  const watched: Disk = {
    ...disk,
    read(path) {
      calls.read += 1;
      return disk.read(path);
    },
    remove(path) {
      calls.remove += 1;
      disk.remove(path);
    },
    list(folder) {
      calls.list += 1;
      return disk.list(folder, () => undefined);
    },
  };
  return { disk: watched, files: disk.files, calls };
}

test('marks are read by the names of the armed cues, and no other file is opened', () => {
  const { disk, calls } = counted(10_000);
  const marks = openMarks(disk);
  marks.prepare();
  expect(marks.of(SHEET, CUES)).toEqual([]);
  expect(calls).toEqual({ read: 3, remove: 0, list: 0 });
});

test('a mark that was read stays until its cue is booked on disk, and is then deleted', () => {
  const disk = diskWith({ 'watch-7-3-4': makeMark(MARK) });
  const marks = openMarks(disk);
  expect(marks.of(SHEET, CUES)).toEqual([MARK]);
  marks.removeBooked({ revision: 3, booked: 4 });
  expect(disk.files.has('marks/watch-7-3-4')).toBe(true);
  marks.removeBooked({ revision: 3, booked: 5 });
  expect([...disk.files.keys()]).toEqual(['marks/found']);
});

test('a mark of an earlier arming is deleted, whatever it says', () => {
  const disk = diskWith({ 'watch-7-3-4': makeMark({ ...MARK, did: 'early' }) });
  const marks = openMarks(disk);
  marks.of(SHEET, CUES);
  marks.of(SHEET, CUES);
  marks.removeBooked({ revision: 4, booked: 4 });
  expect([...disk.files.keys()]).toEqual(['marks/found']);
});

test('that marks were once found is remembered for ever, even after they are deleted', () => {
  const disk = diskWith({ 'watch-7-3-4': makeMark(MARK) });
  expect(openMarks(disk).everFound()).toBe(false);
  const marks = openMarks(disk);
  marks.of(SHEET, CUES);
  marks.removeBooked({ revision: 4, booked: 9 });
  removeStrayMarks(disk);
  expect(openMarks(disk).everFound()).toBe(true);
});

const unreadable: readonly (readonly [string, string])[] = [
  ['is empty', ''],
  ['is torn', makeMark(MARK).slice(0, 20)],
  ['is damaged', makeMark(MARK).replace('brief', 'scene')],
  ['is of another session', makeMark({ ...MARK, session: 'watch-6' })],
  ['is of another arming', makeMark({ ...MARK, revision: 2 })],
  ['is of another cue', makeMark({ ...MARK, number: 5 })],
  ['is of a later version', makeMark(MARK).replace(/^1/, '2')],
  ['is far too long', makeMark(MARK).padEnd(10_000)],
];

test.each(unreadable)('a mark that %s is ignored, and deleted at a launch', (_, text) => {
  const disk = diskWith({ 'watch-7-3-4': text });
  const marks = openMarks(disk);
  expect(marks.of(SHEET, CUES)).toEqual([]);
  expect(marks.everFound()).toBe(false);
  removeStrayMarks(disk);
  expect([...disk.files.keys()]).toEqual([]);
});

test('ten thousand strays cost a launch no more than a few, and are gone after enough of them', () => {
  const { disk, files, calls } = counted(10_000);
  removeStrayMarks(disk);
  expect(calls.remove).toBeLessThanOrEqual(32);
  expect(calls.list).toBe(0);
  for (let launch = 1; launch < 320; launch += 1) removeStrayMarks(disk);
  expect(files.size).toBe(0);
});

test('a folder that cannot be listed is left as it is', () => {
  const disk = { ...diskWith({ old: '' }), someIn: () => [] };
  expect(() => removeStrayMarks(disk)).not.toThrow();
  expect(disk.files.size).toBe(1);
});

test('files that cannot be deleted cost each launch the same', () => {
  const { disk, calls } = counted(100);
  const stubborn = {
    ...disk,
    remove: () => {
      calls.remove += 1;
    },
  };
  for (let launch = 0; launch < 3; launch += 1) removeStrayMarks(stubborn);
  expect(calls.remove).toBeLessThanOrEqual(3 * 32);
});
