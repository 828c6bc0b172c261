import fc from 'fast-check';
import { LEGS } from '../../../core/body';
import { DAY_END, dayOf } from '../../../core/calendar/day';
import { lockedLegs, locksIn, locksOnce } from '../../../core/care/locks';
import type { Said, Statement } from '../../../core/care/statement';
import { isSaid, pack, unpack } from '../../../core/care/statement';
import { reasonIn, whyOf } from '../../../core/care/why';
import { HARD_QUESTIONS } from '../../../core/care/answers';
import { SIGNS } from '../../../core/care/sign-of-day';
import { STOP_KINDS } from '../../../core/care/stop';
import { answerIn, answerNo, answerYes, hasVein, leaveOpen, putVein } from '../../../phone/care/choices';
import { allLocks, lockedOn } from '../../../phone/care/days';
import { askAgainIfLost } from '../../../phone/care/ask-again';
import { keepSaidOf, liftLock, lockLegs, readSaid, say } from '../../../phone/care/said';
import { countryIn, mergePreferences, putCountry, readPreferences } from '../../../phone/preferences';
import { CARE_MERGED_KEY, CARE_SAID_KEY, CHOSEN_KEY } from '../../../phone/storage-keys';
import { MemoryStorage } from '../memory-storage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 20_517 * DAY + 12 * HOUR;
const TODAY = 20_517;
const clockAt = (now: number) => ({ now, offsetAt: () => 60 });
let seed = 0.1;
const random = (): number => (seed = (seed * 7.3 + 0.17) % 1);

function locked(): MemoryStorage {
  const storage = new MemoryStorage();
  expect(lockLegs(storage, ['left'], { by: 'hand' }, clockAt(NOW), random).ok).toBe(true);
  return storage;
}

const firstLock = (storage: MemoryStorage) => locksIn(readSaid(storage))[0]?.id ?? '';

test('a leg locked on the page stays locked until a doctor looked at it after that', () => {
  const storage = locked();
  const lift = (day: number, now = NOW) => liftLock(storage, firstLock(storage), day, clockAt(now), random);
  expect(lift(TODAY + 1)).toEqual({ ok: false, error: 'inFuture' });
  expect(lift(TODAY - 1)).toEqual({ ok: false, error: 'beforeSign' });
  expect(liftLock(storage, 'none', TODAY, clockAt(NOW), random)).toEqual({ ok: false, error: 'noLock' });
  expect(lockedLegs(readSaid(storage))).toEqual(['left']);
  expect(lift(TODAY).ok).toBe(true);
  expect(lockedLegs(readSaid(storage))).toEqual([]);
});

test('a statement that the storage refuses does not count, and unlocks no leg', () => {
  const storage = locked();
  storage.mood = 'silent';
  expect(liftLock(storage, firstLock(storage), TODAY, clockAt(NOW), random)).toEqual({
    ok: false,
    error: 'notStored',
  });
  expect(lockedLegs(readSaid(storage))).toEqual(['left']);
});

test('a yes locks first and is then answered; a no lifts nothing', () => {
  const storage = new MemoryStorage();
  storage.moods = ['silent'];
  expect(answerYes(storage, 'clot', undefined, clockAt(NOW), random).ok).toBe(false);
  expect(answerIn(readPreferences(storage), 'clot')).toBeUndefined();
  expect(answerYes(storage, 'clot', undefined, clockAt(NOW), random).ok).toBe(true);
  expect(lockedLegs(readSaid(storage))).toEqual(['left', 'right']);
  answerNo(storage, 'clot');
  expect(answerIn(readPreferences(storage), 'clot')).toBe('no');
  expect(lockedLegs(readSaid(storage))).toEqual(['left', 'right']);
});

test('a yes about one leg locks that leg', () => {
  const storage = new MemoryStorage();
  answerYes(storage, 'pain', 'right', clockAt(NOW), random);
  expect(lockedLegs(readSaid(storage))).toEqual(['right']);
});

