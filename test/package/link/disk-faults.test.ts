import { CHUNK_LENGTH, waitingRecords } from '../../../core/record/outbox';
import { idOf } from '../../../core/record/packed-record';
import { makeId } from '../../../core/state/identity';
import { sealSlot } from '../../../core/state/slots';
import { SECOND } from '../../../core/time';
import { readExchange } from '../../../phone/exchange';
import type { VirtualWatch } from '../../../virtual-watch/node';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import {
  allTexts,
  giveIdentity,
  keepRecords,
  ledgerOn,
  loadPackage,
  makePair,
  open,
  outboxOn,
  payloadOn,
  reach,
  storageOn,
  syncNow,
  syncWords,
} from './pair';
import { doSession, givePlan, planOf } from './wrist';

beforeAll(loadPackage);

const DONE = 'Done: all is on the phone.';
const NOT_ALL_READ = 'The watch failed to read all its sessions.';
const UNREADABLE = 'Past sessions are unreadable. Their file was kept.';
const FIRST = 'outbox/outbox-1.b';
/** More writes than any test makes. */
const ALL = 100_000;

describe('an answer that the disk refuses to store', () => {
  it('ends the talk with an explanation after each session was sent once, and receipts are requested again when there is room', () => {
    const both = makePair();
    keepRecords(both.watch, some(40));
    both.watch.failWrites(ALL);
    open(both);
    expect(syncWords(both.watch)).toBe('The watch failed to save it.');
    expect(ledgerOn(both.phone).sessions).toHaveLength(40);
    both.watch.advance(60 * SECOND);
    const requests = both.phone
      .traffic()
      .log.filter(({ direction, kind }) => direction === 'toPhone' && kind === 'data');
    // A hello and two batches.
    expect(requests).toHaveLength(3);
    both.watch.failWrites(0);
    open(both);
    expect(syncWords(both.watch)).toBe(DONE);
    expect(waitingRecords(outboxOn(both.watch))).toEqual([]);
    expect(ledgerOn(both.phone).sessions).toHaveLength(40);
  });

  it('does not count as done if it is the plan', () => {
    const both = makePair();
    both.phone.settingsPage().type('Paste a plan', JSON.stringify(planOf(7)));
    both.watch.failWrites(ALL);
    open(both);
    expect(syncWords(both.watch)).toBe('The watch failed to save it.');
    both.watch.failWrites(0);
    syncNow(both);
    expect(syncWords(both.watch)).toBe('Done: nothing to send yet.');
    expect(both.watch.texts()).toContain('7 s');
  });
});

describe('a watch that makes no folder', () => {
  it.each(['doesNothing', 'missing', 'throws'] as const)(
    'says that a session could not be saved, and lets the person discard it: %s',
    (odd) => {
      const both = shortPair();
      both.watch.answerOddly('@zos/fs', 'mkdirSync', odd);
      open(both);
      both.watch.tap('Start');
      both.watch.advance(20 * SECOND);
      expect([both.watch.screen().shows, allTexts(both.watch)]).toEqual([
        'page/session/index',
        expect.stringContaining('Could not save'),
      ]);
      reach(both.watch, 'Discard');
      both.watch.advance(SECOND);
      expect(both.watch.screen().shows).toBe('page/start/index');
      both.watch.crash();
      open(both);
      expect([both.watch.screen().shows, both.watch.texts().includes('Start')]).toEqual([
        'page/start/index',
        true,
      ]);
    },
  );
});

