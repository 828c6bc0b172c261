import fc from 'fast-check';
import { SECOND } from '../../../core/time';
import type { Strength } from '../../../core/cue/pattern';
import { STRENGTHS } from '../../../core/cue/pattern';
import { DIRECTIONS } from '../../../virtual-watch/phone/link';
import type { Direction } from '../../../virtual-watch/phone/link';
import type { VirtualPhone, VirtualWatch } from '../../../virtual-watch/node';
import { readPreferences } from '../../../phone/preferences';
import { reach, storageOn, watchOf } from './pair';
import { givePlan, planOf } from './wrist';

/** The devices in a story: the phone, and the watch currently paired with it. */
export interface Cast {
  watch: VirtualWatch;
  readonly phone: VirtualPhone;
}

/** What runs a story and checks it. */
export interface Author {
  /** Adds sessions to the watch, as done before the app was opened. */
  keep(count: number): void;
  /** Called whenever something has happened, also in the middle of a talk. */
  look(): void;
  /** A watch was replaced by another, with what is still on it. */
  putAway(watch: VirtualWatch): void;
  /** Called before the phone loses everything. */
  emptyPhone(): void;
  /** Called around what the person deletes on the phone. */
  whileDeleting(run: () => void): void;
}

/** One thing that happens to a watch, its phone, or the air between. */
export type Beat =
  | { readonly kind: 'keep'; readonly count: number }
  | { readonly kind: 'session'; readonly ms: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'tear'; readonly bytes: number; readonly then: 'crash' | 'power' }
  /** Infinitely many: until everything is mended. */
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
      /** What happens during the talk, this many ms after it began. */
      readonly cut: { readonly ms: number; readonly by: (typeof CUTS)[number] } | undefined;
    }
  | { readonly kind: 'leave' | 'crash' | 'reboot' | 'far' | 'heal' }
  /** The `nth` session of the phone's page, counted around. */
  | { readonly kind: 'delete'; readonly nth: number }
  /** A plan of this many seconds is pasted on the phone, or an invalid one. */
  | { readonly kind: 'plan'; readonly seconds: number | 'nonsense' }
  /** Another watch has told the phone how strong its cues are to be. */
  | { readonly kind: 'strength'; readonly value: Strength }
  | { readonly kind: 'otherWatch'; readonly seed: number }
  /** The phone is empty, as a different one, or after reinstalling the Zepp app. */
  | { readonly kind: 'otherPhone' }
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
    constant<Beat>({ kind: 'failWrites', count: Infinity }),
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
  const byPeople: fc.Arbitrary<Beat> = fc.oneof(
    { weight: 4, arbitrary: record({ kind: constant('delete'), nth: integer({ min: 0, max: 9 }) }) },
    {
      weight: 2,
      arbitrary: record({ kind: constant('plan'), seconds: constantFrom(5, 6, 9, 'nonsense' as const) }),
    },
    { weight: 2, arbitrary: record({ kind: constant('strength'), value: constantFrom(...STRENGTHS) }) },
    { weight: 1, arbitrary: record({ kind: constant('otherWatch'), seed: integer({ min: 1, max: 1e6 }) }) },
    { weight: 1, arbitrary: constant<Beat>({ kind: 'otherPhone' }) },
  );
  return fc.oneof(
    { weight: 3, arbitrary: onWatch },
    { weight: 3, arbitrary: inTheAir },
    { weight: 3, arbitrary: onPhone },
    { weight: 2, arbitrary: byPeople },
  );
}

/** What a beat adds to a story, in a few words. */
export function ingredientsOf(beat: Beat): readonly string[] {
  switch (beat.kind) {
    case 'talk':
      return [`talk by ${beat.by}`, ...(beat.cut ? [`talk cut by ${beat.cut.by}`] : [])];
    case 'tear':
      return [`tear and ${beat.then}`];
    case 'loseNext':
    case 'cutNext':
      return [`${beat.kind} ${beat.direction}`];
    case 'failStorage':
      return [`failStorage ${beat.how}`];
    default:
      return [beat.kind];
  }
}

