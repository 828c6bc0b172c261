import { waitingRecords } from '../../../core/record/outbox';
import { SECOND } from '../../../core/time';
import type { VirtualPhone, VirtualWatch } from '../../../virtual-watch/node';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import { keepRecords, ledgerOn, loadPackage, makePair, open, outboxOn, syncWords } from './pair';
import { see } from '../app';
import { doSession, givePlan, planOf } from './wrist';

beforeAll(loadPackage);

/** What happens to the phone before and during a session. */
const phones: Readonly<Record<string, (phone: VirtualPhone, when: 'before' | 'during') => void>> = {
  near: () => undefined,
  away: (phone, when) => {
    if (when === 'before') phone.outOfRange();
  },
  killed: (phone, when) => {
    if (when === 'before') phone.killZeppApp();
  },
  'leaving and coming back': (phone, when) => {
    if (when === 'before') return;
    phone.outOfRange();
    phone.inRange();
  },
  'killed and started over': (phone, when) => {
    if (when === 'during') phone.restartZeppApp();
  },
  'told a new plan': (phone, when) => {
    if (when === 'during') phone.settingsPage().type('Paste a plan', JSON.stringify(planOf(9)));
  },
};

describe('while a session is cued', () => {
  const seen = new Map<string, ReturnType<typeof cuedSession>>();
  beforeAll(() => {
    for (const [name, act] of Object.entries(phones)) seen.set(name, cuedSession(act));
  });

  it.each(Object.keys(phones))('nothing is sent with the phone %s', (name) => {
    expect(seen.get(name)?.packets).toBe(0);
  });

  it.each(Object.keys(phones))('cues and widget calls do not change with the phone %s', (name) => {
    const { felt, calls } = seen.get(name) ?? { felt: [], calls: [] };
    expect(felt.length).toBeGreaterThan(4);
    expect(felt).toEqual(seen.get('near')?.felt);
    expect(calls).toEqual(seen.get('near')?.calls);
  });
});

it('a talk in progress ends when a session begins, and nothing is requested after that', () => {
  const both = makePair();
  givePlan(both.watch, planOf(60));
  both.watch.openApp();
  both.watch.advance(100);
  both.watch.tap('Start');
  both.watch.advance(50 * SECOND);
  const { log } = both.phone.traffic();
  expect(log.map(({ direction, kind }) => `${direction} ${kind}`)).toEqual([
    'toPhone shake',
    'toPhone close',
    'toWatch shake',
  ]);
  expect(log.every(({ arrivesAt }) => arrivesAt < SECOND)).toBe(true);
  expect(both.watch.errors()).toEqual([]);
});

it('each talk of a launch has its own connection, which is closed when the talk is over', () => {
  const both = shortPair();
  open(both);
  doSession(both.watch);
  both.watch.advance(5 * SECOND);
  const sent = both.phone.traffic().log.filter(({ direction }) => direction === 'toPhone');
  expect(sent.map(({ kind }) => kind).join(' ')).toMatch(/^(shake data )+close (shake data )+close$/);
  expect(ledgerOn(both.phone).sessions).toHaveLength(1);
});

it('an answer to the previous page that comes while the next one talks is ignored', () => {
  const both = shortPair();
  both.watch.openApp();
  both.watch.advance(300);
  both.phone.setLatency(7 * SECOND);
  both.watch.advance(100);
  both.phone.setLatency(40);
  both.phone.reorderPackets(1);
  doSession(both.watch);
  both.watch.advance(30 * SECOND);
  const { log } = both.phone.traffic();
  const close = log.find(({ kind }) => kind === 'close');
  const late = log.find(({ direction, kind }) => direction === 'toWatch' && kind === 'data');
  expect(late?.arrivesAt).toBeGreaterThan((close?.arrivesAt ?? Infinity) + 5 * SECOND);
  expect(see(both.watch, 'Done: all is on the phone.')).toBe(true);
  expect(ledgerOn(both.phone).sessions).toHaveLength(1);
  expect(both.watch.errors()).toEqual([]);
});

