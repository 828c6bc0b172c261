import { MOST_ALARMS, SESSION_SHARE } from '../../../core/alarm/book';
import { NOTHING_ARMED } from '../../../core/session/arming';
import { SECOND } from '../../../core/time';
import { claimCues, openAlarmBook } from '../../../device/store/alarm-book';
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

test('an owner that arms again cancels its own alarms and no others', () => {
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

test('an alarm that is moved replaces the previous one without a write, and is a stray for the next launch', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  const book = openAlarmBook(disk, alarms);
  book.replace('cue', cues(1));
  book.renew('deadMan', ring);
  book.renew('deadMan', ring);
  expect([...alarms.held.keys()]).toEqual([1, 3]);
  expect(book.left('cue')).toEqual([1]);
  const next = openAlarmBook(disk, alarms);
  claimCues(next, { ...NOTHING_ARMED, guard: 1 });
  expect(next.left('cue')).toEqual([1, 3]);
  next.cancelStrays();
  expect([...alarms.held.keys()]).toEqual([1]);
  book.renew('deadMan');
  expect([...alarms.held.keys()]).toEqual([1]);
});

test('the owner of an alarm is known at the next start', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  openAlarmBook(disk, alarms).replace('check', [ring]);
  const book = openAlarmBook(disk, alarms);
  book.replace('cue', []);
  book.cancelStrays();
  expect(book.left('check')).toEqual([1]);
  book.replace('check', []);
  expect(alarms.held.size).toBe(0);
});

test('an alarm that has rung is not cancelled again', () => {
  const alarms = fakeAlarms();
  const book = openAlarmBook(fakeDisk(), alarms);
  book.replace('cue', cues(2));
  alarms.held.delete(1);
  book.cancel('cue', 1);
  book.replace('cue', []);
  expect(alarms.cancelled).toEqual([2]);
});

test('an alarm set by a service belongs to the cue owner and is not a stray, until the next arming', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  const book = openAlarmBook(disk, alarms);
  book.replace('check', [ring]);
  book.replace('cue', cues(1));
  alarms.set(STRAY);
  expect(openAlarmBook(disk, alarms).left('cue')).toEqual([2, 3]);
  expect(openAlarmBook(disk, alarms).replace('cue', cues(1))).toEqual([4]);
  expect([...alarms.held.keys()]).toEqual([1, 4]);
});

test('alarms without an owner, or whose owner gave them up, are cancelled once', () => {
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
])('with a book that %s, alarms named in an owner’s file stay, and the rest are cancelled', (_name, made) => {
  const alarms = fakeAlarms();
  const ids = [alarms.set(ring), alarms.set(STRAY)];
  const book = openAlarmBook(made(), alarms);
  book.claim('check', [Number(ids[0]), 0, 77]);
  book.cancelStrays();
  expect([...alarms.held.keys()]).toEqual([ids[0]]);
  expect(book.left('check')).toEqual([ids[0]]);
});

test('an outdated file of one owner does not take an alarm from the owner in the book', () => {
  const alarms = fakeAlarms();
  const book = openAlarmBook(fakeDisk(), alarms);
  const [mine] = book.replace('check', [ring]);
  book.claim('cue', [Number(mine)]);
  expect(book.left('cue')).toEqual([]);
  expect(book.left('check')).toEqual([mine]);
});

test('if the disk refuses writes, alarms keep their owner as long as the page lives', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  disk.takes = false;
  const book = openAlarmBook(disk, alarms);
  book.replace('cue', cues(2));
  book.replace('cue', []);
  expect(alarms.held.size).toBe(0);
});

test('at most 24 alarms are set, a session sets its most important first, and others leave it 18', () => {
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
  test('that returns no id, the new alarm is found in the list', () => {
    const alarms = fakeAlarms({ tells: () => 'unknown' });
    const book = openAlarmBook(fakeDisk(), alarms);
    expect(book.takesAnother(0)).toBe(true);
    expect(book.replace('cue', cues(3))).toEqual([2, 3, 4]);
    expect(book.add('cue', cue(3))).toBe(5);
    alarms.slots = 4;
    expect([book.add('cue', cue(4)), book.takesAnother(0)]).toEqual([0, false]);
  });

  test('that does not list its alarms, each is cancelled by the id returned for it', () => {
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

  test('that does neither, no alarm counts as set', () => {
    const alarms = fakeAlarms({ lists: false, tells: () => 'unknown' });
    const book = openAlarmBook(fakeDisk(), alarms);
    expect([book.takesAnother(0), book.replace('cue', cues(1))]).toEqual([false, [0]]);
  });

  test('that lists none, or no longer any, each is cancelled by the id returned for it', () => {
    const alarms = fakeAlarms();
    const book = openAlarmBook(fakeDisk(), { ...alarms, left: () => [] });
    book.replace('cue', cues(2));
    book.cancel('cue', 1);
    book.replace('cue', []);
    expect(alarms.held.size).toBe(0);
  });

  test('that does not cancel one, it still counts as set', () => {
    const alarms = fakeAlarms({ cancels: false });
    const book = openAlarmBook(fakeDisk(), alarms);
    book.replace('cue', cues(2));
    book.cancel('cue', 1);
    expect(book.left('cue')).toEqual([1, 2]);
  });

  test('that cancels none, a cancelled alarm proves nothing, and is cancelled again at the next start', () => {
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