/** Lets a beat happen. */
export function live(cast: Cast, beat: Beat, author: Author): void {
  const { watch, phone } = cast;
  if (watch.screen().shows === 'off') watch.powerOn();
  switch (beat.kind) {
    case 'keep':
      watch.crash();
      author.keep(beat.count);
      return;
    case 'session':
      act(cast, () => {
        if (!toStart(cast, author)) return;
        reach(watch, 'Start');
        pass(cast, beat.ms, author);
      });
      return;
    case 'talk':
      act(cast, () => {
        if (beat.by === 'open') {
          watch.crash();
          watch.openApp();
        } else {
          if (!toStart(cast, author)) return;
          reach(watch, 'Sync now');
        }
        if (beat.cut) {
          pass(cast, beat.cut.ms, author);
          live(cast, { kind: beat.cut.by }, author);
        }
        listen(cast, author);
      });
      return;
    case 'delete':
      onPage(cast, (page) => {
        const count = page.texts().filter((text) => text === 'Delete').length;
        if (count === 0) return;
        author.whileDeleting(() => {
          page.tap('Delete', 1 + (beat.nth % count));
          page.tap('Yes, delete');
        });
      });
      return;
    case 'plan':
      onPage(cast, (page) => {
        const { seconds } = beat;
        page.type('Paste a plan', seconds === 'nonsense' ? '{"version":' : JSON.stringify(planOf(seconds)));
      });
      return;
    case 'strength': {
      const changed = { ...readPreferences(storageOn(phone)), strength: [beat.value, phone.wall()] };
      phone.editStorage('preferences', JSON.stringify(changed));
      return;
    }
    case 'otherWatch':
      watch.crash();
      author.putAway(watch);
      cast.watch = watchOf(phone, { seed: beat.seed, startAt: watch.wall() });
      givePlan(cast.watch, planOf(5));
      return;
    case 'otherPhone':
      author.emptyPhone();
      for (const key of phone.storage().keys()) phone.editStorage(key, undefined);
      phone.restartZeppApp();
      return;
    case 'leave':
      watch.wake();
      watch.press('HOME');
      return;
    case 'wait':
      pass(cast, beat.ms, author);
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
      heal(cast);
      return;
  }
}

/** Lets time pass and checks everything that happens. */
function pass({ watch }: Cast, ms: number, author: Author): void {
  const end = watch.now() + ms;
  while (watch.step(end)) author.look();
}

/** Waits until the page no longer says that it talks to the phone, or goes dark. */
function listen(cast: Cast, author: Author): void {
  const { watch } = cast;
  const end = watch.now() + TALK_MS;
  watch.wake();
  // The summary says it at its top, the start page below, before other rows.
  const isTalking = (): boolean =>
    watch.screen().lit &&
    FROM_TOP_TO_END.some((far) => {
      watch.scroll(far);
      return watch.texts().some((text) => text.startsWith('Syncing…'));
    });
  for (let pause = 250; isTalking(); pause = Math.min(2 * pause, 4 * SECOND)) {
    if (watch.now() > end) throw new Error('the talk with the phone does not end');
    pass(cast, pause, author);
  }
}

const FROM_TOP_TO_END = [-10_000, ...Array.from({ length: 8 }, () => 200)];

/** No talk with so few records takes longer. */
const TALK_MS = 240 * SECOND;

/** What a person does on the phone's page, when it can be opened and could be built; the storage takes it. */
function onPage({ phone }: Cast, run: (page: ReturnType<VirtualPhone['settingsPage']>) => void): void {
  if (!phone.isZeppAppRunning()) return;
  phone.failStorage(0);
  phone.failStorageReads(0);
  const page = phone.settingsPage();
  if (page.texts().includes('Paste a plan')) run(page);
}

function heal({ watch, phone }: Cast): void {
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

/**
 * Opens the app and lets a session that is on its way come to its end, until the start screen shows. Answers whether it
 * does: a session whose end no disk takes does not end.
 */
function toStart(cast: Cast, author: Author): boolean {
  const { watch } = cast;
  watch.openApp();
  for (let tries = 0; tries < 20 && !isAtStart(watch); tries += 1) {
    watch.openApp();
    watch.wake();
    const label = ['Resume', 'Done'].find((each) => watch.texts().includes(each));
    if (label !== undefined) watch.tap(label);
    // A session whose end could not be saved tries again when the app is opened.
    else if (watch.texts().includes('Could not save')) watch.press('HOME');
    pass(cast, SECOND, author);
  }
  return isAtStart(watch);
}

/** A start screen with a session to continue is about to open it. */
function isAtStart(watch: VirtualWatch): boolean {
  return watch.screen().shows === 'page/start/index' && !watch.texts().includes('Continue');
}

/** An action has no effect if the watch goes off or the app dies during it. */
function act({ watch }: Cast, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (watch.screen().shows.startsWith('page/')) throw error;
  }
}
