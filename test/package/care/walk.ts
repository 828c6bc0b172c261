import fc from 'fast-check';
import type { Leg } from '../../../core/body';
import { LEGS } from '../../../core/body';
import { LEGATO_BEGINS, locksIn } from '../../../core/care/locks';
import type { Said } from '../../../core/care/statement';
import { mergeSaid, pack } from '../../../core/care/statement';
import { HOUR, MINUTE, SECOND } from '../../../core/time';
import { liftLock, readSaid } from '../../../phone/care/said';
import type { Storage } from '../../../phone/storage';
import type { Direction } from '../../../virtual-watch/machine/finger';
import type { SettingsPage, VirtualPhone, VirtualWatch } from '../../../virtual-watch/node';
import { see } from '../app';
import { storageOn, watchOf } from '../link/pair';

/** The devices in a walk: the phone, the watch on the wrist, and the watches in a drawer. */
export interface Cast {
  watch: VirtualWatch;
  readonly drawer: VirtualWatch[];
  readonly phone: VirtualPhone;
  /** Backups that the phone's page gave out at various times, as texts. */
  readonly backups: string[];
}

/** One thing that happens on a walk. */
export type Beat =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'label'; readonly label: (typeof LABELS)[number] }
  | { readonly kind: 'anyText' | 'key' | 'otherWatch'; readonly nth: number }
  | { readonly kind: 'swipe'; readonly direction: Direction }
  | { readonly kind: 'scroll'; readonly by: number }
  | { readonly kind: 'step'; readonly ms: number }
  | { readonly kind: 'lock'; readonly leg: Leg }
  | { readonly kind: 'lockAndBegin'; readonly leg: Leg; readonly from: (typeof BEGINNINGS)[number] }
  | { readonly kind: 'unlock'; readonly nth: number }
  | { readonly kind: 'backup'; readonly hasCare: boolean }
  | { readonly kind: 'restore'; readonly nth: number; readonly at: number; readonly how: Handed }
  | { readonly kind: 'plan'; readonly legs: readonly Leg[] }
  | { readonly kind: 'damage'; readonly file: number; readonly at: number; readonly how: 'flip' | 'cut' }
  | { readonly kind: 'tear'; readonly bytes: number; readonly then: 'crash' | 'power' }
  | { readonly kind: 'failWrites'; readonly count: number }
  | { readonly kind: (typeof HAPPENINGS)[number] | (typeof WAYS)[number] }
  | { readonly kind: 'lockAndSpoil'; readonly leg: Leg; readonly key: (typeof KEYS_OF_LOCKS)[number] }
  | { readonly kind: 'emptyPhone' | 'far' | 'near' | 'yearsBehind' | 'oldWord' | 'loseLocks' };

/**
 * What became of a backup before it is brought in. `unlocking`: it also lifts every lock that the phone knows. `cut` and
 * `changed`: it was torn on its way.
 */
const HANDED = ['whole', 'unlocking', 'unlocking', 'cut', 'changed'] as const;
type Handed = (typeof HANDED)[number];

/** Labels of buttons, whichever page has them. */
const LABELS = [
  ...([
    'Start',
    'Start',
    'Start',
    'Resume',
    'Pause',
    'Next',
    'Done',
    'Continue',
    'End session',
    'End',
  ] as const),
  ...(['Sync now', 'It hurts', 'Left leg', 'Right leg', 'Both legs', 'Yes', 'No'] as const),
] as const;

/** Where the phone keeps statements: those of its page, and those of watches. */
const KEYS_OF_LOCKS = ['care.said', 'care.merged'] as const;

/** The words with which a watch asks its questions again. */
export const AGAIN = 'Your answers are unreadable. Please answer again.';

/** What happens to a watch in one step. */
const HAPPENINGS = [
  'openApp',
  'screenOff',
  'wake',
  'palm',
  'wristDown',
  'crash',
  'reboot',
  'updateApp',
] as const;

