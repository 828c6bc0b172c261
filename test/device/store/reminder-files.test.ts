import { dailyOf, setAs } from '../../../core/reminder/sheet';
import type { ReminderSheet } from '../../../core/reminder/sheet';
import { NO_DIARY } from '../../../core/reminder/diary';
import { EVENING, NEW_REMINDER, NO_QUIET_HOURS } from '../../../core/reminder/reminder';
import { asciiBytes } from '../../../core/ascii';
import { NOTHING_SAID } from '../../../core/care/book';
import { pack } from '../../../core/care/statement';
import { openAlarmBook } from '../../../device/store/alarm-book';
import {
  hasReminder,
  idsPath,
  readOwnIds,
  readReminderMark,
  readSheet,
  SHEET_PATHS,
  writeOwnIds,
  writeReminderMark,
} from '../../../device/store/reminder-files';
import { claimReminders, noteLocked, writeSheet } from '../../../device/store/reminder-sheet';
import type { Disk } from '../../../device/watch/disk';
import { fakeAlarms } from '../watch/fake-alarms';
import { fakeDisk } from '../watch/fake-disk';

const [FIRST, SECOND] = SHEET_PATHS;

const SHEET: ReminderSheet = {
  reminders: { at: { 1: NEW_REMINDER, 2: undefined, 3: undefined }, quiet: NO_QUIET_HOURS, evening: EVENING },
  delayed: { 1: undefined, 2: undefined, 3: undefined },
  excused: [],
  dayEnd: 4,
  planned: ['left', 'right'],
  locked: [],
  done: { day: 1, legs: [] },
  words: { left: 'Left', right: 'Right', start: 'Start', later: 'Later', diary: '' },
  diary: NO_DIARY,
  alarms: [setAs(2, dailyOf(1, 1000))],
};

const reader = (disk: Disk) => (path: string) => disk.read(path);

describe('the sheet', () => {
  test('is read from the other copy if one was cut off, and is none if both were', () => {
    const disk = fakeDisk();
    expect(writeSheet(disk, SHEET)).toBe(true);
    const whole = disk.files.get(FIRST) ?? new Uint8Array(0);
    disk.files.set(FIRST, whole.subarray(0, 40));
    expect(readSheet(reader(disk))).toEqual(SHEET);
    disk.files.set(SECOND, whole.subarray(0, 40));
    expect([readSheet(reader(disk)), hasReminder(disk)]).toEqual([undefined, false]);
  });

  test('counts as written if the disk takes one of its copies', () => {
    const takesOnly = (taken: string): Disk => {
      const disk = fakeDisk();
      return { ...disk, write: (path, bytes) => path === taken && disk.write(path, bytes) };
    };
    expect([FIRST, SECOND, 'neither'].map((taken) => writeSheet(takesOnly(taken), SHEET))).toEqual([
      ...[true, true, false],
    ]);
  });

  test('says that there is a reminder only if the watch has an alarm for one', () => {
    const disk = fakeDisk();
    writeSheet(disk, SHEET);
    expect(hasReminder(disk)).toBe(true);
    const refused = setAs(0, dailyOf(1, 1000));
    writeSheet(disk, { ...SHEET, alarms: [refused] });
    expect(hasReminder(disk)).toBe(false);
    writeSheet(disk, { ...SHEET, alarms: [refused, setAs(3, dailyOf(2, 1000))] });
    expect(hasReminder(disk)).toBe(true);
  });

  test('has what is locked, and is written again only if that changes', () => {
    const disk = fakeDisk();
    writeSheet(disk, SHEET);
    const lock = pack({ kind: 'lock', id: 'a-1', leg: 'right', why: 'hand', at: 1 });
    noteLocked(disk, { ...NOTHING_SAID, said: [lock] });
    expect(readSheet(reader(disk))?.locked).toEqual(['right']);
    const [bytes] = [disk.files.get(FIRST)];
    noteLocked(disk, { ...NOTHING_SAID, said: [lock] });
    expect(disk.files.get(FIRST)).toBe(bytes);
  });

  test('is not begun by a lock where there never was a reminder', () => {
    const disk = fakeDisk();
    noteLocked(disk, NOTHING_SAID);
    expect(disk.files.size).toBe(0);
  });
});

describe('the alarms of reminders', () => {
  test('that a sheet or a service names are not cancelled when a session arms', () => {
    const disk = fakeDisk();
    const alarms = fakeAlarms();
    const param = dailyOf(1, 1000).param;
    [1, 2, 3].forEach((rings) => alarms.set({ rings, param }));
    writeSheet(disk, SHEET);
    writeOwnIds(1, { daily: 2, once: 3 }, (path, bytes) => disk.write(path, bytes));
    const book = openAlarmBook(disk, alarms);
    claimReminders(disk, book);
    book.cancelStrays();
    expect([...alarms.held.keys()]).toEqual([2, 3]);
  });

  test.each(['', '2', '2 3', '2 x\n', '2 3\n2', '-2 3\n', '1234567890 3\n'])(
    'in a note that says %j are unknown',
    (text) => {
      const disk = fakeDisk();
      disk.write(idsPath(1), asciiBytes(text));
      expect(readOwnIds(1, reader(disk))).toBeUndefined();
    },
  );
});

test('the mark of a reminder is its own, and one that was cut off is none', () => {
  const disk = fakeDisk();
  const mark = { place: 2, day: 7, at: 8, came: 'rang', rang: { at: 8, on: 7 }, next: undefined } as const;
  writeReminderMark(mark, '480', (path, bytes) => disk.write(path, bytes));
  expect([readReminderMark(2, reader(disk)), readReminderMark(1, reader(disk))]).toEqual([mark, undefined]);
  expect(readReminderMark(2, reader(disk), '1080')).toBeUndefined();
  const [[path, bytes] = ['', new Uint8Array(0)]] = [...disk.files];
  disk.files.set(path, bytes.subarray(0, bytes.length - 2));
  expect(readReminderMark(2, reader(disk))).toBeUndefined();
});
