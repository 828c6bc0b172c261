import { MOST_ALARMS, SESSION_SHARE } from '../../../core/alarm/book';
import { SECOND } from '../../../core/time';
import { openAlarmBook } from '../../../device/store/alarm-book';
import type { Alarm } from '../../../device/watch/alarms';
import { fakeAlarms } from '../watch/fake-alarms';
import { fakeDisk } from '../watch/fake-disk';

const cue = (number: number): Alarm => ({
  rings: number * SECOND,
  param: { kind: 'cue', session: 'k3f9-7', revision: 1, number },
});
const cues = (count: number): readonly Alarm[] => Array.from({ length: count }, (_, number) => cue(number));
const ring: Alarm = { rings: 20 * SECOND, param: { kind: 'check', ring: 'full' } };

/** Sets an alarm as a service does, without the book. */
const STRAY: Alarm = { rings: 30 * SECOND, param: { kind: 'probe' } };

test('an owner that arms anew takes back its own and leaves what is another’s', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  const book = openAlarmBook(disk, alarms);
  expect(book.replace('check', [ring])).toEqual([1]);
  expect(book.replace('cue', cues(2))).toEqual([2, 3]);
  expect(book.replace('cue', cues(1))).toEqual([4]);
  expect([...alarms.held.keys()]).toEqual([1, 4]);
  book.cancel('cue', 1);
  book.cancel('check', 4);
  expect([...alarms.held.keys()]).toEqual([1, 4]);
});

test('an alarm that is moved on takes the place of the one before, without a write, and is a stray to the next launch', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  const book = openAlarmBook(disk, alarms);
  book.replace('cue', cues(1));
  book.renew('deadMan', ring);
  book.renew('deadMan', ring);
  expect([...alarms.held.keys()]).toEqual([1, 3]);
  expect(book.left('cue')).toEqual([1]);
  const next = openAlarmBook(disk, alarms);
  expect(next.left('cue')).toEqual([1, 3]);
  next.cancelStrays();
  expect([...alarms.held.keys()]).toEqual([1]);
  book.renew('deadMan');
  expect([...alarms.held.keys()]).toEqual([1]);
});

test('whose an alarm is is known at the next start', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  openAlarmBook(disk, alarms).replace('check', [ring]);
  const book = openAlarmBook(disk, alarms);
  book.replace('cue', []);
  book.cancelStrays();
  expect(book.left('check')).toEqual([1]);
  book.replace('check', []);
  expect(alarms.held.size).toBe(0);
});

test('what has rung is asked of the watch no more', () => {
  const alarms = fakeAlarms();
  const book = openAlarmBook(fakeDisk(), alarms);
  book.replace('cue', cues(2));
  alarms.held.delete(1);
  book.cancel('cue', 1);
  book.replace('cue', []);
  expect(alarms.cancelled).toEqual([2]);
});

test('an alarm that a service has set is the cue’s and not a stray, until the next arming', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  const book = openAlarmBook(disk, alarms);
  book.replace('check', [ring]);
  book.replace('cue', cues(1));
  alarms.set(STRAY);
  expect(openAlarmBook(disk, alarms).left('cue')).toEqual([2, 3]);
  expect(openAlarmBook(disk, alarms).replace('cue', cues(1))).toEqual([4]);
  expect([...alarms.held.keys()]).toEqual([1, 4]);
});

test('what nobody owns is taken back once, and what nobody owns any more', () => {
  const alarms = fakeAlarms();
  for (let stray = 0; stray < 31; stray += 1) alarms.set(STRAY);
  const book = openAlarmBook(fakeDisk(), alarms);
  const [mine] = book.replace('check', [ring]);
  book.cancelStrays();
  expect([...alarms.held.keys()]).toEqual([mine]);
});

test.each([
  ['was never written', () => fakeDisk()],
  [
    'cannot be read',
    () => {
      const disk = fakeDisk();
      openAlarmBook(disk, fakeAlarms()).replace('check', [ring]);
      for (const [path, content] of disk.files) disk.files.set(path, content.slice(1));
      return disk;
    },
  ],
])('of a book that %s, what an owner’s own file names is the owner’s, and the rest goes', (_name, made) => {
  const alarms = fakeAlarms();
  const ids = [alarms.set(ring), alarms.set(STRAY)];
  const book = openAlarmBook(made(), alarms);
  book.claim('check', [Number(ids[0]), 0, 77]);
  book.cancelStrays();
  expect([...alarms.held.keys()]).toEqual([ids[0]]);
  expect(book.left('check')).toEqual([ids[0]]);
});