/**
 * What a person does in one step: opens the app and waits for the phone; starts a session; ends the current one and
 * opens the app again.
 */
const WAYS = ['launch', 'start', 'end'] as const;

/** From where a session begins before watch and phone have had time to talk. */
const BEGINNINGS = ['notification', 'card'] as const;

const NTH = fc.nat(30);

export function beats(): fc.Arbitrary<Beat> {
  const { constant, constantFrom, integer, record } = fc;
  const legs = constantFrom<readonly Leg[]>(['left'], ['right'], ['left', 'right'], ['right', 'left']);
  const touches = fc.oneof(
    { weight: 3, arbitrary: record({ kind: constant('label' as const), label: constantFrom(...LABELS) }) },
    { weight: 3, arbitrary: record({ kind: constant('anyText' as const), nth: NTH }) },
    { weight: 1, arbitrary: record({ kind: constant('key' as const), nth: NTH }) },
    record({
      kind: constant('swipe' as const),
      direction: constantFrom<Direction>('left', 'right', 'up', 'down'),
    }),
    record({ kind: constant('scroll' as const), by: constantFrom(-10_000, 60, 150, 400, 10_000) }),
  );
  const statements = fc.oneof(
    { weight: 4, arbitrary: record({ kind: constant('lock' as const), leg: constantFrom(...LEGS) }) },
    {
      weight: 3,
      arbitrary: record({
        ...{ kind: constant('lockAndBegin' as const), leg: constantFrom(...LEGS) },
        from: constantFrom(...BEGINNINGS),
      }),
    },
    { weight: 2, arbitrary: record({ kind: constant('unlock' as const), nth: NTH }) },
    record({ kind: constant('backup' as const), hasCare: integer({ min: 0, max: 3 }).map((n) => n > 0) }),
    record({ kind: constantFrom('emptyPhone' as const, 'oldWord' as const, 'oldWord' as const) }),
    {
      weight: 2,
      arbitrary: record({
        ...{ kind: constant('lockAndSpoil' as const), leg: constantFrom(...LEGS) },
        key: constantFrom(...KEYS_OF_LOCKS),
      }),
    },
    {
      weight: 4,
      arbitrary: record({
        ...{ kind: constant('restore' as const), nth: NTH, at: integer({ min: 0, max: 2000 }) },
        how: constantFrom(...HANDED),
      }),
    },
    record({ kind: constant('plan' as const), legs }),
    record({ kind: constant('otherWatch' as const), nth: NTH }),
  );
  const harm = fc.oneof(
    {
      weight: 3,
      arbitrary: record({
        ...{ kind: constant('damage' as const), file: NTH, at: integer({ min: 0, max: 400 }) },
        how: constantFrom('flip' as const, 'cut' as const),
      }),
    },
    record({
      ...{ kind: constant('tear' as const), bytes: integer({ min: 0, max: 300 }) },
      then: constantFrom('crash' as const, 'power' as const),
    }),
    record({ kind: constant('failWrites' as const), count: integer({ min: 1, max: 4 }) }),
    record({
      kind: constant('step' as const),
      ms: integer({ min: -400 * 24, max: 400 * 24 }).map((h) => h * HOUR),
    }),
    record({ kind: constantFrom('far' as const, 'near' as const, 'yearsBehind' as const) }),
    record({ kind: constant('loseLocks' as const) }),
  );
  return fc.oneof(
    { weight: 10, arbitrary: record({ kind: constantFrom(...WAYS) }) },
    { weight: 8, arbitrary: touches },
    { weight: 4, arbitrary: record({ kind: constantFrom(...HAPPENINGS) }) },
    {
      weight: 4,
      arbitrary: record({ kind: constant('wait' as const), ms: integer({ min: 0, max: 2 * MINUTE }) }),
    },
    { weight: 5, arbitrary: statements },
    { weight: 2, arbitrary: harm },
  );
}