describe('with the storage of the watch full', () => {
  it('a session that ends says so, and is stored and sent as soon as there is room', () => {
    const both = shortPair();
    open(both);
    both.watch.tap('Start');
    both.watch.advance(2 * SECOND);
    both.watch.failWrites(1_000);
    both.watch.advance(6 * SECOND);
    expect(both.watch.texts()).toContain('Could not save');
    both.watch.failWrites(0);
    both.watch.advance(8 * SECOND);
    expect(both.watch.screen().shows).toBe('page/summary/index');
    expect(ledgerOn(both.phone).sessions.map(({ ending, zones }) => ({ ending, zones }))).toEqual([WHOLE]);
    expect(both.watch.errors()).toEqual([]);
  });

  it('a session whose record finds no room is stored and sent once there is room and the app is opened', () => {
    const both = shortPair();
    keepRecords(both.watch, SOME);
    both.phone.outOfRange();
    open(both);
    both.watch.tap('Start');
    both.watch.advance(2 * SECOND);
    fillDisk(both.watch, 1_500);
    both.watch.advance(6 * SECOND);
    expect(both.watch.texts()).toContain('Could not save');
    both.watch.crash();
    fillDisk(both.watch, DISK_BYTES);
    both.phone.inRange();
    both.watch.openApp();
    both.watch.advance(8 * SECOND);
    const { sessions } = ledgerOn(both.phone);
    expect(sessions.filter(({ id }) => !id.startsWith('abcdefghjk'))).toMatchObject([WHOLE]);
    expect(sessions).toHaveLength(SOME.length + 1);
  });

  it('a session of which nothing could be saved after its start can still be resumed', () => {
    const both = shortPair();
    open(both);
    both.watch.tap('Start');
    both.watch.failWrites(1_000);
    both.watch.advance(7 * SECOND);
    both.watch.press('HOME');
    both.watch.failWrites(0);
    both.watch.openApp();
    expect(both.watch.texts()).toContain('Interrupted');
    both.watch.tap('Resume');
    both.watch.advance(15 * SECOND);
    expect(ledgerOn(both.phone).sessions.map(({ zones }) => zones)).toEqual([WHOLE.zones]);
  });

  it('earlier sessions stay, and a session that cannot begin says so', () => {
    const both = shortPair();
    both.phone.outOfRange();
    open(both);
    doSession(both.watch);
    both.watch.tap('Done');
    both.watch.failWrites(1_000);
    both.watch.tap('Start');
    expect(both.watch.texts()).toContain('Storage full: make room on the watch.');
    expect(waitingRecords(outboxOn(both.watch))).toHaveLength(1);
  });

  it('receipts that it could not store are requested again, and the screen does not call that done', () => {
    const both = shortPair();
    both.phone.outOfRange();
    open(both);
    doSession(both.watch);
    both.watch.advance(SECOND);
    both.watch.tap('Done');
    both.phone.inRange();
    both.watch.failWrites(1_000);
    both.watch.scroll(10_000);
    both.watch.tap('Sync now');
    both.watch.advance(5 * SECOND);
    expect(ledgerOn(both.phone).sessions).toHaveLength(1);
    expect(syncWords(both.watch)).toBe('The watch failed to save it.');
    both.watch.failWrites(0);
    both.watch.scroll(10_000);
    both.watch.tap('Sync now');
    both.watch.advance(5 * SECOND);
    expect(syncWords(both.watch)).toBe('Done: all is on the phone.');
    expect(ledgerOn(both.phone).sessions).toHaveLength(1);
  });
});

const DISK_BYTES = 20_000;

/** Leaves so many bytes free on the disk of `shortPair`. */
function fillDisk(watch: VirtualWatch, free: number): void {
  watch.putFile('filler', new Uint8Array(0));
  const used = [...watch.files().values()].reduce((sum, bytes) => sum + bytes.length, 0);
  watch.putFile('filler', new Uint8Array(Math.max(0, DISK_BYTES - used - free)));
}

/** Enough records to make the file of the next one larger than the session's. */
const SOME = Array.from({ length: 15 }, (_, at) => dailyRecord(at + 1));

const WHOLE = {
  ending: 'finished',
  zones: [{ leg: 'left', zone: 'calf', plannedSeconds: 5, doneSeconds: 5 }],
};

/** A session with cues of several kinds; what it was like on the wrist, and what went through the air. */
function cuedSession(act: (phone: VirtualPhone, when: 'before' | 'during') => void) {
  const both = makePair();
  const { watch, phone } = both;
  phone.settingsPage();
  act(phone, 'before');
  open(both);
  // The talk is over by then, whatever the phone does, and all sessions begin at the same time.
  while (watch.now() < 30 * SECOND) {
    watch.wake();
    watch.advance(1);
    watch.advance(Math.min(SECOND, 30 * SECOND - watch.now()));
  }
  const start = watch.now();
  const packets = phone.traffic().log.length;
  const before = watch.widgetCalls().length;
  watch.tap('Start');
  watch.advance(90 * SECOND);
  act(phone, 'during');
  watch.advance(150 * SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
  return {
    packets: phone.traffic().log.length - packets,
    felt: felt(watch, start),
    calls: watch
      .widgetCalls()
      .slice(before)
      .map(({ at, ...call }) => ({ ...call, at: at - start })),
  };
}

function felt(watch: VirtualWatch, start: number) {
  return watch.felt().map(({ at, pulses, carrier }) => ({ at: at - start, pulses, carrier }));
}

function shortPair(): Pair {
  const both = makePair({}, { diskBytes: DISK_BYTES });
  givePlan(both.watch, planOf(5));
  return both;
}
