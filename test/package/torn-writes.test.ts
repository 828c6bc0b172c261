import { certain } from '../../core/result';
import { parsePlan } from '../../core/plan/parse-plan';
import type { SessionEvent } from '../../core/session/event';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { isForToday, runs } from '../runs';
import { givePlan, loadPackage, newWatch, reach, see } from './app';
import { recordsOn, sessionOn } from './disk';

/** The time needed to start a watch for every byte of every write. */
const LONG = 15 * 60 * SECOND;

/** Every how many bytes a write is cut; before and after each end it is cut in any case. */
const STRIDE = runs(1, 43);

const PLAN = certain(
  parsePlan({
    version: 1,
    prepareSeconds: 0,
    switchSeconds: 0,
    reminderSeconds: 'off',
    zoneOrder: 'upward',
    legs: [
      {
        leg: 'left',
        zones: [
          { zone: 'ankle', seconds: 20 },
          { zone: 'calf', seconds: 20 },
        ],
      },
    ],
  }),
  'the plan keeps to all limits',
);

/** A short session with every kind of transition in it, from opening the app to its summary. */
const STORY: readonly ((watch: VirtualWatch) => void)[] = [
  (watch) => watch.openApp(),
  (watch) => watch.tap('Start'),
  ...wait(5),
  (watch) => watch.tap('Pause'),
  ...wait(3),
  (watch) => watch.tap('Resume'),
  ...wait(2),
  (watch) => reach(watch, '+15 s'),
  (watch) => reach(watch, 'Next'),
  ...wait(8),
  (watch) => watch.stepClock(-3600 * SECOND),
  ...wait(20),
];

beforeAll(loadPackage);

/** One write of the story: what was on the disk before, which file it went to and what it held. */
interface Write {
  readonly before: ReadonlyMap<string, Uint8Array>;
  readonly path: string;
  readonly bytes: Uint8Array;
}

test('the story writes for each transition that it shows, and ends with one record', () => {
  const watch = prepared();
  expect(tell(watch).torn).toBe(false);
  expect(watch.screen().shows).toBe('page/summary/index');
  expect(recordsOn(watch)).toHaveLength(1);
  const names = writesOf().map(({ path }) => path.replace(/\.[ab]$/, ''));
  expect(new Set(names)).toEqual(
    new Set(['identity', 'session', 'alarms', 'outbox/outbox-1', 'offers', 'today']),
  );
  expect(names.filter((name) => name === 'session').length).toBeGreaterThanOrEqual(10);
});

test(
  'at whichever byte a write is cut off, the restarted watch reads what was there before',
  () => {
    for (const write of writesOf()) {
      for (const cut of cutsOf(write)) {
        const files = new Map(write.before).set(write.path, write.bytes.slice(0, cut));
        const watch = withFiles(files);
        const there = withFiles(cut === write.bytes.length ? files : write.before);
        const known = sessionOn(there);
        expect(sessionOn(watch)).toEqual(known);
        // It may be over and still in its file.
        const isRecorded = recordsOn(there).some(({ id }) => id === known?.session.id);
        watch.openApp();
        const { shows } = watch.screen();
        const where = `${write.path} cut at ${String(cut)}`;
        if (known === undefined || isRecorded) {
          expect([where, shows]).toEqual([where, 'page/start/index']);
        } else {
          expect([where, shows]).toEqual([where, 'page/session/index']);
          const journal = journalOn(watch);
          // A session that was over has been recorded and deleted by now.
          if (journal) expect(journal.slice(0, known.session.journal.length)).toEqual(known.session.journal);
          else expect(recordsOn(watch).map(({ id }) => id)).toEqual([known.session.id]);
        }
      }
    }
  },
  LONG,
);

test('a first write that was cut off is not reported as an unreadable session', () => {
  const first = writesOf().find(({ path }) => path.startsWith('session'));
  if (!first) throw new Error('a session is written');
  for (const cut of [0, 1, 9, 60, first.bytes.length - 1]) {
    const watch = withFiles(new Map(first.before).set(first.path, first.bytes.slice(0, cut)));
    watch.openApp();
    expect(watch.screen().shows).toBe('page/start/index');
    expect(see(watch, 'is unreadable')).toBe(false);
  }
});