/** Lets a beat happen. An action has no effect if the watch goes off during it. */
export function live(cast: Cast, beat: Beat): void {
  const { watch } = cast;
  if (watch.screen().shows === 'off') watch.powerOn();
  try {
    happen(cast, beat);
  } catch (error) {
    if (watch.screen().shows !== 'off') throw error;
  }
}

function happen(cast: Cast, beat: Beat): void {
  const { watch, phone } = cast;
  switch (beat.kind) {
    case 'wait':
      watch.advance(beat.ms);
      return;
    case 'label':
      tapIfThere(watch, beat.label);
      return;
    case 'anyText': {
      const texts = watch.texts();
      tapIfThere(watch, texts[beat.nth % texts.length]);
      return;
    }
    case 'key': {
      const key = watch.keys()[beat.nth % watch.keys().length];
      if (key !== undefined) watch.press(key);
      return;
    }
    case 'swipe':
      if (watch.screen().lit) watch.swipe(beat.direction);
      return;
    case 'scroll':
      if (watch.screen().lit) watch.scroll(beat.by);
      return;
    case 'step':
      watch.stepClock(beat.ms);
      return;
    case 'lock':
      lockOn(phone, beat.leg);
      return;
    case 'lockAndBegin':
      beginUnheard(cast, beat);
      return;
    case 'unlock': {
      const locks = locksIn(readSaid(storageOn(phone)));
      const lock = locks[beat.nth % locks.length];
      if (!lock) return;
      const doctorOn = Math.floor(phone.wall() / (24 * HOUR));
      say(phone, [pack({ kind: 'unlock', id: nextId(phone), lifts: lock.id, doctorOn, at: phone.wall() })]);
      return;
    }
    case 'backup':
      if (phone.isZeppAppRunning()) cast.backups.push(backupOf(phone, beat.hasCare));
      return;
    case 'restore': {
      if (!phone.isZeppAppRunning()) return;
      const backup = cast.backups[beat.nth % cast.backups.length] ?? backupOf(phone, true);
      bringIn(phone, handed(backup, beat, phone));
      return;
    }
    case 'oldWord':
      sayOldWord(phone);
      return;
    case 'lockAndSpoil':
      watch.crash();
      lockOn(phone, beat.leg);
      spoil(phone, beat.key);
      launch(watch);
      return;
    case 'yearsBehind':
      watch.stepClock(Date.UTC(2000, 0, 1) - watch.wall());
      return;
    case 'loseLocks':
      watch.crash();
      changeDisk(cast, watch, (path) => !/^(care|today)\./.test(path));
      launch(cast.watch);
      return;
    case 'emptyPhone':
      for (const key of phone.storage().keys()) phone.editStorage(key, undefined);
      phone.restartZeppApp();
      return;
    case 'plan':
      pastePlan(phone, beat.legs);
      return;
    case 'otherWatch':
      changeWatch(cast, beat.nth);
      return;
    case 'damage':
      damage(watch, beat);
      return;
    case 'tear':
      watch.tearNextWrite(beat.bytes, beat.then);
      return;
    case 'failWrites':
      watch.failWrites(beat.count);
      return;
    case 'far':
      phone.outOfRange();
      return;
    case 'near':
      phone.inRange();
      return;
    case 'launch':
      launch(watch);
      return;
    case 'start':
      if (watch.screen().shows !== 'page/start/index') launch(watch);
      reachIfThere(watch, 'Start');
      watch.advance(3 * SECOND);
      return;
    case 'end':
      for (const label of ['End session', 'End', 'End and save', 'Done']) {
        reachIfThere(watch, label);
        watch.advance(SECOND);
      }
      launch(watch);
      return;
    case 'openApp':
    case 'screenOff':
    case 'wake':
    case 'palm':
    case 'wristDown':
    case 'crash':
    case 'reboot':
    case 'updateApp':
      watch[beat.kind]();
      return;
  }
}

