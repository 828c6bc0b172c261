import fc from 'fast-check';
import { SECOND } from '../../../core/time';
import { DIRECTIONS } from '../../../virtual-watch/phone/link';
import type { Direction } from '../../../virtual-watch/phone/link';
import type { Pair } from './pair';
import { reach, waitForTalk } from './pair';

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
  | {
      readonly kind: 'talk';
      /** The talk that opening the app leads to, or a tap on `Sync now`. */
      readonly by: 'open' | 'sync';
      /** What comes between, so many ms after the talk began. */
      readonly cut: { readonly ms: number; readonly by: (typeof CUTS)[number] } | undefined;
    }
  | { readonly kind: 'leave' | 'crash' | 'reboot' | 'far' | 'heal' }
  | { readonly kind: 'restartZepp' | 'killService' | 'stopService' | 'page' };

const CUTS = ['leave', 'crash', 'reboot', 'far', 'restartZepp', 'killService', 'stopService'] as const;

/**
 * A story in chapters: sessions are done, things go wrong, the watch talks to the phone, and something may come between
 * that. What goes wrong stays so until a chapter begins with everything mended.
 */
export function stories(): fc.Arbitrary<readonly Beat[]> {
  const { constant, constantFrom, integer, record } = fc;
  const heal = fc.option(constant<Beat>({ kind: 'heal' }), { freq: 2 });
  const keep = fc.option(record({ kind: constant('keep'), count: integer({ min: 1, max: 12 }) }), {
    freq: 5,
  });
  const session = fc.oneof(
    { weight: 3, arbitrary: constant(null) },
    { weight: 1, arbitrary: record({ kind: constant('session'), ms: integer({ min: 0, max: 9 * SECOND }) }) },
  );
  const cut = record({
    ms: integer({ min: 0, max: 3 * SECOND }),
    by: constantFrom(...CUTS),
  });
  const talk = record({
    kind: constant('talk'),
    by: constantFrom('open', 'sync'),
    cut: fc.option(cut, { nil: undefined }),
  });
  const rest = fc.option(record({ kind: constant('wait'), ms: integer({ min: 0, max: 90 * SECOND }) }));
  const chapter = fc
    .tuple(heal, keep, fc.array(faults(), { maxLength: 4 }), session, talk, rest)
    .map(([mended, kept, wrong, done, talked, rested]) =>
      [mended, kept, ...wrong, done, talked, rested].filter((beat): beat is Beat => beat !== null),
    );
  return fc.array(chapter, { minLength: 2, maxLength: 6 }).map((chapters) => chapters.flat());
}

function faults(): fc.Arbitrary<Beat> {
  const { constant, constantFrom, integer, record } = fc;
  const count = integer({ min: 1, max: 8 });
  const direction = constantFrom(...DIRECTIONS);
  const share = fc.double({ min: 0, max: 0.4, noNaN: true });
  const onWatch: fc.Arbitrary<Beat> = fc.oneof(
    record({
      kind: constant('tear'),
      bytes: integer({ min: 0, max: 2600 }),
      then: constantFrom('crash', 'power'),
    }),
    record({ kind: constant('failWrites'), count }),
    constantFrom<Beat>({ kind: 'leave' }, { kind: 'crash' }, { kind: 'reboot' }),
  );
  const inTheAir: fc.Arbitrary<Beat> = fc.oneof(
    record({ kind: constantFrom('loss', 'doubling', 'reordering'), share }),
    record({ kind: constant('latency'), ms: integer({ min: 0, max: 3 * SECOND }) }),
    record({ kind: constant('loseNext'), packets: integer({ min: 1, max: 4 }), direction }),
    record({ kind: constant('cutNext'), bytes: integer({ min: 0, max: 3000 }), direction }),
    record({ kind: constant('partAfter'), packets: integer({ min: 1, max: 16 }) }),
    constant<Beat>({ kind: 'far' }),
  );
  const onPhone: fc.Arbitrary<Beat> = fc.oneof(
    {
      weight: 3,
      arbitrary: record({ kind: constant('failStorage'), count, how: constantFrom('throws', 'silent') }),
    },
    { weight: 1, arbitrary: record({ kind: constant('failReads'), count }) },
    { weight: 1, arbitrary: record({ kind: constant('killServiceAfter'), packets: count }) },
    { weight: 1, arbitrary: record({ kind: constant('tearDown'), on: fc.boolean() }) },
    { weight: 1, arbitrary: record({ kind: constant('killZepp'), dropsConnection: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: constantFrom<Beat>(
        { kind: 'killService' },
        { kind: 'stopService' },
        { kind: 'restartZepp' },
        { kind: 'page' },
      ),
    },
  );
  return fc.oneof(onWatch, inTheAir, onPhone);
}

/** Whether anything on watch or phone can be another after a beat; the rest only changes what will happen. */
export function leavesTraces({ kind }: Beat): boolean {
  return TRACES.includes(kind);
}

const TRACES: readonly Beat['kind'][] = ['keep', 'session', 'talk', 'wait', 'leave', 'crash', 'reboot'];

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
    case 'talk':
      act(both, () => {
        if (beat.by === 'open') {
          watch.crash();
          watch.openApp();
        } else {
          toStart(both);
          reach(watch, 'Sync now');
        }
        if (beat.cut) {
          watch.advance(beat.cut.ms);
          live(both, { kind: beat.cut.by }, keep);
        }
        waitForTalk(watch);
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
