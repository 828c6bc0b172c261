import fc from 'fast-check';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { secondsDone } from '../../core/record/record';
import { makeRoutine } from '../../core/plan/routine';
import { IN_TIME } from '../../core/session/arming';
import type { DeliveryBook } from '../../core/session/delivery';
import { elapsedAt } from '../../core/session/session';
import { MINUTE, SECOND, type Millis } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { runs } from '../runs';
import { loadPackage, newWatch } from './app';
import { lastSessionOn, recordsOn, sessionOn } from './disk';
import { numberRung } from './witness';

const { cues, length } = makeRoutine(DEFAULT_PLAN);
const NUMBERS = cues.map((_, number) => number);
/** Alarms may be two minutes late. */
const OVER = length + 3 * MINUTE;

beforeAll(loadPackage);

/** What the motor was started for, and whether it was felt; `late` is by the clock of the watch. */
interface Played {
  readonly number: number;
  readonly felt: boolean;
  readonly carrier: string;
  readonly wall: number;
}

interface Told {
  readonly book: DeliveryBook;
  /** How far the session is known to have come, in ms. */
  readonly done: Millis;
  readonly isRecorded: boolean;
}

interface Lived {
  readonly played: readonly Played[];
  readonly told: Told;
  readonly passed: Millis;
  /** Whether each service ran in the dark, where it can leave its mark. */
  readonly isMarked: boolean;
}

/**
 * A session whose page dies in the dark at `goneAt`, what happens meanwhile, and what is shown when the app is finally
 * opened.
 */
function live(
  goneAt: Millis,
  prepare: (watch: VirtualWatch) => void,
  meanwhile: (watch: VirtualWatch) => void = (watch) => {
    watch.advance(OVER);
  },
): Lived {
  const watch = newWatch();
  const felt: Played[] = [];
  watch.onFelt(({ carrier, by, wall }) => {
    const number =
      by === 'app-service/cue' ? numberRung(watch.serviceRuns().at(-1)?.param) : numberBooked(watch);
    if (carrier !== 'system') felt.push({ number, felt: true, carrier, wall });
  });
  watch.openApp();
  prepare(watch);
  watch.tap('Start');
  watch.advance(goneAt);
  watch.crash();
  watch.screenOff();
  meanwhile(watch);
  watch.openApp();
  watch.advance(5 * SECOND);
  const played = [...felt, ...swallowed(watch)].sort((one, other) => one.number - other.number);
  const isMarked = watch.serviceRuns().every(({ at }) => at > goneAt);
  return { played, told: toldOn(watch), passed: watch.now(), isMarked };
}

/** A page books a cue before it plays it. */
function numberBooked(watch: VirtualWatch): number {
  return (sessionOn(watch)?.session.book.length ?? 0) - 1;
}

/** What services started and a mode of the watch suppressed. */
function swallowed(watch: VirtualWatch): readonly Played[] {
  return watch.unfelt().flatMap(({ at, wall, by, carrier }): readonly Played[] => {
    const run = watch.serviceRuns().find((each) => each.at === at);
    return by === 'app-service/cue' && run
      ? [{ number: numberRung(run.param), felt: false, carrier, wall }]
      : [];
  });
}

function toldOn(watch: VirtualWatch): Told {
  const [record] = recordsOn(watch);
  const session = lastSessionOn(watch);
  if (!session) throw new Error('there is a session');
  const doubted = session.unproven.reduce((all, { from, to }) => all + to - from, 0);
  const done = record ? secondsDone(record) * SECOND : elapsedAt(session, watch.wall()) - doubted;
  return { book: session.book, done, isRecorded: record !== undefined };
}

function toldAs(book: DeliveryBook, outcome: string): readonly number[] {
  return NUMBERS.filter((number) => book[number]?.outcome === outcome);
}

const numbersOf = (played: readonly Played[]): readonly number[] => played.map(({ number }) => number);

const gone = fc.integer({ min: 0, max: length });

/** How late each alarm is, of some of them. */
const latenesses = fc.dictionary(
  fc.integer({ min: 0, max: 21 }).map(String),
  fc.oneof(
    fc.integer({ min: -5 * SECOND, max: 5 * SECOND }),
    fc.integer({ min: -2 * MINUTE, max: 2 * MINUTE }),
  ),
  { maxKeys: 22 },
);

test('whichever alarms are early or late, what is shown as played was played, to the millisecond, and nothing twice', () => {
  fc.assert(
    fc.property(gone, latenesses, (goneAt, lateness) => {
      const { played, told, passed, isMarked } = live(goneAt, (watch) => {
        watch.delayAlarms((alarm) => lateness[numberRung(alarm.param)] ?? 0);
      });
      const felt = played.filter((each) => each.felt);
      expect(new Set(numbersOf(felt)).size).toBe(felt.length);
      const all = toldAs(told.book, 'played');
      if (isMarked) expect(all).toEqual(numbersOf(felt));
      else expect(numbersOf(felt)).toEqual(expect.arrayContaining([...all]));
      expect(told.done).toBeLessThanOrEqual(passed);
      const [first = 0] = felt.filter(({ number }) => number === 0).map(({ wall }) => wall);
      for (const { number, wall, carrier } of felt) {
        const delivery = told.book[number];
        if (delivery?.outcome !== 'played' || carrier !== 'service') continue;
        expect(delivery.late).toBeGreaterThanOrEqual(0);
        if (first > 0) expect(delivery.late).toBe(wall - dueAt(number));
      }
    }),
    { numRuns: runs(500, 10) },
  );
});

/** The watch is started on a whole second, and the session with it. */
function dueAt(number: number): number {
  return START + (cues[number]?.at ?? 0);
}