test('veins and a country are chosen independently', () => {
  const storage = new MemoryStorage();
  putVein(storage, 'left', 'calf', true);
  putCountry(storage, 'JP');
  putVein(storage, 'left', 'ankle', true);
  putVein(storage, 'left', 'ankle', false);
  const preferences = readPreferences(storage);
  expect([hasVein(preferences, 'left', 'calf'), hasVein(preferences, 'left', 'ankle')]).toEqual([
    true,
    false,
  ]);
  expect([countryIn(preferences), countryIn({ country: ['XX', 1] })]).toEqual(['JP', 'none']);
});

test('statements of a watch count together with those made here, and are written once', () => {
  const storage = locked();
  const theirs = [pack({ kind: 'lock', id: 'abcdefghjk-c1', leg: 'right', why: 'stop.pain', at: NOW })];
  keepSaidOf(storage, theirs, NOW);
  const { writes } = storage;
  keepSaidOf(storage, theirs, NOW);
  expect(storage.writes).toBe(writes);
  expect(lockedLegs(readSaid(storage))).toEqual(['left', 'right']);
  storage.setItem(CARE_SAID_KEY, '{"version":1,"said":[7]}');
  expect(lockedLegs(readSaid(storage))).toEqual(['right']);
});

const lockOf = (leg: (typeof LEGS)[number], id: string, at: number): Statement => ({
  ...{ kind: 'lock', id, leg, why: 'hand', at },
});

test('a leg counts as locked from the day of its lock to the day on which it was lifted', () => {
  const lock = lockOf('left', 'a-1', NOW);
  const lift: Statement = { kind: 'unlock', id: 'b-1', lifts: 'a-1', doctorOn: TODAY, at: NOW + 2 * DAY };
  const dayAt = (at: number): number => dayOf({ startedAt: at, utcOffset: 0 }, DAY_END);
  const lifted = lockedOn([pack(lock), pack(lift)], dayAt);
  expect([-1, 0, 2, 3].map((at) => lifted(TODAY + at, 'left'))).toEqual([false, true, true, false]);
  expect(lifted(TODAY, 'right')).toBe(false);
  expect(lockedOn([pack(lock)], dayAt)(TODAY + 1000, 'left')).toBe(true);
  // The clock was set back to before the lock before it was lifted.
  const back = lockedOn([pack(lock), pack({ ...lift, at: NOW - 5 * DAY })], dayAt);
  expect([-6, -5, -4].map((at) => back(TODAY + at, 'left'))).toEqual([false, true, false]);
});

describe('a lock that a watch made while its clock was years behind', () => {
  const dayAt = (at: number): number => dayOf({ startedAt: at, utcOffset: 0 }, DAY_END);
  const wrong = pack(lockOf('left', 'a-1', Date.UTC(2000, 0, 1)));

  test('is dated when the phone hears it, once', () => {
    const storage = new MemoryStorage();
    keepSaidOf(storage, [wrong], NOW);
    expect(locksOnce(readSaid(storage))).toEqual([lockOf('left', 'a-1', NOW)]);
    const { said } = keepSaidOf(storage, [wrong], NOW + 3 * DAY);
    expect(locksOnce(said)).toEqual([lockOf('left', 'a-1', NOW)]);
    const other = new MemoryStorage();
    keepSaidOf(other, said, NOW + 5 * DAY);
    expect(readSaid(other)).toEqual(said);
  });

  test('withholds no day before the phone heard of it, and is not lifted by a doctor of then', () => {
    const storage = new MemoryStorage();
    keepSaidOf(storage, [wrong], NOW);
    const lift = (day: number) => liftLock(storage, 'a-1', day, clockAt(NOW + 2 * DAY), random);
    const isLocked = lockedOn(readSaid(storage), dayAt);
    expect([-300, -1, 0, 1].map((at) => isLocked(TODAY + at, 'left'))).toEqual([false, false, true, true]);
    expect(allLocks(readSaid(storage))).toHaveLength(1);
    expect([lift(TODAY - 300), lift(TODAY - 1)]).toEqual([
      { ok: false, error: 'beforeSign' },
      { ok: false, error: 'beforeSign' },
    ]);
    expect(lift(TODAY + 1).ok).toBe(true);
    expect(lockedLegs(readSaid(storage))).toEqual([]);
  });

  test('withholds only the day on which it was lifted if the phone hears of both at once', () => {
    const lift: Statement = { kind: 'unlock', id: 'b-1', lifts: 'a-1', doctorOn: TODAY, at: NOW };
    const isLocked = lockedOn([wrong, pack(lift)], dayAt);
    expect([-300, -1, 0, 1].map((at) => isLocked(TODAY + at, 'left'))).toEqual([false, false, true, false]);
  });
});

