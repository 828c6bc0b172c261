import { dayOf } from '../../../core/calendar/day';
import { locksIn, unlock } from '../../../core/care/locks';
import { HOUR } from '../../../core/time';
import { openCareStore } from '../../../device/store/care-store';
import { lockLegs } from '../../../device/store/lock-legs';
import { momentHere } from '../../../device/watch/clock';
import { fakeWatch } from '../fake-watch';

const SHARP_PAIN = { by: 'stop', kind: 'pain' } as const;

test('the same reason locks a leg once a day, however often it is given', () => {
  const { watch } = fakeWatch(Date.UTC(2026, 4, 1, 8));
  const care = openCareStore(watch.disk);
  lockLegs(watch, care, ['left'], SHARP_PAIN);
  lockLegs(watch, care, ['left', 'right'], SHARP_PAIN);
  expect(locksIn(care.book().said).map(({ leg }) => leg)).toEqual(['left', 'right']);
});

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