test('an owner’s old file takes nothing from who the book says has the alarm', () => {
  const alarms = fakeAlarms();
  const book = openAlarmBook(fakeDisk(), alarms);
  const [mine] = book.replace('check', [ring]);
  book.claim('cue', [Number(mine)]);
  expect(book.left('cue')).toEqual([]);
  expect(book.left('check')).toEqual([mine]);
});

test('a disk that takes nothing leaves the alarms with their owner as long as the page lives', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  disk.takes = false;
  const book = openAlarmBook(disk, alarms);
  book.replace('cue', cues(2));
  book.replace('cue', []);
  expect(alarms.held.size).toBe(0);
});

test('24 alarms are set in all, the first of a session’s, and others leave it 18', () => {
  const alarms = fakeAlarms();
  const book = openAlarmBook(fakeDisk(), alarms);
  expect(book.replace('check', cues(30)).filter((id) => id !== 0)).toHaveLength(MOST_ALARMS - SESSION_SHARE);
  const ids = book.replace('cue', cues(30));
  expect(ids.map((id) => id !== 0)).toEqual(cues(30).map((_, index) => index < SESSION_SHARE));
  expect([alarms.held.size, book.add('cue', cue(20))]).toEqual([MOST_ALARMS, 0]);
  book.cancel('cue', Number(ids[0]));
  expect(book.add('cue', cue(20))).toBeGreaterThan(0);
});

describe('on a watch', () => {
  test('that does not say which id it gave, the alarm that is new is found', () => {
    const alarms = fakeAlarms({ tells: () => 'unknown' });
    const book = openAlarmBook(fakeDisk(), alarms);
    expect(book.takesAnother(0)).toBe(true);
    expect(book.replace('cue', cues(3))).toEqual([2, 3, 4]);
    expect(book.add('cue', cue(3))).toBe(5);
    alarms.slots = 4;
    expect([book.add('cue', cue(4)), book.takesAnother(0)]).toEqual([0, false]);
  });

  test('that does not list its alarms, each is taken back by the id it was given', () => {
    const alarms = fakeAlarms({ lists: false });
    const book = openAlarmBook(fakeDisk(), alarms);
    expect(book.takesAnother(0)).toBe(true);
    expect(book.replace('cue', cues(2))).toEqual([2, 3]);
    expect(book.left('cue')).toBe('unknown');
    book.cancel('cue', 2);
    expect([...alarms.held.keys()]).toEqual([3]);
    book.cancelStrays();
    expect([...alarms.held.keys()]).toEqual([3]);
  });

  test('that tells neither, nothing is said to be set', () => {
    const alarms = fakeAlarms({ lists: false, tells: () => 'unknown' });
    const book = openAlarmBook(fakeDisk(), alarms);
    expect([book.takesAnother(0), book.replace('cue', cues(1))]).toEqual([false, [0]]);
  });

  test('that lists none, or none any more, each is taken back by the id it was given', () => {
    const alarms = fakeAlarms();
    const book = openAlarmBook(fakeDisk(), { ...alarms, left: () => [] });
    book.replace('cue', cues(2));
    book.cancel('cue', 1);
    book.replace('cue', []);
    expect(alarms.held.size).toBe(0);
  });

  test('that does not take one back, it is still left', () => {
    const alarms = fakeAlarms({ cancels: false });
    const book = openAlarmBook(fakeDisk(), alarms);
    book.replace('cue', cues(2));
    book.cancel('cue', 1);
    expect(book.left('cue')).toEqual([1, 2]);
  });

  test('that takes none back, what was taken back is no sign, and is tried again at the next start', () => {
    const [alarms, disk] = [fakeAlarms({ cancels: false }), fakeDisk()];
    const book = openAlarmBook(disk, alarms);
    book.replace('cue', cues(2));
    expect(book.replace('cue', cues(2))).toEqual([3, 4]);
    expect(book.left('cue')).toEqual([3, 4]);
    alarms.cancels = true;
    openAlarmBook(disk, alarms).cancelStrays();
    expect([...alarms.held.keys()]).toEqual([3, 4]);
  });
});