describe('a folder that cannot be listed for a moment', () => {
  it('does not hide the sessions that wait in it from the next one', () => {
    const both = shortPair();
    keepRecords(both.watch, some(3));
    both.phone.outOfRange();
    open(both);
    both.watch.tap('Start');
    both.watch.advance(2 * SECOND);
    both.watch.failLists(ALL);
    both.watch.answerOddly('@zos/fs', 'statSync', 'doesNothing');
    both.watch.advance(4 * SECOND);
    expect(both.watch.texts()).toContain('Could not save');
    both.watch.failLists(0);
    both.watch.answerOddly('@zos/fs', 'statSync', undefined);
    both.watch.advance(6 * SECOND);
    expect(both.watch.screen().shows).toBe('page/summary/index');
    expect(waitingRecords(outboxOn(both.watch))).toHaveLength(4);
    both.phone.inRange();
    both.watch.tap('Done');
    syncNow(both);
    expect(ledgerOn(both.phone).sessions).toHaveLength(4);
  });

  it('is reported', () => {
    const both = makePair();
    keepRecords(both.watch, some(3));
    both.watch.failLists(ALL);
    open(both);
    expect(allTexts(both.watch)).toContain(UNREADABLE);
    both.watch.crash();
    both.watch.failLists(0);
    open(both);
    expect(allTexts(both.watch)).not.toContain(UNREADABLE);
    expect(ledgerOn(both.phone).sessions).toHaveLength(3);
  });

  it('prevents both screens from saying that all is well', () => {
    const both = makePair();
    keepRecords(both.watch, some(3));
    both.watch.failLists(ALL);
    open(both);
    expect(syncWords(both.watch)).toBe(NOT_ALL_READ);
    syncNow(both);
    expect(syncWords(both.watch)).toBe(NOT_ALL_READ);
    expect(both.phone.settingsPage().texts()).toContain('No watch has been in touch yet.');
    expect(payloadOn(both.watch, 'sync')).toBeUndefined();
    reach(both.watch, 'Preferences');
    both.watch.swipe('right');
    expect(syncWords(both.watch)).toBe(NOT_ALL_READ);
  });
});

test('a watch that lists no folder keeps its sessions, goes on to the next one, and sends them', () => {
  const both = shortPair();
  keepRecords(both.watch, some(CHUNK_LENGTH));
  giveIdentity(both.watch, { device: 'k3f9xw2pqa', count: CHUNK_LENGTH });
  both.watch.failLists(ALL);
  both.phone.outOfRange();
  for (const number of [1, 2]) {
    open(both);
    doSession(both.watch);
    expect(both.watch.screen().shows).toBe('page/summary/index');
    expect(waitingRecords(outboxOn(both.watch))).toHaveLength(CHUNK_LENGTH + number);
    both.watch.tap('Done');
  }
  both.phone.inRange();
  syncNow(both);
  expect(syncWords(both.watch)).toBe(DONE);
  expect(ledgerOn(both.phone).sessions).toHaveLength(CHUNK_LENGTH + 2);
});

describe('a first write of a file of records', () => {
  it('that fails repeatedly leaves no alarm and no second file behind, and the session arrives', () => {
    const both = shortPair();
    both.phone.outOfRange();
    open(both);
    both.watch.tap('Start');
    both.watch.advance(2 * SECOND);
    both.watch.failWrites(ALL);
    both.watch.advance(9 * SECOND);
    expect(both.watch.texts()).toContain('Could not save');
    both.watch.failWrites(0);
    both.watch.advance(6 * SECOND);
    expect(both.watch.screen().shows).toBe('page/summary/index');
    expect(outboxFiles(both.watch)).toEqual([FIRST]);
    expect(both.watch.alarms()).toEqual([]);
    reach(both.watch, 'Done');
    expect(allTexts(both.watch)).not.toContain(UNREADABLE);
    both.phone.inRange();
    syncNow(both);
    expect(ledgerOn(both.phone).sessions).toHaveLength(1);
  });

  it.each([0, 1, 30, 80])('that is cut off after %i bytes is done again under the same number', (bytes) => {
    const both = withTornRecord(bytes);
    both.watch.openApp();
    both.watch.advance(2 * SECOND);
    expect(waitingRecords(outboxOn(both.watch))).toHaveLength(1);
    expect(outboxFiles(both.watch).filter((path) => !path.endsWith('.bad'))).toEqual([FIRST]);
    reach(both.watch, 'Done');
    expect(allTexts(both.watch)).not.toContain(UNREADABLE);
  });
});

