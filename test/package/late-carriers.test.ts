import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, reach, startSession, watchWith } from './app';
import { recordsOn, sessionOn } from './disk';
import { numberRung } from './witness';

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

describe('an alarm that rings early while the page lives', () => {
  /** A session whose alarm of this cue rings two seconds early, and that of the end a minute late. */
  const withEarly = (number: number, seconds: number): VirtualWatch => {
    const watch = newWatch();
    startSession(watch);
    watch.delayAlarms(({ param }) => ({ [number]: -2 * SECOND, 21: 60 * SECOND })[numberRung(param)] ?? 0);
    watch.advance(seconds * SECOND);
    watch.crash();
    watch.screenOff();
    return watch;
  };

  test('leaves it known that the page has played a later cue', () => {
    const watch = withEarly(1, 85);
    watch.advance(60 * SECOND);
    watch.openApp();
    expect(bookOf(watch).map(({ outcome }) => outcome)).toEqual(new Array(5).fill('played'));
  });

  test('does not let the session ask whether to go on once the page is gone', () => {
    const watch = withEarly(3, 620);
    watch.advance(40 * SECOND);
    watch.openApp();
    watch.advance(5 * SECOND);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 21 } }]);
  });

  test('vouches for no cue whose own alarm rang early as well', () => {
    const watch = newWatch();
    startSession(watch);
    watch.delayAlarms(({ param }) => ([1, 3].includes(numberRung(param)) ? -65 * SECOND : 0));
    watch.advance(85 * SECOND);
    watch.crash();
    watch.screenOff();
    watch.advance(40 * SECOND);
    watch.openApp();
    expect(bookOf(watch)[3]).toEqual({ outcome: 'unknown' });
  });

  test('is not waited for by a page that lets the screen sleep', () => {
    const watch = newWatch();
    choose(watch, { letScreenSleep: true });
    startSession(watch);
    watch.delayAlarms(-2 * SECOND);
    watch.advance(BEFORE_FIRST);
    lookOn(watch, 35);
    expect(watch.felt().map(({ at }) => Math.round(at / SECOND))).toEqual([20, 50]);
  });
});

test('a service that is too late on a lit watch still sets the alarm of a later cue', () => {
  const watch = newWatch();
  watch.limitAlarms(2);
  startSession(watch);
  watch.delayAlarms(11 * SECOND);
  watch.advance(45 * SECOND);
  watch.crash();
  watch.advance(15 * SECOND);
  watch.wake();
  // The reminder at 0:50 no longer applies when its alarm rings.
  watch.advance(3 * SECOND);
  expect(watch.screen()).toMatchObject({ lit: true, shows: 'watchface' });
  watch.advance(90 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(['page', 'service', 'service']);
});

describe('a watch that lists its alarms after they have rung', () => {
  test('feels each cue once, while a person looks at a screen that may sleep', () => {
    const watch = watchWith({ alarmsStayListed: true });
    choose(watch, { letScreenSleep: true });
    startSession(watch);
    watch.advance(BEFORE_FIRST);
    lookOn(watch, 75);
    expect(watch.felt().map(({ at }) => Math.floor(at / (10 * SECOND)))).toEqual([2, 5, 8]);
  });

  test('has room for the alarms of later cues', () => {
    const watch = watchWith({ alarmsStayListed: true, alarmSlots: 10 });
    startSession(watch);
    watch.advance(30 * SECOND);
    watch.crash();
    watch.screenOff();
    watch.advance(700 * SECOND);
    // Those that services have set themselves cannot be cancelled, since their ids are not on disk.
    expect(watch.felt().length).toBeGreaterThan(10);
  });
});

describe('a watch that drops its alarms when the clock is set', () => {
  test.each([5, 15, 45, 120, 600])(
    'by %d s under a living page brings each cue once, with or without the page later on',
    (seconds) => {
      const watch = watchWith({ alarmsOnClockSet: 'dropped' });
      startSession(watch);
      watch.advance(100 * SECOND);
      watch.stepClock(seconds * SECOND);
      watch.advance(30 * SECOND);
      watch.crash();
      watch.screenOff();
      watch.advance(700 * SECOND);
      watch.openApp();
      watch.advance(5 * SECOND);
      expect(watch.felt()).toHaveLength(22);
      const [record] = recordsOn(watch);
      expect([record?.ending, record?.cues.due, record?.cues.by]).toEqual([
        ...['finished', 22],
        { page: 4, alarm: 18, timer: 0 },
      ]);
    },
  );
});
