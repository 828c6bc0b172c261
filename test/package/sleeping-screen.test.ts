import fc from 'fast-check';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { runs } from '../runs';
import { choose, feltAndDue, loadPackage, newWatch, WATCHES, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

const { cues } = makeRoutine(DEFAULT_PLAN);

beforeAll(loadPackage);

function asleep(device?: string, phase = 0): VirtualWatch {
  const watch = newWatch(device);
  choose(watch, { letScreenSleep: true });
  watch.advance(phase);
  startSession(watch);
  return watch;
}

test('a screen that may sleep goes dark after ten seconds, and the app is left ten seconds later', () => {
  const watch = asleep();
  watch.advance(9 * SECOND);
  expect(watch.screen().lit).toBe(true);
  watch.advance(1 * SECOND);
  expect(watch.screen().lit).toBe(false);
  watch.advance(10 * SECOND);
  expect(watch.screen().shows).toBe('watchface');
});

test.each(WATCHES)('every cue comes by alarm, at most a second late, on %s', (_screen, device) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * SECOND }), (phase) => {
      const watch = asleep(device, phase);
      const start = watch.now();
      watch.advance(700 * SECOND);
      const felt = watch.felt();
      expect(felt.map(({ carrier }) => carrier)).toEqual(cues.map(() => 'service'));
      const [signals, due] = feltAndDue(felt, cues);
      expect(signals).toEqual(due);
      felt.forEach(({ at }, index) => {
        const late = at - start - (cues[index]?.at ?? NaN);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(SECOND);
      });
      watch.openApp();
      watch.advance(5 * SECOND);
      expect(watch.screen().shows).toBe('page/summary/index');
      expect(recordsOn(watch)).toMatchObject([{ cues: { due: 22, played: 22 } }]);
    }),
    { numRuns: runs(10, 1) },
  );
});

test('waking shows the session where it is, and no cue comes twice, however often the person looks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 * SECOND }), { maxLength: 12 }), (waits) => {
      const watch = asleep();
      for (const wait of waits) {
        watch.advance(wait);
        watch.wake();
        if (watch.now() < 630 * SECOND) {
          expect(watch.screen().shows).toBe('page/session/index');
          expect(sessionOn(watch)?.session.phase).toBe('running');
        }
      }
      watch.advance(700 * SECOND);
      const [signals, due] = feltAndDue(watch.felt(), cues);
      expect(signals).toEqual(due);
      watch.felt().forEach(({ at }, index) => {
        expect(at - (cues[index]?.at ?? NaN)).toBeLessThanOrEqual(SECOND);
      });
      watch.openApp();
      watch.advance(5 * SECOND);
      // Nothing is known about a cue that a service brought while the screen was lit and its page had no time to check.
      const [record] = recordsOn(watch);
      expect(record?.cues.due).toBe(22);
      expect(record?.cues.missed).toBe(record?.cues.why.unknown);
      expect((record?.cues.played ?? 0) + (record?.cues.missed ?? 0)).toBe(22);
    }),
    { numRuns: runs(100, 15) },
  );
});

test('a cue whose alarm is refused is played by a living page', () => {
  const watch = newWatch();
  choose(watch, { letScreenSleep: true });
  watch.openApp();
  watch.limitAlarms(0);
  watch.tap('Start');
  watch.advance(15 * SECOND);
  watch.wake();
  watch.advance(9 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(['page']);
  // It is not left to a service first.
  expect(watch.felt()[0]?.at).toBeLessThanOrEqual((cues[0]?.at ?? NaN) + 50);
});

test.each([2, 5, 10])(
  'among %i alarms, a service that runs as the screen is still lit sets the one of a later cue all the same',
  (slots) => {
    const watch = newWatch();
    choose(watch, { letScreenSleep: true });
    watch.limitAlarms(slots);
    watch.advance(SECOND / 2);
    startSession(watch);
    watch.advance(71 * SECOND);
    // It goes dark again half a second after the alarm, before the page looks for a mark, and then the app is left.
    watch.wake();
    watch.advance(900 * SECOND);
    expect(watch.felt()).toHaveLength(cues.length);
  },
);

test.each([2, 5, 10])(
  'among %i alarms, a cue whose alarm was set by a service is felt once if a page that is a little late sees it come',
  (slots) => {
    const watch = newWatch();
    choose(watch, { letScreenSleep: true });
    watch.limitAlarms(slots);
    startSession(watch);
    watch.advance(70 * SECOND);
    watch.wake();
    // The screen is dark for a moment as the alarm of a cue rings, so that its service sets the one of the next.
    watch.advance(9 * SECOND + 900);
    watch.screenOff();
    watch.advance(SECOND / 2);
    for (let seconds = 80; seconds < 110; seconds += 5) {
      watch.wake();
      watch.advance((seconds + 5) * SECOND - 10 - watch.now());
    }
    watch.stallPages(20);
    watch.advance(5 * SECOND);
    expect(watch.felt().map(({ at }) => Math.floor(at / SECOND))).toEqual([20, 50, 80, 110]);
  },
);

test('a cue that was left to its alarm and swallowed does not affect the next one', () => {
  const watch = asleep();
  watch.advance(15 * SECOND);
  watch.wake();
  watch.setMode({ DND: true });
  watch.advance(8 * SECOND);
  watch.setMode({ DND: false });
  for (const second of [30, 40, 50]) {
    watch.advance(second * SECOND - watch.now());
    watch.wake();
  }
  watch.advance(5 * SECOND);
  expect(sessionOn(watch)?.session.book).toMatchObject([
    { outcome: 'swallowed', by: 'doNotDisturb' },
    { outcome: 'played', by: 'alarm' },
  ]);
});
