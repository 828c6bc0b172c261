import type { Leg } from '../../../core/body';
import { lockedLegs } from '../../../core/care/locks';
import { pack } from '../../../core/care/statement';
import type { Statement } from '../../../core/care/statement';
import { CARE_FILE } from '../../../core/state/care-file';
import { readStored } from '../../../core/state/stored';
import { SECOND } from '../../../core/time';
import type { VirtualPhone, VirtualWatch } from '../../../virtual-watch/node';
import { ANSWERED, choose, see, touch } from '../app';
import { recordsOn } from '../disk';
import { loadPackage, makePair, open, payloadOn, sessionOn, watchOf } from '../link/pair';

beforeAll(loadPackage);

const AGAIN = 'Your answers are unreadable. Please answer again.';

/** The files that tell of locks, in their slots. */
const FILES = ['care.a', 'care.b', 'today.a', 'today.b'] as const;

type Fault = (bytes: Uint8Array, other: Uint8Array | undefined) => Uint8Array | undefined;
const FAULTS: Readonly<Record<string, Fault>> = {
  missing: () => undefined,
  torn: (bytes) => bytes.slice(0, bytes.length / 2),
  garbage: (bytes) => bytes.map((_, at) => (at * 37 + 11) % 256),
  flipped: (bytes) => bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte)),
  // What the other slot holds.
  older: (bytes, other) => other ?? bytes,
};

const SINGLE = FILES.flatMap((file) => Object.keys(FAULTS).map((way) => [file, way] as const));

interface Kept {
  readonly phone: VirtualPhone;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly at: number;
}

/** A watch whose left leg was locked on the phone, after a lock of the right one was lifted. */
function locked(): Kept {
  const both = makePair();
  const { phone, watch } = both;
  const at = phone.wall();
  const said = (...statements: readonly Statement[]): void => {
    phone.editStorage('care.said', JSON.stringify({ version: 1, said: statements.map(pack) }));
    open(both);
    watch.advance(SECOND);
    watch.crash();
  };
  choose(watch, ANSWERED);
  const right: Statement = { kind: 'lock', id: 'p-1', leg: 'right', why: 'hand', at };
  const lifted: Statement = { kind: 'unlock', id: 'p-2', lifts: 'p-1', doctorOn: 30_000, at };
  const left: Statement = { kind: 'lock', id: 'p-3', leg: 'left', why: 'hand', at };
  said(right);
  said(right, lifted);
  said(right, lifted, left);
  return { phone, files: new Map(watch.files()), at: watch.wall() };
}

/** The same watch with something wrong on its disk, after its app was opened. */
function openedWith(kept: Kept, faults: readonly (readonly [file: string, way: string])[]): VirtualWatch {
  const watch = watchOf(kept.phone, { seed: 2, startAt: kept.at });
  kept.files.forEach((bytes, path) => {
    const way = faults.find(([file]) => file === path)?.[1];
    const other = kept.files.get(path.endsWith('a') ? path.replace(/a$/, 'b') : path.replace(/b$/, 'a'));
    const left = way === undefined ? bytes : FAULTS[way]?.(bytes, other);
    if (left) watch.putFile(path, left);
  });
  watch.openApp();
  watch.advance(5 * SECOND);
  return watch;
}

const lockedOn = (watch: VirtualWatch): readonly Leg[] =>
  lockedLegs(readStored(CARE_FILE, payloadOn(watch, 'care')).value.said);

test('all files of locks gone, with a yes among the answers: the questions are asked again before any session', () => {
  const both = makePair();
  const { phone, watch } = both;
  choose(watch, { ...ANSWERED, painAnswer: 'yes' });
  phone.outOfRange();
  open(both);
  watch.advance(5 * SECOND);
  expect(legsBegun(watch)).toEqual([]);
  expect([sessionOn(watch), watch.felt(), watch.alarms(), recordsOn(watch)]).toEqual([
    ...[undefined, [], [], []],
  ]);
  watch.crash();
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).toContain(AGAIN);
  expect(legsBegun(watch)).toEqual([]);
});

test('another watch that hears of a yes whose lock was lifted is not asked again', () => {
  const both = makePair();
  const { phone, watch } = both;
  const at = phone.wall();
  const lock: Statement = { kind: 'lock', id: 'p-1', leg: 'left', why: 'ask.pain', at };
  const lifted: Statement = { kind: 'unlock', id: 'p-2', lifts: 'p-1', doctorOn: 30_000, at };
  phone.editStorage('care.said', JSON.stringify({ version: 1, said: [lock, lifted].map(pack) }));
  const answers = Object.entries({ ...ANSWERED, painAnswer: 'yes' });
  phone.editStorage(
    'preferences',
    JSON.stringify(Object.fromEntries(answers.map(([name, value]) => [name, [value, 1]]))),
  );
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).not.toContain(AGAIN);
  watch.crash();
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).not.toContain(AGAIN);
  expect(legsBegun(watch)).toEqual(['left', 'right']);
});

function legsBegun(watch: VirtualWatch): readonly Leg[] {
  if (!watch.texts().includes('Start')) return [];
  watch.tap('Start');
  watch.advance(3 * SECOND);
  return sessionOn(watch)?.routine.plan.legs.map(({ leg }) => leg) ?? [];
}

describe.each(['near', 'far'] as const)(
  'a watch with a locked leg and a fault on its disk, the phone %s',
  (where) => {
    let kept: Kept;

    beforeAll(() => {
      kept = locked();
      if (where === 'far') kept.phone.outOfRange();
    });

    test('has the leg locked without a fault, and begins with the other', () => {
      const watch = openedWith(kept, []);
      expect([lockedOn(watch), legsBegun(watch)]).toEqual([['left'], ['right']]);
    });

    test.each(SINGLE)(
      '%s %s: the lock counts, or the person is asked again; no session has the leg',
      (file, way) => {
        const watch = openedWith(kept, [[file, way]]);
        const isAsked = watch.texts().includes(AGAIN);
        expect(lockedOn(watch).includes('left') || isAsked).toBe(true);
        expect(legsBegun(watch)).not.toContain('left');
      },
    );

    test.each(['missing', 'garbage'])(
      'both files of statements %s: after six answers of no the leg is locked still',
      (way) => {
        const watch = openedWith(kept, [
          ['care.a', way],
          ['care.b', way],
        ]);
        if (watch.texts().includes(AGAIN)) {
          touch(watch, 'Questions first: 6');
          touch(watch, 'Next');
          for (let number = 1; number <= 6; number += 1) touch(watch, 'No');
          touch(watch, 'Done');
        }
        expect(lockedOn(watch)).toEqual(['left']);
        expect(see(watch, 'Left leg locked')).toBe(true);
        expect(legsBegun(watch)).toEqual(['right']);
      },
    );
  },
);
