import fc from 'fast-check';
import { LEGS } from '../../../core/body';
import { dayOf } from '../../../core/calendar/day';
import {
  firstDoctorDay,
  heldIn,
  LEGATO_BEGINS,
  lockedLegs,
  locksIn,
  locksOnce,
  MOST_SAID,
  newsFor,
  pruned,
  unlock,
} from '../../../core/care/locks';
import type { Lock, Said, Unlock } from '../../../core/care/statement';
import { mergeSaid, pack, unpack } from '../../../core/care/statement';
import { HOUR } from '../../../core/time';
import { runs } from '../../runs';
import { instants } from '../arbitraries';
import { FROM_LATER, saids } from './said';

const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 4, 20, 12);
const lockOf = (given: Partial<Lock> = {}): Lock => ({
  ...{ kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at: NOON },
  ...given,
});
const unlockOf = (lifts: string, id = `${lifts}0`): Unlock => ({
  ...{ kind: 'unlock', id, lifts, doctorOn: 20_000, at: NOON },
});

test('a leg is locked as long as one of its locks is not lifted', () => {
  const said = [lockOf(), lockOf({ id: 'a-2' }), lockOf({ id: 'a-3', leg: 'right' })].map(pack);
  expect(lockedLegs(said)).toEqual(['left', 'right']);
  expect(lockedLegs(said.concat(pack(unlockOf('a-1'))))).toEqual(['left', 'right']);
  expect(lockedLegs(said.concat([unlockOf('a-1'), unlockOf('a-2')].map(pack)))).toEqual(['right']);
});

test('the statements that lock are those of locks that hold, as they were said', () => {
  const [held, lifted] = [lockOf(), lockOf({ id: 'a-2' })].map(pack);
  const said = [held, lifted, pack(unlockOf('a-2')), ...FROM_LATER].flatMap((each) => each ?? []);
  expect(heldIn(said)).toEqual([held]);
});

test('a lock with a reason from a later version still locks', () => {
  expect(lockedLegs([pack(lockOf({ why: 'moon.full' }))])).toEqual(['left']);
});

test('an unlock lifts only the lock that it names, whatever the times and order of the statements', () => {
  fc.assert(
    fc.property(saids(), fc.array(instants()), (said, times) => {
      const lifted = said.map(unpack).flatMap((each) => (each?.kind === 'unlock' ? [each.lifts] : []));
      const locked = said
        .map(unpack)
        .flatMap((each) => (each?.kind === 'lock' && !lifted.includes(each.id) ? [each.leg] : []));
      const legs = LEGS.filter((leg) => locked.includes(leg));
      expect(lockedLegs(said)).toEqual(legs);
      expect(lockedLegs([...said].reverse())).toEqual(legs);
      // Each device has a different clock.
      const restamped = said.map((each, index) => {
        const statement = unpack(each);
        return statement ? pack({ ...statement, at: times[index] ?? statement.at }) : each;
      });
      expect(lockedLegs(restamped)).toEqual(legs);
    }),
    { numRuns: runs(5000, 300) },
  );
});

test('statements of another device unlock a leg only by an unlock that names the lock', () => {
  fc.assert(
    fc.property(saids(), saids(), (mine, theirs) => {
      const told = theirs.map(unpack).flatMap((each) => (each?.kind === 'unlock' ? [each.lifts] : []));
      const before = locksIn(mine).map(({ id }) => id);
      const after = locksIn(mergeSaid(mine, theirs)).map(({ id }) => id);
      expect(before.filter((id) => !after.includes(id)).every((id) => told.includes(id))).toBe(true);
    }),
    { numRuns: runs(5000, 300) },
  );
});

