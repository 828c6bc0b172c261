import fc from 'fast-check';
import { PLAYABLE_FOR, lossOf } from '../../core/session/delivery';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import type { Delivery } from '../../core/session/delivery';
import { HOUR, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { runs } from '../runs';
import { loadPackage, newWatch, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

const { cues, length } = makeRoutine(DEFAULT_PLAN);
const DAY = 24 * HOUR;

beforeAll(loadPackage);

/** A watch whose page died 30 s into a session, after one cue. */
function orphaned(prepare: (watch: VirtualWatch) => void = () => undefined): VirtualWatch {
  const watch = newWatch();
  watch.openApp();
  prepare(watch);
  startSession(watch);
  watch.advance(30 * SECOND);
  watch.crash();
  return watch;
}

function outcomes(watch: VirtualWatch): readonly string[] {
  return (sessionOn(watch)?.session.book ?? []).map(outcomeOf);
}

function outcomeOf(delivery: Delivery): string {
  return delivery.outcome === 'played' ? delivery.by : String(lossOf(delivery));
}

describe('days later', () => {
  test('a session that was carried to its end is found finished', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: length }),
        fc.integer({ min: 0, max: 29 * DAY }),
        (goneAt, away) => {
          const watch = newWatch();
          startSession(watch);
          watch.advance(goneAt);
          watch.crash();
          watch.screenOff();
          watch.advance(length + away);
          watch.openApp();
          watch.advance(5 * SECOND);
          expect(recordsOn(watch)).toMatchObject([
            { ending: 'finished', cues: { due: 22, played: 22, missed: 0 } },
          ]);
          expect(watch.alarms()).toEqual([]);
        },
      ),
      { numRuns: runs(200, 20) },
    );
  });

  test('the guard finally rings, unnoticed, and the marks of services still count', () => {
    const watch = orphaned();
    watch.advance(29 * DAY);
    const [felt, notified] = [watch.felt().length, watch.notifications().length];
    expect(watch.alarms()).toHaveLength(1);
    watch.advance(2 * DAY);
    expect([watch.alarms(), watch.felt().length, watch.notifications().length]).toEqual([[], felt, notified]);
    watch.openApp();
    watch.advance(5 * SECOND);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
  });
});

describe('a watch that accepts only a few alarms', () => {
  test.each([0, 1, 10, 22, 23])('%d, and restarts, claims nothing about carried cues', (limit) => {
    const watch = orphaned((fresh) => fresh.limitAlarms(limit));
    watch.advance(3 * SECOND);
    watch.reboot();
    watch.advance(700 * SECOND);
    watch.openApp();
    expect(watch.texts()).toContain('Resume');
    expect(outcomes(watch).filter((outcome) => outcome === 'alarm')).toEqual([]);
  });

  test.each([
    [0, true, true],
    [10, true, true],
    [22, true, false],
    [23, false, false],
  ])(
    '%d, says to keep Legato open while cues have none, and sets the next when one is free',
    (limit, before, after) => {
      const watch = newWatch();
      watch.openApp();
      watch.limitAlarms(limit);
      watch.tap('Start');
      const isTold = (): boolean => watch.texts().includes('Keep Legato open.');
      expect(isTold()).toBe(before);
      watch.advance(22 * SECOND);
      expect(isTold()).toBe(after);
      const carried = watch.alarms().length;
      expect(carried).toBe(Math.min(limit, 22));
    },
  );

  test.each([
    [0, 1],
    [1, 22],
    [2, 22],
    [3, 22],
    [10, 22],
    [22, 22],
    [24, 22],
  ])(
    '%d, brings %d cues after the page is gone: the next has an alarm, and each service sets that of one more',
    (limit, brought) => {
      const watch = newWatch();
      watch.limitAlarms(limit);
      startSession(watch);
      watch.advance(22 * SECOND);
      watch.crash();
      watch.screenOff();
      watch.advance(700 * SECOND);
      expect(watch.felt()).toHaveLength(brought);
      watch.openApp();
      watch.advance(5 * SECOND);
      const told = recordsOn(watch)[0]?.cues;
      if (limit > 0) expect([told?.due, (told?.played ?? 0) + (told?.late ?? 0)]).toEqual([22, brought]);
    },
  );
});