describe.each(['crash', 'power'] as const)('cut off by a loss of the %s', (then) => {
  test('the session loses nothing that was shown, goes on, and gives one record', () => {
    writesOf().forEach(({ before, path, bytes }, index) => {
      const cuts = [0, 1, 30, Math.floor(bytes.length / 2), bytes.length - 1, bytes.length];
      // Every other one each day; of the next write the others.
      for (const cut of cuts.filter((_, at) => isForToday(index + at, 2))) {
        const watch = prepared();
        watch.tearNextWrite(cut, then, index);
        const told = tell(watch);
        // Nothing new of a session is on the screen before it is on the disk.
        const isOfSession = !/^(identity|offers|today)/.test(path);
        expect(told).toEqual({ torn: true, shown: isOfSession ? 0 : told.shown });
        if (then === 'power') watch.powerOn();
        const known = sessionOn(withFiles(before));
        watch.openApp();
        const journal = journalOn(watch);
        if (known && journal)
          expect(journal.slice(0, known.session.journal.length)).toEqual(known.session.journal);
        const wasRecorded = recordsOn(withFiles(before)).length > 0;
        const began = known !== undefined || sessionOn(watch) !== undefined || wasRecorded;
        for (let tries = 0; tries < 3 && sessionOn(watch); tries += 1) {
          if (watch.texts().includes('Resume')) watch.tap('Resume');
          watch.advance(120 * SECOND);
        }
        expect(recordsOn(watch)).toHaveLength(began ? 1 : 0);
        expect(watch.alarms()).toEqual([]);
      }
    });
  });
});

// Helpers

function prepared(): VirtualWatch {
  const watch = newWatch();
  givePlan(watch, PLAN);
  return watch;
}

function withFiles(files: ReadonlyMap<string, Uint8Array>): VirtualWatch {
  const watch = newWatch();
  files.forEach((bytes, path) => {
    watch.putFile(path, bytes);
  });
  return watch;
}

/**
 * Runs the story event by event until its end, or until the app is gone; `shown` counts what was drawn in the event in
 * which it went.
 */
function tell(watch: VirtualWatch): { readonly torn: boolean; readonly shown: number } {
  for (const act of STORY) {
    const drawn = drawnOn(watch);
    act(watch);
    if (!watch.screen().shows.startsWith('page/')) return { torn: true, shown: drawnOn(watch) - drawn };
  }
  return { torn: false, shown: 0 };
}

function drawnOn(watch: VirtualWatch): number {
  return watch.widgetCalls().filter(({ call }) => call !== 'deleteWidget').length;
}

function wait(seconds: number): readonly ((watch: VirtualWatch) => void)[] {
  return Array.from({ length: seconds }, () => (watch) => {
    watch.advance(SECOND);
  });
}

let known: readonly Write[] | undefined;

/** The writes of the story in order, each found by killing the app right after it. */
function writesOf(): readonly Write[] {
  if (known) return known;
  const found: Write[] = [];
  let before = prepared().files();
  for (;;) {
    const watch = prepared();
    watch.tearNextWrite(Infinity, 'crash', found.length);
    if (!tell(watch).torn) break;
    const after = watch.files();
    const changed = [...after].filter(([path, bytes]) => !same(bytes, before.get(path)));
    const [path, bytes] = changed[0] ?? [];
    if (path === undefined || !bytes || changed.length > 1) throw new Error('one write changes one file');
    found.push({ before, path, bytes });
    before = after;
  }
  known = found;
  return found;
}

function cutsOf({ bytes }: Write): readonly number[] {
  const inside = Array.from({ length: Math.ceil(bytes.length / STRIDE) }, (_, index) => index * STRIDE);
  return [...new Set([...inside, 1, bytes.length - 1, bytes.length])];
}

function same(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.from(a).equals(Buffer.from(b));
}

function journalOn(watch: VirtualWatch): readonly SessionEvent[] | undefined {
  return sessionOn(watch)?.session.journal;
}