/** What a beat adds to a walk, in a few words. */
export function ingredientsOf(beat: Beat): readonly string[] {
  if (beat.kind === 'restore') return [`restore ${beat.how}`];
  return [beat.kind === 'label' ? beat.label : beat.kind];
}

/** Elements without a listener, or covered by others, are not tapped. */
function tapIfThere(watch: VirtualWatch, label: string | undefined): void {
  if (label === undefined || !watch.screen().lit || !watch.texts().some((text) => text.includes(label)))
    return;
  try {
    watch.tap(label);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('cannot tap'))) throw error;
  }
}

/** Opens the app again, and waits until it has talked to the phone. */
function launch(watch: VirtualWatch): void {
  watch.crash();
  watch.openApp();
  watch.advance(5 * SECOND);
}

function lockOn(phone: VirtualPhone, leg: Leg): void {
  say(phone, [pack({ kind: 'lock', id: nextId(phone), leg, why: 'hand', at: phone.wall() })]);
}

/** A leg is locked on the phone, and a session begins on the watch before the two can have talked. */
function beginUnheard(
  { watch, phone }: Cast,
  { leg, from }: Extract<Beat, { readonly kind: 'lockAndBegin' }>,
): void {
  watch.crash();
  if (from === 'notification' && !canBeginFromNotification(watch)) {
    setReminder(watch);
    for (let hour = 0; hour < 25 && !canBeginFromNotification(watch); hour += 1) watch.advance(HOUR);
  }
  lockOn(phone, leg);
  watch.wake();
  if (from === 'card') watch.swipe('right');
  if (from === 'notification') {
    if (canBeginFromNotification(watch)) watch.tapNotification('Start');
  } else tapIfThere(watch, 'Start');
  watch.advance(4 * SECOND);
}

function canBeginFromNotification(watch: VirtualWatch): boolean {
  return watch.notifications().some(({ actions }) => actions.some(({ text }) => text === 'Start'));
}

/** Sets a reminder, unless there is one. */
function setReminder(watch: VirtualWatch): void {
  launch(watch);
  for (const label of ['Preferences', 'Reminders', 'Add a reminder']) reachIfThere(watch, label);
  watch.crash();
}

function reachIfThere(watch: VirtualWatch, label: string): void {
  if (watch.screen().lit && watch.screen().shows.startsWith('page/')) see(watch, label);
  tapIfThere(watch, label);
}

/** The page with the section of backups open. */
function pageOfBackups(phone: VirtualPhone): SettingsPage {
  const page = phone.settingsPage();
  if (!page.texts().includes('Paste a backup')) page.tap('Report, backup, table');
  return page;
}

/** The backup that the page gives out, with or without care. */
function backupOf(phone: VirtualPhone, hasCare: boolean): string {
  const page = pageOfBackups(phone);
  const field = (): string | undefined => page.texts().find((text) => text.startsWith('{"legato":"backup"'));
  if (field() === undefined) page.tap('Backup: JSON');
  if (page.texts().includes('Locks, stops and diary: told') !== hasCare) page.tap('Locks, stops and diary');
  return field() ?? '';
}

/** The backup as it is when it is brought in. */
function handed(
  backup: string,
  { how, at }: Extract<Beat, { readonly kind: 'restore' }>,
  phone: VirtualPhone,
): string {
  switch (how) {
    case 'whole':
      return backup;
    case 'unlocking':
      return JSON.stringify({ ...(JSON.parse(backup) as object), said: withUnlocks(phone) });
    case 'cut':
      return backup.slice(0, at % backup.length);
    case 'changed':
      return `${backup.slice(0, at % backup.length)}0${backup.slice((at % backup.length) + 1)}`;
  }
}

/** What the phone knows, with a doctor's word for each lock. */
function withUnlocks(phone: VirtualPhone): readonly Said[] {
  const said = readSaid(storageOn(phone));
  const doctorOn = Math.floor(phone.wall() / (24 * HOUR));
  const unlocks = locksIn(said).map((lock) =>
    pack({ kind: 'unlock', id: nextId(phone), lifts: lock.id, doctorOn, at: phone.wall() }),
  );
  return mergeSaid(said, unlocks);
}

