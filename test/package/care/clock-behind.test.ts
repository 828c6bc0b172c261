import { LEGS } from '../../../core/body';
import { lockedLegs, locksOnce } from '../../../core/care/locks';
import { CARE_FILE } from '../../../core/state/care-file';
import { readStored } from '../../../core/state/stored';
import { HOUR, SECOND } from '../../../core/time';
import type { VirtualWatch } from '../../../virtual-watch/node';
import { ANSWERED, choose, see, touch } from '../app';
import type { Pair } from '../link/pair';
import { loadPackage, makePair, open, payloadOn } from '../link/pair';

beforeAll(loadPackage);

const DAYS = 3 * 24 * HOUR;

const saidOn = (watch: VirtualWatch) => readStored(CARE_FILE, payloadOn(watch, 'care')).value.said;

/** A leg hurts in a session while the clock of the watch is days behind, and its phone is away. */
function hurtBehind({ phone, watch }: Pair): void {
  watch.crash();
  phone.outOfRange();
  watch.stepClock(-DAYS);
  watch.openApp();
  watch.advance(SECOND);
  watch.tap('Start');
  watch.advance(40 * SECOND);
  touch(watch, 'It hurts');
  touch(watch, 'Left leg');
  touch(watch, 'Sharp pain');
  watch.crash();
  watch.stepClock(DAYS);
}

function isOnlyTodayOffered(watch: VirtualWatch): boolean {
  touch(watch, 'Left leg locked');
  touch(watch, 'Doctor allowed massage');
  return see(watch, 'An earlier day does not lift this lock.') && !see(watch, 'Day before');
}

test('after its watch was in touch, a lock dated before that is lifted by no earlier word of a doctor', () => {
  const both = makePair();
  const { phone, watch } = both;
  choose(watch, ANSWERED);
  open(both);
  watch.advance(5 * SECOND);
  hurtBehind(both);
  expect(lockedLegs(saidOn(watch))).toEqual(['left']);
  phone.inRange();
  open(both);
  watch.advance(5 * SECOND);
  expect(locksOnce(saidOn(watch)).map(({ at }) => Math.abs(at - watch.wall()) < HOUR)).toEqual([true]);
  expect(isOnlyTodayOffered(watch)).toBe(true);
});

test('after a session was noted of a later day, a lock has no date, also without a phone', () => {
  const both = makePair();
  const { phone, watch } = both;
  choose(watch, ANSWERED);
  phone.outOfRange();
  open(both);
  watch.advance(SECOND);
  watch.tap('Start');
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', HOUR);
  watch.advance(SECOND);
  hurtBehind(both);
  watch.openApp();
  watch.advance(SECOND);
  expect(LEGS.filter((leg) => lockedLegs(saidOn(watch)).includes(leg))).toEqual(['left']);
  expect(isOnlyTodayOffered(watch)).toBe(true);
});