describe('a file of records that cannot be read', () => {
  const damagedPair = (): Pair => {
    const both = makePair();
    giveIdentity(both.watch, { device: 'abcdefghjk', count: 18 });
    keepRecords(both.watch, some(18));
    damage(both.watch, 'outbox/outbox-2.a');
    return both;
  };
  const shows = (both: Pair) => allTexts(both.watch).includes(UNREADABLE);

  it('prevents both screens from saying that all is well, and what can be read arrives', () => {
    const both = damagedPair();
    open(both);
    expect(syncWords(both.watch)).toBe(NOT_ALL_READ);
    expect(ledgerOn(both.phone).sessions).toHaveLength(16);
    const page = both.phone.settingsPage().texts().join();
    expect(page).toContain('Some sessions on it could not be read.');
    expect(page).not.toContain('Nothing is waiting on it.');
    expect(payloadOn(both.watch, 'sync')).toBeUndefined();
  });

  it('is reported once, and its number is not used again', () => {
    const both = damagedPair();
    givePlan(both.watch, planOf(5));
    const bad = textOf(both.watch, 'outbox/outbox-2.a');
    open(both);
    expect(shows(both)).toBe(true);
    both.watch.crash();
    open(both);
    expect(shows(both)).toBe(false);
    expect(syncWords(both.watch)).toBe(DONE);
    doSession(both.watch);
    expect(outboxFiles(both.watch)).toEqual(
      [FIRST, 'outbox/outbox-1.a', 'outbox/outbox-2.a.bad', 'outbox/outbox-3.b'].sort(),
    );
    expect(textOf(both.watch, 'outbox/outbox-2.a.bad')).toBe(bad);
  });

  it('is reported again as long as there is no room to set its bytes aside', () => {
    const both = damagedPair();
    both.watch.failWrites(ALL);
    open(both);
    both.watch.crash();
    both.watch.failWrites(0);
    open(both);
    expect(shows(both)).toBe(true);
    expect(outboxFiles(both.watch)).toContain('outbox/outbox-2.a.bad');
  });

  it('is reported on watch and phone when the talk reaches it, if the start did not need it', () => {
    const both = makePair();
    keepRecords(both.watch, some(4 * CHUNK_LENGTH));
    damage(both.watch, 'outbox/outbox-2.a');
    both.phone.outOfRange();
    // By now that file is older than the days the start reads.
    both.watch.advance(dailyRecord(4 * CHUNK_LENGTH).endedAt - both.watch.wall());
    open(both);
    expect(syncWords(both.watch)).toContain('Sessions to send: 64');
    both.phone.inRange();
    syncNow(both);
    expect(syncWords(both.watch)).toBe(NOT_ALL_READ);
    expect(shows(both)).toBe(true);
    expect(ledgerOn(both.phone).sessions).toHaveLength(3 * CHUNK_LENGTH);
    expect(both.phone.settingsPage().texts().join()).toContain('Some sessions on it could not be read.');
    expect(payloadOn(both.watch, 'sync')).toBeUndefined();
    expect(outboxFiles(both.watch)).toContain('outbox/outbox-2.a.bad');
    both.watch.crash();
    open(both);
    expect(shows(both)).toBe(false);
    expect(syncWords(both.watch)).toBe(DONE);
  });

  it('stays in place if a later version could read it', () => {
    for (const text of [
      Buffer.from(sealSlot({ sequence: 1, payload: '{"version":2}' })).toString(),
      // Sealed by a version 3 of the slots, which keeps header and checksum of version 2.
      'legato 3 5 5 d8b9d9b6\n"abc"',
    ]) {
      const both = makePair();
      both.watch.putFile(FIRST, Buffer.from(text));
      open(both);
      both.watch.crash();
      open(both);
      expect(textOf(both.watch, FIRST)).toBe(text);
    }
  });

  it('is reported as long as the disk does not return it', () => {
    const both = damagedPair();
    open(both);
    both.watch.crash();
    both.watch.putFile('outbox/outbox-3.a/part', Buffer.from(''));
    for (let starts = 0; starts < 2; starts += 1) {
      open(both);
      expect(shows(both)).toBe(true);
      expect(syncWords(both.watch)).toBe(NOT_ALL_READ);
      both.watch.crash();
    }
  });

  it('hides no other trouble', () => {
    const both = damagedPair();
    both.watch.putFile('plan.b', Buffer.from('rubbish\n'));
    both.watch.putFile('preferences.b', Buffer.from('rubbish\n'));
    open(both);
    expect(allTexts(both.watch)).toContain(UNREADABLE);
    expect(allTexts(both.watch)).toContain('The plan is unreadable: this is the standard one.');
    expect(allTexts(both.watch)).toContain('Preferences are unreadable: please check them.');
  });
});

