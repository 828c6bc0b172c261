import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, reach, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

/** Just before the first cue of the default plan, at 20 s. */
const BEFORE_FIRST = 20 * SECOND - 50;

/** A person who looks at the watch all the time. */
function lookOn(watch: VirtualWatch, seconds: number): void {
  for (let second = 0; second < seconds; second += 1) {
    watch.wake();
    watch.advance(SECOND);
  }
}

const bookOf = (watch: VirtualWatch) => sessionOn(watch)?.session.book ?? [];

test.each([0, 1_500, 2_500, 2_900, 4_000, 8_000])(
  'alarms that ring %d ms late while the person watches neither stop the session nor play a cue twice',
  (late) => {
    const watch = newWatch();
    choose(watch, { letScreenSleep: true });
    startSession(watch);
    watch.delayAlarms(late);
    watch.advance(BEFORE_FIRST);
    lookOn(watch, 75);
    expect(sessionOn(watch)?.session.phase).toBe('running');
    expect(watch.felt().map(({ at }) => Math.floor(at / (10 * SECOND)))).toEqual([2, 5, 8]);
    // A page that finally plays it gives the number of the zone, a service only that there is another.
    const isByPage = late > 3 * SECOND;
    expect(watch.felt().map(({ pulses }) => pulses.length)).toEqual([isByPage ? 1 : 2, 1, 2]);
    for (const { at } of watch.felt()) expect(at % (10 * SECOND)).toBeLessThanOrEqual(4 * SECOND);
    expect(bookOf(watch).map(({ outcome }) => outcome)).toEqual(['played', 'played', 'played']);
  },
);

test('a page that stood still while the alarms were late plays what no carrier has brought, and goes on', () => {
  const watch = newWatch();
  startSession(watch);
  watch.delayAlarms(4 * SECOND);
  watch.advance(BEFORE_FIRST);
  watch.stallPages(4_500);
  watch.advance(15 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(['page']);
  expect(sessionOn(watch)?.session.phase).toBe('running');
  expect(bookOf(watch)).toMatchObject([{ outcome: 'played', by: 'page' }]);
});

test('a cue that waits for its alarm when Next is tapped yields to the next one, and is not booked as felt', () => {
  const watch = newWatch();
  choose(watch, { letScreenSleep: true });
  watch.advance(300);
  startSession(watch);
  watch.advance(15 * SECOND);
  watch.wake();
  watch.advance(5 * SECOND + 400);
  reach(watch, 'Next');
  watch.advance(3 * SECOND);
  expect(watch.felt().map(({ pulses }) => pulses.length)).toEqual([2]);
  expect(bookOf(watch)).toMatchObject([
    { outcome: 'missed', reason: 'overtaken' },
    { outcome: 'played', by: 'page' },
  ]);
});

test('a cue that an alarm brings while the page stands still is not repeated by a tap right after it', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(BEFORE_FIRST);
  watch.stallPages(2_000);
  watch.advance(2_000);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(['service']);
  watch.tap('Pause');
  watch.advance(5 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(['service']);
  expect(bookOf(watch)).toEqual([{ outcome: 'played', by: 'alarm' }]);
});

test.each([-500, -1_000, -1_500, -2_000, -10_000])(
  'alarms that ring %d ms late (negative is early) take no cue from a living page, and play none twice',
  (late) => {
    const watch = newWatch();
    startSession(watch);
    watch.delayAlarms(late);
    watch.advance(700 * SECOND);
    expect(watch.felt()).toHaveLength(22);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 22, missed: 0 } }]);
  },
);
