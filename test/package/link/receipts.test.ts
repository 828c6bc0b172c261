import { waitingRecords } from '../../../core/record/outbox';
import { SECOND } from '../../../core/time';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import {
  giveIdentity,
  keepRecords,
  ledgerOn,
  loadPackage,
  makePair,
  open,
  outboxOn,
  payloadOn,
  reach,
  syncNow,
  syncWords,
  watchOf,
  write,
} from './pair';
import { doSession, givePlan, planOf } from './wrist';

beforeAll(loadPackage);

/** 08:14 in the time zone of the tests. */
const MORNING = new Date(2026, 0, 5, 8, 14).getTime();

describe('the watch', () => {
  it('says how many sessions wait and when the phone last had all', () => {
    const both = shortPair();
    open(both);
    both.phone.outOfRange();
    for (let times = 0; times < 2; times += 1) {
      doSession(both.watch);
      both.watch.advance(2 * SECOND);
      reach(both.watch, 'Done');
    }
    expect(syncWords(both.watch)).toBe('Sessions to send: 2 Last sync: 08:14');
  });

  it('says that the phone never had anything', () => {
    const both = shortPair();
    both.phone.outOfRange();
    open(both);
    doSession(both.watch);
    reach(both.watch, 'Done');
    expect(syncWords(both.watch)).toBe('Sessions to send: 1 Last sync: never');
  });

  it('says that it talks, and then the result', () => {
    const both = shortPair();
    keepRecords(both.watch, [dailyRecord(1)]);
    both.phone.outOfRange();
    open(both);
    expect(syncWords(both.watch)).toBe('Phone out of reach Sessions to send: 1');
    both.phone.inRange();
    both.phone.killZeppApp();
    syncNow(both);
    expect(syncWords(both.watch)).toBe('Zepp app is closed Sessions to send: 1');
    both.phone.startZeppApp();
    both.phone.failStorage(100, 'silent');
    syncNow(both);
    expect(syncWords(both.watch)).toBe('The phone failed to save it.');
    both.phone.failStorage(0);
    reach(both.watch, 'Sync now');
    expect(syncWords(both.watch)).toBe('Syncing… Sessions to send: 1');
    both.watch.advance(5 * SECOND);
    expect(syncWords(both.watch)).toBe('Done: all is on the phone.');
  });

  it('does not begin a second talk while one is going on', () => {
    const both = shortPair();
    open(both);
    const before = both.phone.traffic().toPhone.packets;
    for (let taps = 0; taps < 5; taps += 1) reach(both.watch, 'Sync now');
    both.watch.advance(2 * SECOND);
    // A handshake, a hello and a closing message.
    expect(both.phone.traffic().toPhone.packets - before).toBe(3);
  });

  it('never talks by itself while nothing happens', () => {
    const both = shortPair();
    both.phone.outOfRange();
    open(both);
    const { log } = both.phone.traffic();
    const before = log.length;
    both.phone.inRange();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      both.watch.wake();
      both.watch.advance(9 * SECOND);
    }
    expect(both.phone.traffic().log.length).toBe(before);
  });
});

describe('the phone', () => {
  it('says when it last heard from each watch, how many sessions there are, and lists ten, and more at a tap', () => {
    const both = makePair({}, { startAt: MORNING });
    keepRecords(
      both.watch,
      Array.from({ length: 12 }, (_, at) => dailyRecord(at + 1)),
    );
    giveIdentity(both.watch, { device: 'abcdefghjk', count: 12 });
    open(both);
    const page = both.phone.settingsPage();
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Last sync: today 08:14',
        'Amazfit Balance',
        'Last seen: today 08:14 · Nothing is waiting on it.',
        'On this phone: 12',
      ]),
    );
    const texts = page.texts();
    const at = texts.indexOf('Last sessions:') + 1;
    expect(texts.slice(at, at + 3)).toEqual([
      '2026-03-17 08:14',
      '10 min of 10 min · Session done',
      'Delete',
    ]);
    page.tap('History');
    page.tap('Later month');
    page.tap('Later month');
    const days = (): number => page.texts().filter((text) => /^\w{3} 2026-03/.test(text)).length;
    expect(days()).toBe(10);
    page.tap('Show more');
    expect(days()).toBe(12);
  });

  it('says what still waits on a watch that went out of range in the middle of a talk', () => {
    const both = makePair();
    keepRecords(both.watch, [dailyRecord(1), dailyRecord(2)]);
    both.watch.openApp();
    both.watch.advance(550);
    both.phone.outOfRange();
    expect(both.phone.settingsPage().texts().join('|')).toMatch(/· Still waiting on it: 2\|/);
  });

  it('deletes a session after a question, and it does not come back when the watch sends it again', () => {
    const both = makePair();
    keepRecords(both.watch, [dailyRecord(1), dailyRecord(2), dailyRecord(3)]);
    const before = payloadOn(both.watch, 'outbox/outbox-1') ?? '';
    open(both);
    const page = both.phone.settingsPage();
    page.tap('Delete', 2);
    expect(page.texts()).toContain('Delete this session? It can be undone until the next change.');
    page.tap('Keep');
    expect(ledgerOn(both.phone).sessions).toHaveLength(3);
    page.tap('Delete', 2);
    page.tap('Yes, delete');
    expect(page.texts()).toContain('On this phone: 2');
    // The watch has forgotten that it got receipts, as after a torn write.
    both.watch.crash();
    write(both.watch, 'outbox/outbox-1', before);
    open(both);
    expect(waitingRecords(outboxOn(both.watch))).toEqual([]);
    expect(ledgerOn(both.phone).sessions).toEqual([dailyRecord(3), dailyRecord(1)]);
    expect(both.phone.settingsPage().texts()).toContain('On this phone: 2');
  });
});

describe('two watches', () => {
  it('share one ledger under different names', () => {
    const both = shortPair();
    open(both);
    doSession(both.watch);
    both.watch.advance(5 * SECOND);
    const other = { phone: both.phone, watch: watchOf(both.phone, { device: 'Amazfit GTR 4', seed: 2 }) };
    givePlan(other.watch, planOf(5));
    open(other);
    doSession(other.watch);
    other.watch.advance(5 * SECOND);
    const ids = ledgerOn(both.phone).sessions.map(({ id }) => id.split('-'));
    expect(ids.map(([, count]) => count)).toEqual(['1', '1']);
    expect(new Set(ids.map(([device]) => device)).size).toBe(2);
    const texts = both.phone.settingsPage().texts();
    expect(texts).toContain('On this phone: 2');
    expect(texts.filter((text) => text.startsWith('Amazfit'))).toEqual(['Amazfit GTR 4', 'Amazfit Balance']);
  });

  it('are also what one watch is before and after a reset', () => {
    const { phone } = shortPair();
    const devices = [1, 2, 3].map((seed) => {
      const watch = watchOf(phone, { seed });
      givePlan(watch, planOf(5));
      open({ phone, watch });
      doSession(watch);
      watch.advance(5 * SECOND);
      return ledgerOn(phone).sessions.map(({ id }) => id);
    });
    expect(devices.map((ids) => new Set(ids).size)).toEqual([1, 2, 3]);
  });
});

function shortPair(): Pair {
  const both = makePair({}, { startAt: MORNING });
  givePlan(both.watch, planOf(5));
  return both;
}