describe('the day on which a doctor looked at a leg', () => {
  const lock = lockOf();
  const today = dayOf({ startedAt: NOON, utcOffset: 0 }, 0);
  const now = { startedAt: NOON + 3 * DAY, utcOffset: 0 };

  test('is between the day of the lock and today', () => {
    const days = [-1, 0, 1, 3, 4].map((after) => {
      const lifted = unlock(lock, 'a-2', today + after, now);
      return lifted.ok ? lifted.value.doctorOn - today : lifted.error;
    });
    expect(days).toEqual(['beforeSign', 0, 1, 3, 'inFuture']);
  });

  test('lifts the lock for which it was given', () => {
    const lifted = unlock(lock, 'a-2', today, now);
    expect(lifted.ok && lockedLegs([pack(lock), pack(lifted.value)])).toEqual([]);
    expect(lifted.ok && lockedLegs([pack(lockOf({ id: 'b-1' })), pack(lifted.value)])).toEqual(['left']);
  });

  test('is today if the clock was set back to before the lock', () => {
    const earlier = { startedAt: NOON - 400 * DAY, utcOffset: 0 };
    const day = dayOf(earlier, 0);
    expect(firstDoctorDay(lock, earlier)).toBe(day);
    expect([day - 1, day, day + 1].map((each) => unlock(lock, 'a-2', each, earlier).ok)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('is today if the lock is dated before Legato was there, because its clock was wrong', () => {
    const wrong = [0, Date.UTC(2000, 0, 1), LEGATO_BEGINS - 1].map((at) => lockOf({ at }));
    expect(wrong.map((each) => firstDoctorDay(each, now))).toEqual(wrong.map(() => today + 3));
    const atFirst = lockOf({ at: LEGATO_BEGINS });
    expect(firstDoctorDay(atFirst, now)).toBe(dayOf({ startedAt: LEGATO_BEGINS, utcOffset: 0 }, 0));
    for (const each of wrong) {
      expect(unlock(each, 'a-2', today + 2, now)).toEqual({ ok: false, error: 'beforeSign' });
      expect(unlock(each, 'a-2', today + 3, now).ok).toBe(true);
    }
  });
});

test('a lock that was said again counts once, with its latest date, and one unlock lifts it', () => {
  const again = [lockOf({ at: 0 }), lockOf(), lockOf({ at: NOON - DAY })];
  expect(locksOnce(again.map(pack))).toEqual([lockOf()]);
  expect(locksIn(again.map(pack))).toEqual(again);
  expect(locksOnce([...again, lockOf({ leg: 'right', at: 0 })].map(pack)).map(({ leg }) => leg)).toEqual([
    'left',
    'right',
  ]);
  expect(locksIn([...again, unlockOf('a-1')].map(pack))).toEqual([]);
});

describe('what a watch keeps', () => {
  const pairs = (count: number): readonly Said[] =>
    Array.from({ length: count }, (_, at) => [
      pack(lockOf({ id: `a-${at}` })),
      pack(unlockOf(`a-${at}`, `b-${at}`)),
    ]).flat();

  test('is everything, up to a limit that nobody reaches', () => {
    const said = pairs(MOST_SAID / 2);
    expect(pruned(said)).toBe(said);
  });

  test('drops the oldest lifted locks first, each with its unlock', () => {
    const said = pairs(MOST_SAID / 2 + 1);
    expect(pruned(said)).toEqual(said.slice(2));
  });

  test('drops unlocks of unknown locks before it drops a lock', () => {
    const idle = pack(unlockOf('z-9'));
    const locks = Array.from({ length: 5 }, (_, at) => pack(lockOf({ id: `a-${at}` })));
    expect(pruned([idle, ...locks], 5)).toEqual(locks);
    expect(pruned(locks, 2)).toBe(locks);
  });

  test('locks the same legs after dropping, and keeps every statement it does not understand', () => {
    fc.assert(
      fc.property(saids(), fc.integer({ min: 0, max: 12 }), (said, most) => {
        const kept = pruned(said, most);
        expect(lockedLegs(kept)).toEqual(lockedLegs(said));
        expect(locksIn(kept)).toEqual(locksIn(said));
        const isStrange = (each: Said): boolean => unpack(each) === undefined;
        expect(kept.filter(isStrange)).toEqual(said.filter(isStrange));
      }),
      { numRuns: runs(5000, 300) },
    );
  });

  test('a dropped lock that another device sends again locks again', () => {
    const [lock = FROM_LATER[0], ...rest] = pairs(1);
    expect(lockedLegs(mergeSaid(pruned([...(lock ? [lock] : []), ...rest], 1), lock ? [lock] : []))).toEqual([
      'left',
    ]);
  });
});

describe('what another device is sent', () => {
  test('gives it the same locked legs as the union of both', () => {
    fc.assert(
      fc.property(saids(), saids(), (theirs, mine) => {
        const told = mergeSaid(theirs, newsFor(theirs, mine));
        expect(lockedLegs(told)).toEqual(lockedLegs(mergeSaid(theirs, mine)));
        expect(newsFor(told, mine).filter((each) => !told.includes(each))).toEqual([]);
      }),
      { numRuns: runs(5000, 300) },
    );
  });

  test('does not include a lock that was lifted long ago, unless the other knows nothing at all', () => {
    const said = [lockOf(), unlockOf('a-1')].map(pack);
    expect(newsFor([pack(lockOf({ id: 'b-1' }))], said)).toEqual([]);
    expect(newsFor([], said)).toEqual(said);
    expect(newsFor(said.slice(0, 1), said)).toEqual(said.slice(1));
  });
});
