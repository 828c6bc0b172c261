import fc from 'fast-check';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import type { Delivery } from '../../core/session/delivery';
import { lossOf } from '../../core/session/delivery';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { runs } from '../runs';
import { feltAndDue, loadPackage, newWatch, WATCHES, startSession, swipeOut } from './app';
import { recordsOn, sessionOn } from './disk';

const { cues, length } = makeRoutine(DEFAULT_PLAN);

/** How long after its due time a cue may be felt, with a living page and without. */
const TOLERANCE = { alive: 50, gone: 2 * SECOND } as const;

beforeAll(loadPackage);

/** The ways in which a page goes and does not come back by itself. */
const ENDS: Readonly<Record<string, (watch: VirtualWatch) => void>> = {
  'the process dies': (watch) => {
    watch.crash();
    watch.screenOff();
  },
  'the app is left with a swipe': (watch) => {
    swipeOut(watch);
    watch.screenOff();
  },
  'the watch goes dark': (watch) => watch.screenOff(),
};

/** Any moment of the session, mostly close to a cue. */
function moments(): fc.Arbitrary<number> {
  const aroundCue = fc
    .tuple(fc.constantFrom(...cues), fc.integer({ min: -200, max: 2_500 }))
    .map(([{ at }, off]) => Math.max(0, at + off));
  return fc.oneof(fc.integer({ min: 0, max: length }), aroundCue);
}

test('if the page goes at any moment, every remaining cue is felt once, correctly, within two seconds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WATCHES),
      fc.constantFrom(...Object.keys(ENDS)),
      fc.integer({ min: 0, max: 3 * SECOND }),
      moments(),
      fc.integer({ min: 0, max: 15 * 60 * SECOND }),
      ([, device], end, phase, goneAt, away) => {
        const watch = newWatch(device);
        watch.advance(phase);
        startSession(watch);
        const start = watch.wall();
        watch.advance(goneAt);
        ENDS[end]?.(watch);
        watch.advance(away);
        // A page in the dark lives on for ten seconds; one that records the session by then has nothing left to show.
        const isOver = recordsOn(watch).length > 0;
        const bookedBy = (): readonly string[] => watch.felt().map(({ carrier }) => carrierBooked(carrier));
        const opened = watch.wall();
        watch.openApp();
        if (opened < start + length - 3 * SECOND) {
          expect(watch.screen().shows).toBe('page/session/index');
          // For a cue that an alarm is about to bring, the page waits, and books it with those before.
          if (cues.some(({ at }) => isWithin(opened - start - at, TOLERANCE.gone)))
            watch.advance(TOLERANCE.gone);
          expect(sessionOn(watch)?.session.book.map(carrierOf)).toEqual(bookedBy());
          watch.advanceUntil(() => watch.wall() >= start + length);
        }
        watch.advance(10 * SECOND);
        if (!isOver) expect(watch.screen().shows).toBe('page/summary/index');

        const felt = watch.felt();
        expect(felt.map(({ by }) => by).filter((by) => by === 'system')).toEqual([]);
        const [signals, due] = feltAndDue(felt, cues);
        expect(signals).toEqual(due);
        const lateness = felt.map(({ wall }, index) => wall - start - (cues[index]?.at ?? NaN));
        felt.forEach(({ carrier, wall }, index) => {
          // What was due when the page was opened may have been left to an alarm that was about to ring.
          const wasDue = wall >= opened && wall - start - (lateness[index] ?? NaN) <= opened - start;
          const isAlive = carrier === 'page' && !wasDue;
          expect(lateness[index]).toBeGreaterThanOrEqual(0);
          expect(lateness[index]).toBeLessThanOrEqual(isAlive ? TOLERANCE.alive : TOLERANCE.gone);
        });

        expect(watch.everNotified()).toEqual([]);

        watch.advance(3600 * SECOND);
        watch.openApp();
        expect(watch.screen().shows).toBe('page/start/index');
        const records = recordsOn(watch);
        expect(records).toHaveLength(1);
        expect(records[0]).toMatchObject({ ending: 'finished', cues: { due: 22, played: 22, missed: 0 } });
        expect(records[0]?.cues.latest).toBeLessThanOrEqual(TOLERANCE.gone);
        expect(
          records[0]?.zones.every(({ plannedSeconds, doneSeconds }) => plannedSeconds === doneSeconds),
        ).toBe(true);
        expect(watch.felt()).toHaveLength(22);
        expect(watch.alarms()).toEqual([]);
        expect(watch.notifications()).toEqual([]);
      },
    ),
    { numRuns: runs(400, 30) },
  );
});

/** Whether a time has begun and is shorter than another, in ms. */
function isWithin(elapsed: number, longest: number): boolean {
  return elapsed >= 0 && elapsed < longest;
}

function carrierOf(delivery: Delivery): string {
  return delivery.outcome === 'played' ? delivery.by : String(lossOf(delivery));
}

function carrierBooked(carrier: string): string {
  return carrier === 'page' ? 'page' : 'alarm';
}
