import type { Leg } from '../../core/body';
import { lockedLegs } from '../../core/care/locks';
import type { Preferences } from '../../core/state/preferences';
import { PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import { openSessionStore } from '../../device/store/session-store';
import { openStored } from '../../device/store/stored-file';
import { openStartPage } from '../../page/start/open';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';

const SILENT = { request: () => new Promise<never>(() => undefined), close: () => undefined };
const ASK_AGAIN = 'Your answers are unreadable. Please answer again.';
const ANSWERED: Partial<Preferences> = {
  ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
  ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
};

/** The files that tell of locks, in their slots. */
const FILES = ['care.a', 'care.b', 'today.a', 'today.b', 'preferences.a', 'preferences.b'];

const FAULTS: Readonly<Record<string, (bytes: Uint8Array, other?: Uint8Array) => Uint8Array | undefined>> = {
  missing: () => undefined,
  torn: (bytes) => bytes.slice(0, bytes.length / 2),
  flipped: (bytes) => bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte)),
  // What the other slot holds, so that the newest content is gone without a trace.
  older: (bytes, other) => other ?? bytes,
  later: (bytes) => bytes.map((byte, at) => (at === 'legato '.length ? '9'.charCodeAt(0) : byte)),
};

interface Fault {
  readonly file: string;
  readonly way: string;
}

const ONE: readonly Fault[] = FILES.flatMap((file) => Object.keys(FAULTS).map((way) => ({ file, way })));
/** An older content leaves no trace by itself, so nothing can tell if the other witness is gone as well. */
const TRACED = ONE.filter(({ way }) => way !== 'older');
const TWO: readonly (readonly Fault[])[] = TRACED.flatMap((one) =>
  TRACED.filter(({ file }) => file > one.file).map((other) => [one, other]),
);

function relaunch({ memory }: FakeWatch): void {
  for (const name of Object.keys(memory)) Reflect.deleteProperty(memory, name);
}

/** Opens the app, and closes it after its files were written. */
function launch(fake: FakeWatch): void {
  relaunch(fake);
  const close = openStartPage(fake.watch, SILENT);
  fake.advance(SECOND);
  close();
}

/** A watch on which the left leg was locked after other legs were locked and unlocked `before` times. */
function lockedAfter(before: number): ReadonlyMap<string, Uint8Array> {
  const fake = fakeWatch(Date.UTC(2026, 4, 1));
  const { disk } = fake.watch;
  const values = { ...UNCHANGED_PREFERENCES.values, ...ANSWERED };
  openStored(disk, PREFERENCES_FILE).write({ ...UNCHANGED_PREFERENCES, values });
  launch(fake);
  for (let nth = 0; nth < before; nth += 1) {
    lockLegs(fake.watch, openCareStore(disk), ['right'], { by: 'hand' });
    const [lock] = openCareStore(disk).book().said;
    const lifts = lock?.split(' ')[0] ?? '';
    openCareStore(disk).add([{ kind: 'unlock', id: `w-${nth}`, lifts, doctorOn: 1, at: fake.now() }]);
  }
  lockLegs(fake.watch, openCareStore(disk), ['left'], { by: 'hand' });
  launch(fake);
  // Another choice writes the second slot of the other files.
  openStored(disk, PREFERENCES_FILE).write({
    ...UNCHANGED_PREFERENCES,
    values: { ...values, largeText: true },
  });
  launch(fake);
  return new Map(fake.disk.files);
}

interface Seen {
  readonly begun: readonly Leg[];
  readonly locked: readonly Leg[];
  readonly isAsked: boolean;
}

function otherSlot(file: string): string {
  return file.endsWith('.a') ? file.replace(/a$/, 'b') : file.replace(/b$/, 'a');
}

/** What a person finds who opens the app on these files and touches Start at once. */
function openOn(files: ReadonlyMap<string, Uint8Array>, faults: readonly Fault[]): Seen {
  const fake = fakeWatch(Date.UTC(2026, 4, 2));
  files.forEach((bytes, path) => fake.disk.files.set(path, bytes));
  for (const { file, way } of faults) {
    const bytes = files.get(file);
    const left = bytes && FAULTS[way]?.(bytes, files.get(otherSlot(file)));
    if (left) fake.disk.files.set(file, left);
    else fake.disk.files.delete(file);
  }
  const close = openStartPage(fake.watch, SILENT);
  const words = fake.ui.screen.map(({ options }) => options['text']);
  const start = fake.ui.screen.find(({ type, options }) => type === 'BUTTON' && options['text'] === 'Start');
  const touched = start?.options['click_func'];
  if (typeof touched === 'function') (touched as () => void)();
  close();
  const session = openSessionStore(fake.watch.disk).value()?.session;
  return {
    begun: session?.routine.plan.legs.map(({ leg }) => leg) ?? [],
    locked: lockedLegs(openCareStore(fake.watch.disk).book().said),
    isAsked: words.includes(ASK_AGAIN),
  };
}

describe.each([0, 1, 2])('on a watch whose locks were changed %d times before a leg was locked', (before) => {
  const files = lockedAfter(before);
  const told = (faults: readonly Fault[]) => faults.map(({ file, way }) => `${file} ${way}`).join(', ');
  const begunWith = (all: readonly (readonly Fault[])[]): readonly string[] =>
    all.filter((faults) => openOn(files, faults).begun.includes('left')).map(told);

  test('no fault of a single file begins a session with that leg', () => {
    expect(begunWith(ONE.map((fault) => [fault]))).toEqual([]);
  });

  test('no two faults do', () => {
    expect(begunWith(TWO)).toEqual([]);
  });

  test('if the lock is lost, the person reads that the questions have to be answered again', () => {
    const silent = [...ONE.map((fault) => [fault]), ...TWO].filter((faults) => {
      const { locked, isAsked } = openOn(files, faults);
      return !locked.includes('left') && !isAsked;
    });
    expect(silent.map(told)).toEqual([]);
  });
});

test('a watch on which nothing was ever locked asks for nothing again, whichever file is gone', () => {
  const fake = fakeWatch(Date.UTC(2026, 4, 1));
  launch(fake);
  launch(fake);
  const files = new Map(fake.disk.files);
  const asked = FILES.filter((file) => openOn(files, [{ file, way: 'missing' }]).isAsked);
  expect(asked).toEqual([]);
});
