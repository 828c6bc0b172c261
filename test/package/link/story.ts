import fc from 'fast-check';
import { SECOND } from '../../../core/time';
import { DIRECTIONS } from '../../../virtual-watch/phone/link';
import type { Direction } from '../../../virtual-watch/phone/link';
import type { Pair } from './pair';
import { open, syncNow } from './pair';

/** One thing that happens to a watch, its phone, or the air between. */
export type Beat =
  | { readonly kind: 'keep'; readonly count: number }
  | { readonly kind: 'session'; readonly ms: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'tear'; readonly bytes: number; readonly then: 'crash' | 'power' }
  | { readonly kind: 'failWrites'; readonly count: number }
  | { readonly kind: 'loss' | 'doubling' | 'reordering'; readonly share: number }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'loseNext'; readonly packets: number; readonly direction: Direction }
  | { readonly kind: 'cutNext'; readonly bytes: number; readonly direction: Direction }
  | { readonly kind: 'partAfter' | 'killServiceAfter'; readonly packets: number }
  | { readonly kind: 'failStorage'; readonly count: number; readonly how: 'throws' | 'silent' }
  | { readonly kind: 'failReads'; readonly count: number }
  | { readonly kind: 'tearDown'; readonly on: boolean }
  | { readonly kind: 'killZepp'; readonly dropsConnection: boolean }
  | { readonly kind: 'open' | 'sync' | 'leave' | 'crash' | 'reboot' | 'far' | 'near' | 'heal' }
  | { readonly kind: 'startZepp' | 'restartZepp' | 'killService' | 'stopService' | 'page' };

export function beats(): fc.Arbitrary<Beat> {
  const { constant, constantFrom, integer, record } = fc;
  const count = integer({ min: 1, max: 12 });
  const direction = constantFrom(...DIRECTIONS);
  const share = fc.double({ min: 0, max: 0.6, noNaN: true });
  const ms = integer({ min: 0, max: 20 * SECOND });
  const onWatch: fc.Arbitrary<Beat> = fc.oneof(
    { weight: 6, arbitrary: constantFrom<Beat>({ kind: 'open' }, { kind: 'sync' }) },
    { weight: 4, arbitrary: record({ kind: constant('keep'), count }) },
    { weight: 1, arbitrary: record({ kind: constant('session'), ms: integer({ min: 0, max: 9 * SECOND }) }) },
    { weight: 2, arbitrary: record({ kind: constant('wait'), ms }) },
    { weight: 1, arbitrary: constantFrom<Beat>({ kind: 'leave' }, { kind: 'crash' }, { kind: 'reboot' }) },
    {
      weight: 1,
      arbitrary: record({
        kind: constant('tear'),
        bytes: integer({ min: 0, max: 2600 }),
        then: constantFrom('crash', 'power'),
      }),
    },
    { weight: 1, arbitrary: record({ kind: constant('failWrites'), count }) },
  );
  const inTheAir: fc.Arbitrary<Beat> = fc.oneof(
    record({ kind: constantFrom('loss', 'doubling', 'reordering'), share }),
    record({ kind: constant('latency'), ms: integer({ min: 0, max: 12 * SECOND }) }),
    record({ kind: constant('loseNext'), packets: integer({ min: 1, max: 4 }), direction }),
    record({ kind: constant('cutNext'), bytes: integer({ min: 0, max: 3000 }), direction }),
    record({ kind: constant('partAfter'), packets: count }),
    constantFrom<Beat>({ kind: 'far' }, { kind: 'near' }),
  );
  const onPhone: fc.Arbitrary<Beat> = fc.oneof(
    record({ kind: constant('failStorage'), count, how: constantFrom('throws', 'silent') }),
    record({ kind: constant('failReads'), count }),
    record({ kind: constant('killServiceAfter'), packets: count }),
    record({ kind: constant('tearDown'), on: fc.boolean() }),
    record({ kind: constant('killZepp'), dropsConnection: fc.boolean() }),
    constantFrom<Beat>({ kind: 'killService' }, { kind: 'stopService' }, { kind: 'restartZepp' }),
    constantFrom<Beat>({ kind: 'startZepp' }, { kind: 'page' }, { kind: 'heal' }),
  );
  return fc.oneof(
    { weight: 6, arbitrary: onWatch },
    { weight: 3, arbitrary: inTheAir },
    { weight: 3, arbitrary: onPhone },
  );
}