describe('do-not-disturb', () => {
  const silence = (watch: VirtualWatch, on: boolean, seconds: number): void => {
    watch.setMode({ DND: on });
    watch.advance(seconds * SECOND);
  };

  test('that was on when cues rang and is now off has swallowed them', () => {
    const watch = orphaned();
    silence(watch, true, 120);
    silence(watch, false, 0);
    watch.openApp();
    expect(outcomes(watch)).toEqual(['page', ...new Array<string>(4).fill('doNotDisturb')]);
    expect(watch.texts()).toContain('Pause');
  });

  test('that is on now has swallowed no earlier cue', () => {
    const watch = orphaned();
    silence(watch, false, 120);
    silence(watch, true, 0);
    watch.openApp();
    expect(outcomes(watch)).toEqual(['page', ...new Array<string>(4).fill('alarm')]);
  });

  test('that was on for some of the cues has swallowed only those', () => {
    const watch = orphaned();
    silence(watch, false, 60);
    silence(watch, true, 60);
    watch.openApp();
    expect(outcomes(watch)).toEqual(['page', 'alarm', 'alarm', 'doNotDisturb', 'doNotDisturb']);
    expect(watch.texts()).toContain('Pause');
  });
});

test('a cue that comes while the watch face is lit is not known, because a service cannot leave a mark then', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(19 * SECOND);
  watch.crash();
  watch.advance(6 * SECOND);
  expect(watch.felt()).toHaveLength(1);
  watch.advance(60 * SECOND);
  watch.openApp();
  expect(outcomes(watch)).toEqual(['unknown', 'alarm', 'alarm']);
});

test('a cue that comes while the watch face is lit does not come again if the app is opened at once', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(19 * SECOND);
  watch.crash();
  watch.advance(2 * SECOND + SECOND / 2);
  watch.openApp();
  watch.advance(5 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(['service']);
});

test('a page that stands still leaves its cues to the alarms, and none comes again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: length }),
      // Two minutes after the end the screen goes dark; a page that stands still by then is another test.
      fc.integer({ min: 0, max: 110 * SECOND }),
      (from, ms) => {
        // An alarm that rang just so long ago may have been passed over by a clock that was set: the cue is not known,
        // and comes again.
        const back = from + ms + 10;
        fc.pre(!cues.some(({ at }) => back - at > PLAYABLE_FOR && back - at <= PLAYABLE_FOR + 2 * SECOND));
        const watch = newWatch();
        startSession(watch);
        watch.advance(from);
        watch.stallPages(ms);
        watch.advance(ms + 10);
        const end = watch.now();
        const expected = cues.filter(({ at }) => at + 2 * SECOND < end).length;
        expect(watch.felt().length).toBeGreaterThanOrEqual(expected);
        watch.advance(700 * SECOND);
        expect(watch.felt()).toHaveLength(22);
        const [record] = recordsOn(watch);
        expect(record).toMatchObject({ ending: 'finished', cues: { due: 22, played: 22 } });
        expect(record?.cues.latest).toBeLessThanOrEqual(2 * SECOND);
      },
    ),
    { numRuns: runs(200, 20) },
  );
});

describe('a disk that refuses to store what was armed', () => {
  test('is reported, and tried again, so that the alarms work when the page goes', () => {
    const watch = newWatch();
    startSession(watch);
    watch.advance(30 * SECOND);
    watch.tap('Pause');
    // It is stored that the session goes on, but not what was armed for it.
    watch.failWrites(1, 2);
    watch.tap('Resume');
    expect(watch.texts()).toContain('Could not save');
    watch.advance(2 * SECOND);
    expect(watch.texts()).not.toContain('Could not save');
    watch.crash();
    watch.advance(700 * SECOND);
    expect(watch.felt()).toHaveLength(22);
  });

  test('is tried again in a pause too', () => {
    const watch = newWatch();
    startSession(watch);
    watch.advance(30 * SECOND);
    watch.failWrites(1);
    watch.tap('Pause');
    expect(watch.texts()).toContain('Could not save');
    watch.advance(6 * SECOND);
    expect(watch.texts()).toContain('Paused');
    expect(sessionOn(watch)?.session.phase).toBe('paused');
  });
});

test.each([
  [50, 'Start'],
  // The screen has been redrawn meanwhile.
  [200, 'Continue'],
])('a second tap after %i ms does not replace the session that is about to show', (ms, label) => {
  const watch = newWatch();
  watch.openApp();
  watch.slowNavigation(500);
  watch.tap('Start');
  const first = sessionOn(watch)?.session.id;
  watch.advance(ms);
  watch.tap(label);
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
  expect(sessionOn(watch)?.session.id).toBe(first);
  expect(recordsOn(watch)).toEqual([]);
});
