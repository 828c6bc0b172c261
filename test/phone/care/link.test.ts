import fc from 'fast-check';
import { LEGATO_BEGINS, lockedLegs, saysLater } from '../../../core/care/locks';
import type { Said } from '../../../core/care/statement';
import { mergeSaid, pack, unpack } from '../../../core/care/statement';
import { NO_LEDGER } from '../../../core/link/ledger-file';
import { latestSaid, makeRequest } from '../../../core/link/request';
import type { Shared } from '../../../core/link/sync';
import { EMPTY_OUTBOX } from '../../../core/record/outbox';
import { OWN_PLAN } from '../../../core/state/plan-file';
import { UNCHANGED_PREFERENCES } from '../../../core/state/preferences';
import { answer } from '../../../phone/answer';
import { CARE_PAST } from '../../../phone/care/past';
import { keepSaidOf, readSaid, say } from '../../../phone/care/said';
import { readPreferences } from '../../../phone/preferences';
import { CARE_MERGED_KEY } from '../../../phone/storage-keys';
import { writeValue } from '../../../phone/stored-text';
import { saids } from '../../core/care/said';
import { runs } from '../../runs';
import type { Fate } from '../faulty-link';
import { FATES, FaultyLink } from '../faulty-link';
import { MemoryStorage } from '../memory-storage';
import { phoneAt } from '../fake-phone';

const NOW = Date.UTC(2026, 4, 1);
const DAY = 24 * 3_600_000;
const LEFT = pack({ kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at: NOW });
const RIGHT = pack({ kind: 'lock', id: 'b-1', leg: 'right', why: 'hand', at: NOW });
const LIFTED = pack({ kind: 'unlock', id: 'a-2', lifts: 'a-1', doctorOn: 20_000, at: NOW });

/** A hello of a watch that does not know locks. */
const HELLO = makeRequest(1, {
  ...{ method: 'hello', watch: 'abcdefghjk', name: 'Balance 2', waiting: 0, whole: true },
  ...{ planRevision: 0, preferences: {} },
});

function sharedWith(said: readonly Said[]): Shared {
  return {
    ...{
      outbox: EMPTY_OUTBOX,
      preferences: UNCHANGED_PREFERENCES,
      others: {},
      plan: OWN_PLAN,
      ledger: NO_LEDGER,
    },
    said,
  };
}

const good = (): Iterator<Fate> => [][Symbol.iterator]();

/** Watches that share a phone, each with its own link to it. */
function watchesWith(storage: MemoryStorage, ...saidOf: readonly (readonly Said[])[]): readonly FaultyLink[] {
  return saidOf.map((said) => new FaultyLink(sharedWith(said), storage));
}

test('statements of one watch are kept by the phone and sent to the other watch', () => {
  const [one, other] = watchesWith(new MemoryStorage(), [LEFT], [RIGHT]);
  if (!one || !other) throw new Error('there are two watches');
  [one, other, one].forEach((watch) => watch.run(good()));
  expect([one, other].map(({ shared }) => lockedLegs(shared.said))).toEqual([
    ['left', 'right'],
    ['left', 'right'],
  ]);
  expect(lockedLegs(readSaid(one.storage))).toEqual(['left', 'right']);
});

test('statements made on the phone are on the watch after one hello, and are not sent again', () => {
  const storage = new MemoryStorage();
  say(storage, [LEFT]);
  const [watch] = watchesWith(storage, []);
  watch?.run(good());
  expect(watch?.shared.said).toEqual([LEFT]);
  const again = answer({ ...HELLO, care: [LEFT] }, phoneAt(storage, NOW));
  expect(again).not.toHaveProperty('care');
});

test('an unlock made on the phone lifts the lock of the watch, and no lock that the phone does not know', () => {
  const storage = new MemoryStorage();
  say(storage, [LEFT, LIFTED]);
  const fresh = pack({ kind: 'lock', id: 'c-9', leg: 'left', why: 'stop.pain', at: NOW });
  const [known, other] = watchesWith(storage, [LEFT], [LEFT, fresh]);
  known?.run(good());
  other?.run(good());
  expect(known && lockedLegs(known.shared.said)).toEqual([]);
  expect(other && lockedLegs(other.shared.said)).toEqual(['left']);
});

test('a lock dated before the last hello of its watch, which told nothing of it, is said again with the present date', () => {
  const storage = new MemoryStorage();
  answer(HELLO, phoneAt(storage, NOW));
  const wrong = pack({ kind: 'lock', id: 'abcdefghjk-1', leg: 'left', why: 'hand', at: NOW - 4 * DAY });
  const right = pack({ kind: 'lock', id: 'abcdefghjk-1', leg: 'left', why: 'hand', at: NOW + DAY });
  expect(answer({ ...HELLO, care: [wrong] }, phoneAt(storage, NOW + DAY))).toMatchObject({ care: [right] });
  expect(readSaid(storage)).toEqual([wrong, right]);
});