/** Lets a beat happen. `keep` puts so many sessions more onto the watch, as done before the app was opened. */
export function live(both: Pair, beat: Beat, keep: (count: number) => void): void {
  const { watch, phone } = both;
  if (watch.screen().shows === 'off') watch.powerOn();
  switch (beat.kind) {
    case 'keep':
      watch.crash();
      keep(beat.count);
      return;
    case 'session':
      act(both, () => {
        toStart(both);
        watch.tap('Start');
        watch.advance(beat.ms);
      });
      return;
    case 'open':
      act(both, () => {
        open(both);
      });
      return;
    case 'sync':
      act(both, () => {
        toStart(both);
        syncNow(both);
      });
      return;
    case 'leave':
      watch.wake();
      watch.press('HOME');
      return;
    case 'wait':
      watch.advance(beat.ms);
      return;
    case 'crash':
    case 'reboot':
      watch[beat.kind]();
      return;
    case 'tear':
      watch.tearNextWrite(beat.bytes, beat.then);
      return;
    case 'failWrites':
      watch.failWrites(beat.count);
      return;
    case 'loss':
      phone.setLoss(beat.share);
      return;
    case 'doubling':
      phone.doublePackets(beat.share);
      return;
    case 'reordering':
      phone.reorderPackets(beat.share);
      return;
    case 'latency':
      phone.setLatency(beat.ms);
      return;
    case 'loseNext':
      phone.loseNextPackets(beat.packets, beat.direction);
      return;
    case 'cutNext':
      phone.cutNextPacket(beat.bytes, beat.direction);
      return;
    case 'partAfter':
      phone.outOfRangeAfterPackets(beat.packets);
      return;
    case 'far':
      phone.outOfRange();
      return;
    case 'near':
      phone.inRange();
      return;
    case 'failStorage':
      phone.failStorage(beat.count, beat.how);
      return;
    case 'failReads':
      phone.failStorageReads(beat.count);
      return;
    case 'killServiceAfter':
      phone.killSideServiceAfterPackets(beat.packets);
      return;
    case 'tearDown':
      phone.tearDownAfterEachAnswer(beat.on);
      return;
    case 'killZepp':
      phone.killZeppApp(beat);
      return;
    case 'startZepp':
      phone.startZeppApp();
      return;
    case 'restartZepp':
      phone.restartZeppApp();
      return;
    case 'killService':
      phone.killSideService();
      return;
    case 'stopService':
      phone.stopSideService();
      return;
    case 'page':
      if (phone.isZeppAppRunning()) phone.settingsPage();
      return;
    case 'heal':
      heal(both);
      return;
  }
}

function heal({ watch, phone }: Pair): void {
  phone.setLoss(0);
  phone.doublePackets(0);
  phone.reorderPackets(0);
  phone.setLatency(40);
  for (const direction of DIRECTIONS) {
    phone.loseNextPackets(0, direction);
    phone.cutNextPacket(Infinity, direction);
  }
  phone.tearDownAfterEachAnswer(false);
  phone.killSideServiceAfterPackets(Infinity);
  phone.failStorage(0);
  phone.failStorageReads(0);
  phone.startZeppApp();
  phone.inRange();
  watch.failWrites(0);
}

/** Opens the app and lets a session that is on its way come to its end, until the start screen shows. */
function toStart({ watch }: Pair): void {
  watch.openApp();
  for (let tries = 0; tries < 30 && watch.screen().shows !== 'page/start/index'; tries += 1) {
    watch.openApp();
    watch.wake();
    const label = ['Resume', 'Done'].find((each) => watch.texts().includes(each));
    if (label !== undefined) watch.tap(label);
    // A session whose end could not be saved tries again when the app is opened.
    else if (watch.texts().includes('Could not save')) watch.press('HOME');
    watch.advance(SECOND);
  }
}

/** What a person does comes to nothing when the watch goes off or the app dies under the finger. */
function act({ watch }: Pair, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (watch.screen().shows.startsWith('page/')) throw error;
  }
}