const START = Date.UTC(2026, 0, 5, 8);

test('whenever a quiet mode is on, exactly the cues it swallowed are shown as swallowed', () => {
  const modes = fc.array(
    fc.record({
      mode: fc.constantFrom('DND', 'sleep', 'theater'),
      ms: fc.integer({ min: 0, max: 120 * SECOND }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(gone, modes, (goneAt, spans) => {
      const { played, told } = live(
        goneAt,
        () => undefined,
        (watch) => {
          for (const { mode, ms } of spans) {
            watch.setMode({ [mode]: true });
            watch.advance(ms);
            watch.setMode({ [mode]: false });
            watch.advance(ms);
          }
          watch.advance(OVER);
        },
      );
      const of = (felt: boolean): readonly number[] => numbersOf(played.filter((each) => each.felt === felt));
      expect(toldAs(told.book, 'played')).toEqual(of(true));
      expect(toldAs(told.book, 'swallowed')).toEqual(of(false));
    }),
    { numRuns: runs(500, 10) },
  );
});

/** The longest step over one cue: with the 30 s on either side of it, and the 10 s by which an alarm may be late. */
const OVER_ONE_CUE = 70 * SECOND;

/** How much time a step of the clock may add: a shorter one passes for a late alarm, and so does the end of any other. */
const unnoticed = (ms: Millis): Millis => (ms > OVER_ONE_CUE ? IN_TIME + SECOND : Math.max(0, ms));

test('correcting the clock by up to half an hour while the page is gone loses no felt cue, and adds no time', () => {
  fc.assert(
    fc.property(
      gone,
      fc.integer({ min: 0, max: 5 * MINUTE }),
      fc.oneof(
        fc.integer({ min: -20 * SECOND, max: 20 * SECOND }),
        fc.integer({ min: -30 * MINUTE, max: 30 * MINUTE }),
      ),
      // The app may be opened long before the end.
      fc.integer({ min: 0, max: OVER }),
      (goneAt, setAfter, ms, away) => {
        const { played, told, passed } = live(
          goneAt,
          () => undefined,
          (watch) => {
            watch.advance(setAfter);
            watch.stepClock(ms);
            watch.advance(away);
          },
        );
        const felt = numbersOf(played.filter((each) => each.felt));
        expect(toldAs(told.book, 'played')).toEqual([...new Set(felt)]);
        expect(told.done).toBeLessThanOrEqual(passed + unnoticed(ms));
      },
    ),
    { numRuns: runs(500, 30) },
  );
});

test('a clock that is set wrong and put right while the page is gone adds no time', () => {
  const span = fc.integer({ min: 0, max: 5 * MINUTE });
  fc.assert(
    fc.property(
      fc.integer({ min: 25 * SECOND, max: length - 1 }),
      fc.integer({ min: -30 * MINUTE, max: 30 * MINUTE }),
      span,
      span,
      (goneAt, ms, wrongFor, away) => {
        const { told, passed } = live(
          goneAt,
          () => undefined,
          (watch) => {
            watch.stepClock(ms);
            watch.advance(wrongFor);
            watch.stepClock(-ms);
            watch.advance(away);
          },
        );
        expect(told.done).toBeLessThanOrEqual(passed + unnoticed(ms));
      },
    ),
    { numRuns: runs(500, 10) },
  );
});

test('a clock that is half an hour ahead for a moment does not end the session', () => {
  const watch = newWatch();
  watch.openApp();
  watch.tap('Start');
  watch.advance(3 * MINUTE);
  watch.crash();
  watch.screenOff();
  watch.stepClock(30 * MINUTE);
  watch.advance(5 * SECOND);
  watch.stepClock(-30 * MINUTE);
  watch.advance(5 * SECOND);
  watch.openApp();
  watch.advance(5 * SECOND);
  expect(sessionOn(watch)?.session.phase).toBe('running');
  watch.advance(8 * MINUTE);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
});

test.each([11, 30, 60, 120])('a watch whose alarms all ring %d s late loses cues, and no time', (seconds) => {
  const { told } = live(30 * SECOND, (watch) => {
    watch.delayAlarms(seconds * SECOND);
  });
  // Only the first ring may have been delayed by a clock that was set.
  const first = 60 * SECOND;
  expect(told.isRecorded).toBe(true);
  expect(told.done).toBeGreaterThanOrEqual(600 * SECOND - first - seconds * SECOND);
});

test('a watch that accepts 0 to 24 alarms knows for each cue whether it was played', () => {
  fc.assert(
    fc.property(gone, fc.integer({ min: 0, max: 24 }), (goneAt, slots) => {
      const { played, told } = live(goneAt, (watch) => {
        watch.limitAlarms(slots);
      });
      expect(toldAs(told.book, 'played')).toEqual(numbersOf(played.filter((each) => each.felt)));
    }),
    { numRuns: runs(500, 10) },
  );
});

test('if at most one cue in a row is missing, all time counts as done', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 21 }),
      fc.constantFrom(-2 * MINUTE, 2 * MINUTE, 11 * SECOND),
      (number, ms) => {
        const { told } = live(5 * SECOND, (watch) => {
          watch.delayAlarms((alarm) => (numberRung(alarm.param) === number ? ms : 0));
        });
        expect([told.isRecorded, told.done]).toEqual([true, 600 * SECOND]);
      },
    ),
    { numRuns: runs(66, 8) },
  );
});

test('nothing is shown as felt on a watch that was never checked', () => {
  const { told } = live(30 * SECOND, () => undefined);
  expect(toldAs(told.book, 'played')).toHaveLength(22);
  expect(told.book.some((delivery) => 'proven' in delivery)).toBe(false);
});