it('a damaged older slot is no loss and not reported', () => {
  const both = makePair();
  keepRecords(both.watch, some(CHUNK_LENGTH));
  open(both);
  both.watch.crash();
  const older =
    outboxFiles(both.watch).find((path) => textOf(both.watch, path).startsWith('legato 2 1 ')) ?? '';
  damage(both.watch, older);
  const starts = [1, 2, 3].map(() => {
    const before = both.watch.writes();
    open(both);
    expect(allTexts(both.watch)).not.toContain(UNREADABLE);
    expect(syncWords(both.watch)).toBe(DONE);
    both.watch.crash();
    return both.watch.writes() - before;
  });
  // The bad bytes are set aside once; every launch reserves an id and notes when everything was on the phone.
  expect(starts).toEqual([3, 2, 2]);
});

it('a damaged newest slot of a file of records is reported, and its bytes are kept', () => {
  const both = makePair();
  both.phone.outOfRange();
  keepRecords(both.watch, some(2));
  keepRecords(both.watch, [dailyRecord(3)]);
  const newest =
    outboxFiles(both.watch).find((path) => textOf(both.watch, path).includes('abcdefghjk-3')) ?? '';
  const bad = textOf(both.watch, newest).replace('abcdefghjk-3', 'abcdefghjk-4');
  both.watch.putFile(newest, Buffer.from(bad));
  open(both);
  // The file is read as soon as the page is visible.
  both.watch.advance(SECOND);
  expect(allTexts(both.watch)).toContain(UNREADABLE);
  expect(syncWords(both.watch)).toContain('Sessions to send: 2');
  both.phone.inRange();
  syncNow(both);
  expect(ledgerOn(both.phone).sessions).toHaveLength(2);
  expect(textOf(both.watch, `${newest}.bad`)).toBe(bad);
  both.watch.crash();
  open(both);
  expect(allTexts(both.watch)).not.toContain(UNREADABLE);
  expect(syncWords(both.watch)).toBe(DONE);
});

describe('the ids of sessions', () => {
  it('do not repeat when the newest slot of the identity is damaged', () => {
    const both = shortPair();
    giveIdentity(both.watch, { device: 'abcdefghjk', count: 4 });
    open(both);
    doSession(both.watch);
    both.watch.advance(5 * SECOND);
    both.watch.crash();
    const newest =
      ['identity.a', 'identity.b'].find((path) => textOf(both.watch, path).includes(':5}')) ?? '';
    both.watch.putFile(newest, Buffer.from(textOf(both.watch, newest).replace(':5}', ':9}')));
    open(both);
    doSession(both.watch);
    both.watch.advance(5 * SECOND);
    const ids = ledgerOn(both.phone).sessions.map(({ id }) => id);
    expect(ids).toEqual([makeId('abcdefghjk', 6), makeId('abcdefghjk', 5)]);
  });

  it('are on disk before a session begins; otherwise none begins', () => {
    const both = shortPair();
    open(both);
    both.watch.failWrites(1);
    both.watch.tap('Start');
    expect(both.watch.texts()).toContain('Storage full: make room on the watch.');
    doSession(both.watch);
    both.watch.advance(5 * SECOND);
    expect(ledgerOn(both.phone).sessions).toHaveLength(1);
    expect(readExchange(storageOn(both.phone)).watches).toHaveLength(1);
  });
});