describe('a lock that a watch made while its clock was days behind', () => {
  const watch = { id: 'a', lastSeen: NOW };
  const wrong = pack(lockOf('left', 'a-1', NOW - 5 * DAY));
  const later = NOW + 3 * DAY;
  const dates = (storage: MemoryStorage) => locksOnce(readSaid(storage)).map(({ at }) => at);

  test('is dated when the phone hears it, since that watch would have told of it before', () => {
    const storage = new MemoryStorage();
    keepSaidOf(storage, [wrong], later, watch);
    expect(dates(storage)).toEqual([later]);
    expect(liftLock(storage, 'a-1', TODAY + 2, clockAt(later), random)).toEqual({
      ok: false,
      error: 'beforeSign',
    });
    keepSaidOf(storage, [wrong], later + DAY, { id: 'a', lastSeen: later });
    expect(dates(storage)).toEqual([later]);
  });

  test.each([
    ['made since that watch was last in touch', NOW + DAY, 'a-1'],
    ['made within the hour before, as clocks differ a little', NOW - HOUR / 2, 'a-1'],
    ['of another watch, which may have told nobody', NOW - 5 * DAY, 'b-1'],
  ])('keeps its date if it is %s', (_why, at, id) => {
    const storage = new MemoryStorage();
    keepSaidOf(storage, [pack(lockOf('left', id, at))], later, watch);
    expect(dates(storage)).toEqual([at]);
  });

  test('keeps its date if the phone knows it', () => {
    const storage = new MemoryStorage();
    keepSaidOf(storage, [wrong], NOW - 4 * DAY);
    keepSaidOf(storage, [wrong], later, watch);
    say(storage, [pack(lockOf('right', 'a-2', NOW - 5 * DAY))]);
    keepSaidOf(storage, [pack(lockOf('right', 'a-2', NOW - 5 * DAY))], later, watch);
    expect(dates(storage)).toEqual([NOW - 5 * DAY, NOW - 5 * DAY]);
  });
});

test('locks are listed latest first, with their unlocks', () => {
  const said = [
    lockOf('left', 'a-1', 5),
    lockOf('right', 'a-2', 9),
    { kind: 'unlock', id: 'b-1', lifts: 'a-1', doctorOn: 0, at: 7 } as const,
  ];
  expect(allLocks(said.map(pack)).map(({ lock, lifted }) => [lock.id, lifted?.id])).toEqual([
    ['a-2', undefined],
    ['a-1', 'b-1'],
  ]);
  expect(allLocks(['later kind of statement' as Said])).toEqual([]);
});

test('every reason has its own name, and a name of a later version is unknown', () => {
  const reasons = [
    ...HARD_QUESTIONS.map((question) => ({ by: 'ask', question }) as const),
    ...STOP_KINDS.map((kind) => ({ by: 'stop', kind }) as const),
    ...SIGNS.map((sign) => ({ by: 'sign', sign }) as const),
    { by: 'girth' } as const,
    { by: 'hand' } as const,
  ];
  expect(new Set(reasons.map(whyOf)).size).toBe(reasons.length);
  reasons.forEach((reason) => expect(reasonIn(whyOf(reason))).toEqual(reason));
  ['ask.fever', 'stop', 'sign.', 'moon', ''].forEach((why) => expect(reasonIn(why)).toBeUndefined());
});

