import { dayOf } from '../../../core/calendar/day';
import { locksIn, unlock } from '../../../core/care/locks';
import { HOUR } from '../../../core/time';
import type { Lock } from '../../../core/care/statement';
import { NOTHING_NOTED } from '../../../core/today/today';
import { TODAY_STORED } from '../../../core/today/noting';
import { openStored } from '../../../device/store/stored-file';
import type { Disk } from '../../../device/watch/disk';
import { openCareStore } from '../../../device/store/care-store';
import { lockLegs } from '../../../device/store/lock-legs';
import { momentHere } from '../../../device/watch/clock';
import { fakeWatch } from '../fake-watch';

const lockAt = (at: number): Lock => ({ kind: 'lock', id: 'p-1', leg: 'right', why: 'hand', at });
const SHARP_PAIN = { by: 'stop', kind: 'pain' } as const;

test('the same reason locks a leg once a day, however often it is given', () => {
  const { watch } = fakeWatch(Date.UTC(2026, 4, 1, 8));
  const care = openCareStore(watch.disk);
  lockLegs(watch, care, ['left'], SHARP_PAIN);
  lockLegs(watch, care, ['left', 'right'], SHARP_PAIN);
  expect(locksIn(care.book().said).map(({ leg }) => leg)).toEqual(['left', 'right']);
});

const noted = (disk: Disk, day: number): void => {
  const legs = { left: { done: 300, planned: 300 }, right: { done: 300, planned: 300 } };
  const note = { ...NOTHING_NOTED, isKnown: true, days: [{ day, legs, doneAt: undefined }] };
  openStored(disk, TODAY_STORED).write(note);
};
const NOW = Date.UTC(2026, 4, 1, 12);
const TODAY = Math.floor(NOW / (24 * HOUR));

test.each([
  ['a session was noted of days ahead', (disk: Disk) => noted(disk, TODAY + 3), 0],
  ['one was noted of tomorrow, as after a flight to the west', (disk: Disk) => noted(disk, TODAY + 1), NOW],
  ['one was noted of yesterday', (disk: Disk) => noted(disk, TODAY - 1), NOW],
  ['another lock is of a day ahead', (disk: Disk) => openCareStore(disk).add([lockAt(NOW + 24 * HOUR)]), 0],
  ['another lock is of a minute ahead', (disk: Disk) => openCareStore(disk).add([lockAt(NOW + 60_000)]), NOW],
  ['nothing is noted', () => undefined, NOW],
])(
  'where %s, it is known whether the clock is behind, and a lock has no false date',
  (_what, prepare, at) => {
    const { watch } = fakeWatch(NOW);
    prepare(watch.disk);
    const care = openCareStore(watch.disk);
    lockLegs(watch, care, ['left'], SHARP_PAIN);
    const [lock] = locksIn(care.book().said).filter(({ leg }) => leg === 'left');
    expect(lock?.at).toBe(at);
    const yesterday = lock && unlock(lock, 'b-1', TODAY - 1, momentHere(NOW));
    expect(yesterday).toEqual({ ok: false, error: 'beforeSign' });
  },
);

test('a word of a doctor from before the same sign came back does not lift the lock', () => {
  const fake = fakeWatch(Date.UTC(2026, 4, 1, 8));
  const { watch } = fake;
  const care = openCareStore(watch.disk);
  lockLegs(watch, care, ['left'], SHARP_PAIN);
  fake.advance(10 * 24 * HOUR);
  lockLegs(watch, care, ['left'], SHARP_PAIN);
  const now = momentHere(watch.clock.now());
  const doctorOn = dayOf(now, 0) - 5;
  const words = locksIn(care.book().said).map((lock, at) => unlock(lock, `b-${at}`, doctorOn, now));
  expect(words.map((word) => word.ok)).toEqual([true, false]);
  care.add(words.flatMap((word) => (word.ok ? [word.value] : [])));
  expect(care.locked()).toEqual(['left']);
});