it('a session that a full disk refused is not reported as unreadable', () => {
  const both = shortPair();
  both.phone.outOfRange();
  open(both);
  // Its id was stored after the launch.
  both.watch.failWrites(ALL);
  both.watch.tap('Start');
  expect(allTexts(both.watch)).toContain('Storage full: make room on the watch.');
  both.watch.crash();
  both.watch.failWrites(0);
  open(both);
  expect(allTexts(both.watch)).not.toContain('unreadable');
  doSession(both.watch);
  expect(waitingRecords(outboxOn(both.watch))).toHaveLength(1);
});

it('a watch whose id could not be stored is one watch to the phone until the app is closed', () => {
  const both = makePair();
  both.watch.failWrites(ALL);
  open(both);
  for (let times = 0; times < 3; times += 1) syncNow(both);
  expect(readExchange(storageOn(both.phone)).watches).toHaveLength(1);
  both.watch.failWrites(0);
  syncNow(both);
  const [watch, ...others] = readExchange(storageOn(both.phone)).watches;
  expect(others).toEqual([]);
  expect(payloadOn(both.watch, 'identity')).toContain(watch?.id);
});

it('a session whose id was used before is kept beside the other one', () => {
  const both = shortPair();
  giveIdentity(both.watch, { device: 'abcdefghjk', count: 1 });
  keepRecords(both.watch, [dailyRecord(1), dailyRecord(2)]);
  open(both);
  doSession(both.watch);
  both.watch.advance(5 * SECOND);
  const ids = ledgerOn(both.phone).sessions.map(({ id }) => id);
  expect([...ids].sort()).toEqual(['abcdefghjk-1', 'abcdefghjk-2', 'abcdefghjk-2-2']);
  expect(waitingRecords(outboxOn(both.watch)).map(idOf)).toEqual([]);
});

it('the next page reads what a page has written, even if the disk still returns the old bytes', () => {
  const both = shortPair();
  both.phone.outOfRange();
  open(both);
  doSession(both.watch);
  // The summary is there; the start page finds the file of before the write.
  both.watch.putFile(FIRST, new Uint8Array(0));
  both.watch.tap('Done');
  expect(allTexts(both.watch)).toContain('Last: ');
  both.phone.inRange();
  syncNow(both);
  expect(ledgerOn(both.phone).sessions).toHaveLength(1);
});

function some(count: number) {
  return Array.from({ length: count }, (_, at) => dailyRecord(at + 1));
}

function shortPair(): Pair {
  const both = makePair();
  givePlan(both.watch, planOf(5));
  return both;
}

function outboxFiles(watch: VirtualWatch): readonly string[] {
  return [...watch.files().keys()].filter((path) => path.startsWith('outbox/'));
}

function textOf(watch: VirtualWatch, path: string): string {
  return Buffer.from(watch.files().get(path) ?? new Uint8Array(0)).toString('utf8');
}

/** Changes a letter in the last record of a slot, which is found by the sum. */
function damage(watch: VirtualWatch, path: string): void {
  watch.putFile(path, Buffer.from(textOf(watch, path).replace(/waiting(?!.*waiting)/, 'waitinG')));
}

/** A session that is over, of whose record only this many bytes reached the disk before the app died. */
function withTornRecord(bytes: number): Pair {
  for (let whole = 0; whole < 10; whole += 1) {
    const both = shortPair();
    both.phone.outOfRange();
    open(both);
    both.watch.tap('Start');
    both.watch.advance(3 * SECOND);
    both.watch.tearNextWrite(bytes, 'crash', whole);
    both.watch.advance(4 * SECOND);
    if (textOf(both.watch, FIRST).length === bytes && both.watch.files().has(FIRST)) return both;
  }
  throw new Error('no write was that of the record');
}
