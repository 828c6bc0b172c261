import fc from 'fast-check';

import type { AlarmOwners } from '../../../core/alarm/book';
import {
  ALARM_OWNERS,
  ALARMS_FILE,
  given,
  MOST_ALARMS,
  NO_ALARMS,
  owned,
  ownedBy,
  RETIRED,
  SESSION_SHARE,
  shareOf,
  stillListed,
  without,
} from '../../../core/alarm/book';
import { readStored, storedText } from '../../../core/state/stored';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
const owners = fc.constantFrom(...ALARM_OWNERS, RETIRED, 'ofALaterLegato');

/** Books built by giving alarms to owners, one after another. */
const books: fc.Arbitrary<AlarmOwners> = fc
  .array(fc.tuple(owners, ids), { maxLength: 6 })
  .map((gifts) => gifts.reduce((book, [owner, some]) => given(book, owner, some), NO_ALARMS));

const allIn = (book: AlarmOwners): readonly number[] =>
  Object.keys(book).flatMap((owner) => ownedBy(book, owner));

test('an alarm has one owner: the last one it was given to', () => {
  fc.assert(
    fc.property(books, owners, ids, (book, owner, some) => {
      const after = given(book, owner, some);
      expect(ownedBy(after, owner)).toEqual(expect.arrayContaining([...some]));
      expect(new Set(allIn(after)).size).toBe(allIn(after).length);
      expect(some.every((id) => owned(after).includes(id))).toBe(true);
    }),
  );
});

test('every alarm in a book belongs to an owner or to the others', () => {
  fc.assert(
    fc.property(books, owners, (book, owner) => {
      const all = [...ownedBy(book, owner), ...owned(book, owner)];
      expect(all.sort((a, b) => a - b)).toEqual([...owned(book)].sort((a, b) => a - b));
      expect(owned(book)).toEqual(expect.arrayContaining([...allIn(book)]));
    }),
  );
});

test('an alarm that is removed or no longer listed has no owner, and the others keep theirs', () => {
  fc.assert(
    fc.property(books, owners, ids, (book, owner, some) => {
      const left = ownedBy(book, owner).filter((id) => !some.includes(id));
      expect(ownedBy(without(book, some), owner)).toEqual(left);
      expect(some.some((id) => owned(without(book, some)).includes(id))).toBe(false);
      expect(ownedBy(stillListed(book, left), owner)).toEqual(left);
      expect(allIn(stillListed(book, left))).toEqual(left);
    }),
  );
});

test('owners that keep to their shares hold 24 alarms at most, of which reminders leave 18 to a session', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ALARM_OWNERS), fc.nat(40))), (wishes) => {
      let next = 0;
      let book = NO_ALARMS;
      for (const [owner, wished] of wishes) {
        const empty = without(book, ownedBy(book, owner));
        const share = shareOf(empty, owner);
        book = given(
          empty,
          owner,
          Array.from({ length: Math.min(wished, share) }, () => (next += 1)),
        );
        const ofSession = (['check', 'pause', 'deadMan'] as const).flatMap((each) => ownedBy(book, each));
        if (owner === 'cue') expect(share + ofSession.length).toBeGreaterThanOrEqual(SESSION_SHARE);
        if (owner === 'reminder') expect(share).toBeLessThanOrEqual(MOST_ALARMS - SESSION_SHARE);
        expect(allIn(book).length).toBeLessThanOrEqual(MOST_ALARMS);
      }
    }),
  );
});

test('with six alarms for reminders, a session still has its dead-man alarm and 17 cues, and a check its rings', () => {
  const six = given(NO_ALARMS, 'reminder', [1, 2, 3, 4, 5, 6]);
  expect([shareOf(six, 'deadMan'), shareOf(six, 'cue'), shareOf(six, 'check')]).toEqual([
    1,
    SESSION_SHARE,
    6,
  ]);
  expect(shareOf(given(six, 'deadMan', [7]), 'cue')).toBe(SESSION_SHARE - 1);
});

test('alarms that cannot be cancelled leave cues their share, and others nothing', () => {
  const book = given(
    NO_ALARMS,
    RETIRED,
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
  expect([shareOf(book, 'cue'), shareOf(book, 'check')]).toEqual([SESSION_SHARE, 0]);
});

test('a book reads back as it was written, including owners that this version does not know', () => {
  fc.assert(
    fc.property(books, (book) => {
      const read = readStored(ALARMS_FILE, storedText(ALARMS_FILE, book)).value;
      for (const owner of Object.keys(book)) expect(ownedBy(read, owner)).toEqual(ownedBy(book, owner));
      expect(allIn(read)).toHaveLength(allIn(book).length);
    }),
  );
});

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['no owners', '{"version":1}'],
  ['owners without ids', '{"version":1,"owners":{"cue":7}}'],
  ['an id that no alarm has', '{"version":1,"owners":{"cue":[0]}}'],
])('%s is not a book', (_name, text) => {
  expect(readStored(ALARMS_FILE, text)).toEqual({ value: NO_ALARMS, problem: 'damaged' });
});