/** Brings a backup in through the page, if the page accepts it. */
function bringIn(phone: VirtualPhone, backup: string): void {
  const page = pageOfBackups(phone);
  page.type('Paste a backup', backup);
  if (page.texts().includes('Bring it in')) page.tap('Bring it in');
}

/** As the phone's page stores statements. */
function say(phone: VirtualPhone, said: readonly Said[]): void {
  const merged = mergeSaid(readSaid(storageOn(phone)), said);
  phone.editStorage('care.said', JSON.stringify({ version: 1, said: merged }));
}

/** A doctor's word of a day before Legato was there: it lifts nothing, however a lock is dated. */
function sayOldWord(phone: VirtualPhone): void {
  const storage: Storage = {
    ...storageOn(phone),
    setItem: (key, text) => {
      phone.editStorage(key, text);
    },
  };
  const day = Math.floor(LEGATO_BEGINS / (24 * HOUR)) - 1;
  const clock = { now: phone.wall(), offsetAt: () => 0 };
  locksIn(readSaid(storage)).forEach(({ id }) => liftLock(storage, id, day, clock, () => 0.5));
}

/** The statements under a key are cut off, each time elsewhere. */
function spoil(phone: VirtualPhone, key: (typeof KEYS_OF_LOCKS)[number]): void {
  given += 1;
  phone.editStorage(key, `{"version":1,"said":["p-${given} lo`);
}

/** An id that was never used before, whatever clocks do and whatever is lost. */
function nextId(phone: VirtualPhone): string {
  given += 1;
  return `p${phone.wall().toString(36)}-${given}`;
}
let given = 0;

function pastePlan(phone: VirtualPhone, legs: readonly Leg[]): void {
  if (!phone.isZeppAppRunning()) return;
  const shape = {
    ...{ version: 1, prepareSeconds: 5, switchSeconds: 5, reminderSeconds: 'off', zoneOrder: 'upward' },
    legs: legs.map((leg) => ({ leg, zones: [{ zone: 'calf', seconds: 30 }] })),
  };
  phone.settingsPage().type('Paste a plan', JSON.stringify(shape));
}

/** Puts the watch into the drawer and takes another out of it, or a new one. */
function changeWatch(cast: Cast, nth: number): void {
  const { watch, drawer } = cast;
  watch.crash();
  const known = drawer[nth % (drawer.length + 1)];
  drawer.push(watch);
  // Only the disk of a watch in the drawer counts.
  changeDisk(cast, known, () => true, nth + 2);
}

/** Takes a watch that has some files of another on its disk. */
function changeDisk(
  cast: Cast,
  known: VirtualWatch | undefined,
  isKept: (path: string) => boolean,
  seed = 2,
): void {
  const next = watchOf(cast.phone, { seed, startAt: cast.watch.wall() });
  known?.files().forEach((bytes, path) => {
    if (isKept(path)) next.putFile(path, bytes);
  });
  cast.watch = next;
}

/** Damages a file of the app between two launches. */
function damage(watch: VirtualWatch, { file, at, how }: Extract<Beat, { readonly kind: 'damage' }>): void {
  watch.crash();
  const files = [...watch.files()].filter(([path]) => !path.endsWith('.bad'));
  // Every other time it is the file with the locks.
  const care = files.filter(([path]) => path.startsWith('care'));
  const some = file % 2 === 0 && care.length > 0 ? care : files;
  const [path, bytes] = some[file % some.length] ?? [];
  if (path === undefined || !bytes || bytes.length === 0) return;
  const place = at % bytes.length;
  const flipped = bytes.map((byte, index) => (index === place ? byte ^ 5 : byte));
  watch.putFile(path, how === 'flip' ? flipped : bytes.slice(0, place));
}
