import { waitingRecords } from '../../../core/record/outbox';
import { DIRECTIONS } from '../../../virtual-watch/phone/link';
import { dailyRecord } from '../../core/record/records';
import {
  keepRecords,
  ledgerOn,
  loadPackage,
  makePair,
  outboxOn,
  syncNow,
  syncWords,
  waitForTalk,
} from '../../package/link/pair';
import { heard, openTalk, said } from './talk';

beforeAll(loadPackage);

const DONE = 'Done: all is on the phone.';
/** The talk of a watch with a session: a hello and its answer, a batch and its answer. */
const MESSAGES = ['the first', 'the second'] as const;
const table = DIRECTIONS.flatMap((direction) => MESSAGES.map((which) => [which, direction] as const));

test.each(table)(
  '%s message %s with noise instead of JSON, in intact packets: nothing breaks, nothing is lost',
  (which, direction) => {
    const both = makePair();
    const { watch, phone } = both;
    keepRecords(watch, [dailyRecord(1), dailyRecord(2)]);
    if (which === 'the first') phone.garbleNextPacket(direction);
    watch.openApp();
    if (which === 'the second') {
      watch.advanceUntil(() => phone.traffic().log.filter(({ kind }) => kind === 'data').length === 2);
      watch.advanceUntil(() => phone.storage().has('exchange'));
      phone.garbleNextPacket(direction);
    }
    waitForTalk(watch);
    const words = syncWords(watch);
    const waiting = waitingRecords(outboxOn(watch)).length;
    expect(words === DONE ? 0 : 2).toBe(waiting);
    syncNow(both);
    expect(syncWords(watch)).toBe(DONE);
    expect(ledgerOn(phone).sessions).toEqual([dailyRecord(2), dailyRecord(1)]);
    // ZML gives up 60 s after the request; what it throws then is a fault of ZML.
    watch.advance(120_000);
    expect(watch.errors()).toEqual([]);
  },
);

test('the link garbles the content of one packet of a message, and no handshake', () => {
  const { watch, phone } = openTalk();
  phone.garbleNextPacket();
  watch.tap('one');
  watch.advance(9_000);
  watch.tap('two');
  watch.advance(1_000);
  expect(heard(phone)).toEqual(['begins', 'asked two']);
  expect(said(watch).slice(-1)).toEqual(['answer two two 0']);
  expect(phone.traffic().log.every(({ fate }) => fate === 'arrived')).toBe(true);
});