test('everything entered on the page becomes a statement with a new id', () => {
  fc.assert(
    fc.property(fc.nat({ max: 4e12 }), fc.integer(), (now, start) => {
      const storage = new MemoryStorage();
      let at = Math.abs(start % 997) / 997;
      lockLegs(
        storage,
        LEGS,
        { by: 'ask', question: 'clot' },
        clockAt(now),
        () => (at = (at * 9.7 + 0.31) % 1),
      );
      const said = readSaid(storage);
      expect(said.every(isSaid)).toBe(true);
      expect(new Set(said.map((each) => unpack(each)?.id)).size).toBe(2);
      expect(say(storage, said).ok).toBe(true);
      expect(readSaid(storage)).toEqual(said);
    }),
    { numRuns: 100 },
  );
});

describe('choices of the page that can no longer be read', () => {
  const answers = (storage: MemoryStorage) =>
    HARD_QUESTIONS.map((question) => answerIn(readPreferences(storage), question));
  /** A watch was answered no everywhere; on the page an answer was taken back of which no watch has heard. */
  const spoilt = (): MemoryStorage => {
    const storage = new MemoryStorage();
    HARD_QUESTIONS.forEach((question) => answerNo(storage, question));
    mergePreferences(storage, readPreferences(storage));
    leaveOpen(storage, 'pain');
    storage.setItem(CHOSEN_KEY, storage.getItem(CHOSEN_KEY)?.slice(0, -9) ?? '');
    return storage;
  };

  test('take all answers back, once, so that watches ask again', () => {
    const storage = spoilt();
    expect(answers(storage)).toEqual(HARD_QUESTIONS.map(() => 'no'));
    expect(askAgainIfLost(storage).ok).toBe(true);
    expect(answers(storage)).toEqual(HARD_QUESTIONS.map(() => undefined));
    const { writes } = storage;
    expect(askAgainIfLost(storage).ok).toBe(true);
    expect(storage.writes).toBe(writes);
  });

  test('take all answers back but the one that is given next, before a watch was in touch', () => {
    const storage = spoilt();
    answerNo(storage, 'clot');
    expect(answers(storage)).toEqual(HARD_QUESTIONS.map((each) => (each === 'clot' ? 'no' : undefined)));
  });
});

describe('statements that the phone cannot read any more', () => {
  const answers = (storage: MemoryStorage) =>
    HARD_QUESTIONS.map((question) => answerIn(readPreferences(storage), question));
  const spoilt = (key: string): MemoryStorage => {
    const storage = locked();
    HARD_QUESTIONS.forEach((question) => answerNo(storage, question));
    keepSaidOf(storage, [pack(lockOf('right', 'w-1', NOW))], NOW);
    storage.setItem(key, '{"version":1,"sa');
    return storage;
  };

  test.each([CARE_SAID_KEY, CARE_MERGED_KEY])(
    'in %s take all answers back, once, so that watches ask again',
    (key) => {
      const storage = spoilt(key);
      expect(askAgainIfLost(storage).ok).toBe(true);
      expect(answers(storage)).toEqual(HARD_QUESTIONS.map(() => undefined));
      HARD_QUESTIONS.forEach((question) => answerNo(storage, question));
      const { writes } = storage;
      expect(askAgainIfLost(storage).ok).toBe(true);
      expect(storage.writes).toBe(writes);
    },
  );

  test('take all answers back also if the page says something before a watch was in touch', () => {
    const storage = spoilt(CARE_SAID_KEY);
    lockLegs(storage, ['right'], { by: 'hand' }, clockAt(NOW), random);
    expect(answers(storage)).toEqual(HARD_QUESTIONS.map(() => undefined));
  });

  test.each([0, 1, 2])('take all answers back also if the storage refuses write %d in between', (at) => {
    const acts = [
      (storage: MemoryStorage) => askAgainIfLost(storage).ok,
      (storage: MemoryStorage) => lockLegs(storage, ['right'], { by: 'hand' }, clockAt(NOW), random).ok,
    ];
    for (const act of acts) {
      const storage = spoilt(CARE_SAID_KEY);
      storage.moods = [...Array<'good'>(at).fill('good'), 'silent'];
      act(storage);
      storage.moods = [];
      expect(act(storage)).toBe(true);
      expect(answers(storage)).toEqual(HARD_QUESTIONS.map(() => undefined));
    }
  });
});
