import { waitingRecords } from '../../../core/record/outbox';
import { SECOND } from '../../../core/time';
import type { VirtualPhone } from '../../../virtual-watch/node';
import { dailyRecord } from '../../core/record/records';
import {
  keepRecords,
  ledgerOn,
  loadPackage,
  makePair,
  outboxOn,
  reach,
  syncWords,
  waitForTalk,
} from './pair';

beforeAll(loadPackage);

/** How to make ZML fail, what the watch then says, and after how many ms at most. */
const faults: readonly (readonly [
  what: string,
  spoil: (phone: VirtualPhone) => void,
  words: string,
  withinMs: number,
])[] = [
  ['no answer to a handshake, ever', (phone) => phone.loseNextPackets(99), 'Zepp app is closed', 12 * SECOND],
  [
    'answers that come after the deadline',
    (phone) => phone.setLatency(2_300),
    'Phone out of reach',
    17 * SECOND,
  ],
  [
    'a phone that leaves with a request on its way',
    (phone) => phone.outOfRangeAfterPackets(3),
    'Phone out of reach',
    17 * SECOND,
  ],
  [
    'a phone that leaves with an answer on its way',
    (phone) => phone.outOfRangeAfterPackets(4),
    'Phone out of reach',
    17 * SECOND,
  ],
  ['no connection at all', (phone) => phone.outOfRange(), 'Phone out of reach', 2 * SECOND],
  ['a Zepp app that is not running', (phone) => phone.killZeppApp(), 'Zepp app is closed', 12 * SECOND],
  [
    'a Zepp app that takes the connection with it',
    (phone) => phone.killZeppApp({ dropsConnection: true }),
    'Phone out of reach',
    2 * SECOND,
  ],
  [
    'a side service that dies before it answers',
    (phone) => phone.killSideServiceAfterPackets(1),
    'Done: all is on the phone.',
    12 * SECOND,
  ],
  ['a request cut short', (phone) => phone.cutNextPacket(30), 'Done: all is on the phone.', 20 * SECOND],
  [
    'an answer cut short',
    (phone) => phone.cutNextPacket(30, 'toWatch'),
    'Done: all is on the phone.',
    20 * SECOND,
  ],
  ['every packet twice', (phone) => phone.doublePackets(1), 'Done: all is on the phone.', 12 * SECOND],
];

test.each(faults)(
  '%s: the watch reports the result in time, and the next talk works as usual',
  (_, spoil, words, withinMs) => {
    const { watch, phone } = makePair();
    keepRecords(watch, [dailyRecord(1), dailyRecord(2)]);
    spoil(phone);
    watch.openApp();
    waitForTalk(watch, 500);
    expect(watch.now()).toBeLessThanOrEqual(withinMs);
    const isDone = words.startsWith('Done');
    expect(syncWords(watch)).toBe(isDone || words.length > 20 ? words : `${words} Sessions to send: 2`);
    expect(waitingRecords(outboxOn(watch))).toHaveLength(isDone ? 0 : 2);
    mend(phone);
    reach(watch, 'Sync now');
    waitForTalk(watch);
    expect(syncWords(watch)).toBe('Done: all is on the phone.');
    expect(ledgerOn(phone).sessions).toHaveLength(2);
    // ZML gives up 60 s after the request; what it throws then is a fault of ZML.
    watch.advance(120 * SECOND);
    expect(watch.errors()).toEqual([]);
  },
);

function mend(phone: VirtualPhone): void {
  phone.loseNextPackets(0);
  phone.doublePackets(0);
  phone.setLatency(40);
  phone.startZeppApp();
  phone.inRange();
}