describe('a phone that knows of a yes and of no statement at all', () => {
  const YES = { ...HELLO, preferences: { painAnswer: ['yes', 3] } };
  const answerOf = (storage: MemoryStorage): unknown => readPreferences(storage)['painAnswer'];

  test('takes all answers back, so that watches ask again', () => {
    const storage = new MemoryStorage();
    answer({ ...YES, care: [LEFT] }, phoneAt(storage, NOW));
    expect(answerOf(storage)).toEqual(['yes', 3]);
    storage.removeItem(CARE_MERGED_KEY);
    const told = answer(HELLO, phoneAt(storage, NOW + DAY));
    expect(told).toMatchObject({ preferences: { painAnswer: ['open', 4], clotAnswer: ['open', 4] } });
    const { writes } = storage;
    answer(HELLO, phoneAt(storage, NOW + DAY));
    expect(storage.writes).toBe(writes);
  });

  test('leaves them where a watch still tells of the lock, where it was lifted, and where a backup told of it', () => {
    const known = new MemoryStorage();
    answer({ ...YES, care: [LEFT] }, phoneAt(known, NOW));
    known.removeItem(CARE_MERGED_KEY);
    answer({ ...HELLO, care: [LEFT] }, phoneAt(known, NOW + DAY));
    const lifted = new MemoryStorage();
    say(lifted, [LEFT, LIFTED]);
    const restored = new MemoryStorage();
    writeValue(restored, CARE_PAST, [LEFT, LIFTED]);
    [lifted, restored].forEach((storage) => answer(YES, phoneAt(storage, NOW)));
    expect([known, lifted, restored].map(answerOf)).toEqual([
      ['yes', 3],
      ['yes', 3],
      ['yes', 3],
    ]);
  });
});

test('a watch that does not know locks is answered as before, and other watches lose no statements by it', () => {
  const storage = new MemoryStorage();
  keepSaidOf(storage, [LEFT], NOW);
  expect(answer(HELLO, phoneAt(storage, NOW))).toMatchObject({ method: 'hello', care: [LEFT] });
  expect(readSaid(storage)).toEqual([LEFT]);
});

test.each([
  ['a text', 'all'],
  ['a number', 7],
  ['an object', {}],
  ['a list of anything', [7, null, 'a-1', 'x'.repeat(1000)]],
])('%s instead of statements locks nothing, and the rest of the hello counts', (_, care) => {
  const storage = new MemoryStorage();
  expect(answer({ ...HELLO, care }, phoneAt(storage, NOW))).toMatchObject({ method: 'hello' });
  expect(readSaid(storage)).toEqual([]);
});

test('what the storage of the phone refused is sent again by the next hello', () => {
  const storage = new MemoryStorage();
  const [watch] = watchesWith(storage, [LEFT]);
  watch?.run((['storageSilent', 'storageSilent', 'storageSilent'] as const)[Symbol.iterator]());
  expect(readSaid(storage)).toEqual([]);
  watch?.run(good());
  expect(readSaid(storage)).toEqual([LEFT]);
});

/** Whether a statement is a lock of these whose date could not be right. */
function isSaidAgain(each: Said, all: readonly Said[]): boolean {
  const again = unpack(each);
  return all
    .map(unpack)
    .some((lock) => lock?.kind === 'lock' && lock.at < LEGATO_BEGINS && saysLater(again, lock));
}

test('whatever happens to messages, no lock is lost or lifted except by its unlock, and in the end all agree', () => {
  const fates = fc.array(fc.constantFrom<Fate>(...FATES), { maxLength: 6 });
  const story = fc.array(fc.tuple(fc.nat(1), fates), { maxLength: 6 });
  fc.assert(
    fc.property(saids(), saids(), saids(), story, (first, second, onPhone, talks) => {
      const storage = new MemoryStorage();
      say(storage, onPhone);
      const watches = watchesWith(storage, first, second);
      const all = [first, second, onPhone].reduce(mergeSaid);
      const expectNothingLost = (): void => {
        const held = [...watches.map(({ shared }) => shared.said), readSaid(storage)];
        held.forEach((said, at) => {
          expect(said.filter((each) => !all.includes(each) && !isSaidAgain(each, all))).toEqual([]);
          const own = [first, second, onPhone][at] ?? [];
          expect(own.filter((each) => !said.includes(each))).toEqual([]);
        });
      };
      for (const [which, fate] of talks) {
        watches[which]?.run(fate[Symbol.iterator]());
        expectNothingLost();
      }
      storage.mood = 'good';
      for (const round of [0, 1, 2])
        watches.forEach((watch) => expect(watch.run(good()) ?? round).toBeDefined());
      expectNothingLost();
      const together = lockedLegs(all);
      expect(lockedLegs(readSaid(storage))).toEqual(together);
      watches.forEach(({ shared }) => expect(lockedLegs(shared.said)).toEqual(together));
    }),
    { numRuns: runs(2000, 60) },
  );
});

describe('if a message has no room for all statements', () => {
  const many = (count: number, isLifted: boolean): readonly Said[] =>
    Array.from({ length: count }, (_, at) => {
      const lock = pack({ kind: 'lock', id: `abcdefghjk-${at}`, leg: 'left', why: 'stop.swelling', at: NOW });
      const lift = pack({
        ...{ kind: 'unlock', id: `bbcdefghjk-${at}` },
        lifts: `abcdefghjk-${at}`,
        doctorOn: 20_000,
        at: NOW,
      });
      return isLifted ? [lock, lift] : [lock];
    }).flat();

  test('those that lock are sent, however old, and then the newest', () => {
    const old = pack({ kind: 'lock', id: 'a-1', leg: 'right', why: 'hand', at: 1 });
    const told = latestSaid([old, ...many(40, true)]);
    expect(told).toContain(old);
    expect(told.length).toBeLessThan(81);
    expect(told.map(unpack).some((each) => each?.id === 'bbcdefghjk-39')).toBe(true);
    expect(JSON.stringify(told).length).toBeLessThanOrEqual(1700);
  });

  test('and all of them if there is room', () => {
    expect(latestSaid([LEFT, LIFTED, RIGHT])).toEqual([LEFT, LIFTED, RIGHT]);
    expect(latestSaid([])).toEqual([]);
  });
});
