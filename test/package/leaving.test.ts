import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, reach, see, startSession, swipeOut, WATCHES } from './app';
import { recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

const BALANCE = 'Amazfit Balance';
const FALCON = 'Amazfit Falcon';

/** The ways to leave a session that do not end it. */
const WAYS_OUT: readonly (readonly [string, string, (watch: VirtualWatch) => void])[] = [
  ['two swipes to the right', BALANCE, swipeOut],
  ['the HOME key', BALANCE, (watch) => watch.press('HOME')],
  ['the BACK key', FALCON, (watch) => watch.press('BACK')],
];

/** The holds on a screen that goes dark by itself; the summary stays lit for half a minute. */
const RELEASED = { stays: false, dropWristPaused: false, palmPaused: false };
const HELD = { stays: true, dropWristPaused: true, palmPaused: true };

function held(watch: VirtualWatch) {
  const { brightMs, dropWristPaused, palmPaused } = watch.screenHold();
  return { stays: brightMs > 30 * SECOND, dropWristPaused, palmPaused };
}

describe.each(WAYS_OUT)('leaving by %s', (_name, device, leave) => {
  test('releases the screen, and the session goes on and can be opened again', () => {
    const watch = newWatch(device);
    startSession(watch);
    watch.advance(100 * SECOND);
    leave(watch);
    expect(watch.screen().shows).not.toContain('page/');
    expect(held(watch)).toEqual(RELEASED);
    watch.advance(101 * SECOND);
    expect(watch.felt()).toHaveLength(7);
    watch.openApp();
    expect(watch.screen().shows).toBe('page/session/index');
    expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Lower thigh', '0:59', 'Pause']));
    expect(recordsOn(watch)).toEqual([]);
    watch.advance(440 * SECOND);
    expect(watch.felt()).toHaveLength(22);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 22 } }]);
  });

  test('and staying away leads to the summary', () => {
    const watch = newWatch(device);
    startSession(watch);
    leave(watch);
    watch.advance(3600 * SECOND);
    watch.openApp();
    watch.advance(3 * SECOND);
    expect(watch.screen().shows).toBe('page/summary/index');
    expect(see(watch, '22 of 22 cues given, up to 1.0 s late')).toBe(true);
    expect(held(watch)).toEqual(RELEASED);
  });
});

test('the screen is kept lit while a session runs, whatever the hands do, and released in a pause', () => {
  const watch = newWatch();
  startSession(watch);
  expect(held(watch)).toEqual(HELD);
  watch.palm();
  watch.wristDown();
  watch.advance(60 * SECOND);
  expect(watch.screen().lit).toBe(true);
  watch.tap('Pause');
  expect(held(watch)).toEqual(RELEASED);
  watch.advance(15 * SECOND);
  expect(watch.screen().lit).toBe(false);
  watch.advance(600 * SECOND);
  watch.wake();
  expect(watch.texts()).toContain('Paused');
  watch.tap('Resume');
  expect(held(watch)).toEqual(HELD);
});

test('a session is ended only by a second tap, in another place', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(90 * SECOND);
  reach(watch, 'End session');
  expect(watch.texts()).toEqual(expect.arrayContaining(['End this session?', 'End', 'Keep going']));
  expect(sessionOn(watch)?.session.phase).toBe('running');
  watch.advance(5 * SECOND);
  watch.tap('Keep going');
  expect(watch.texts()).toContain('Pause');
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/summary/index');
  expect(held(watch)).toEqual(RELEASED);
  expect(watch.screenHold().wakesToApp).toBe(false);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'stopped' }]);
  expect(watch.alarms()).toEqual([]);
  const felt = watch.felt().length;
  watch.advance(700 * SECOND);
  expect(watch.felt()).toHaveLength(felt);
});

describe('a session in which less than a minute was massaged', () => {
  const begun = (seconds: number): VirtualWatch => {
    const watch = newWatch();
    startSession(watch);
    watch.advance(seconds * SECOND);
    return watch;
  };
  const askEnd = (watch: VirtualWatch): VirtualWatch => {
    reach(watch, 'End session');
    return watch;
  };

  test.each([
    ['is kept where the person wants that', 79, 'End and save', 'page/summary/index', 1],
    ['can be discarded, and leaves no record', 79, 'Discard', 'page/start/index', 0],
    ['can be discarded while getting comfortable', 3, 'Discard', 'page/start/index', 0],
  ])('%s', (_, seconds, answer, page, records) => {
    const watch = askEnd(begun(seconds));
    expect(watch.texts()).toEqual(expect.arrayContaining(['Save this session?', 'Discard', 'Keep going']));
    watch.tap(answer);
    watch.advance(SECOND);
    expect(watch.screen().shows).toBe(page);
    expect(recordsOn(watch)).toHaveLength(records);
    expect(sessionOn(watch)).toBeUndefined();
    expect(watch.alarms()).toEqual([]);
    expect(watch.screenHold().wakesToApp).toBe(false);
    const felt = watch.felt().length;
    watch.advance(700 * SECOND);
    expect(watch.felt()).toHaveLength(felt);
  });

  test('does not come back once it was discarded, whatever becomes of the watch', () => {
    const ways: readonly ((watch: VirtualWatch) => void)[] = [
      (watch) => watch.crash(),
      (watch) => watch.reboot(),
      (watch) => watch.updateApp(),
    ];
    for (const go of ways) {
      const watch = askEnd(begun(40));
      watch.tap('Discard');
      go(watch);
      watch.advance(60 * SECOND);
      watch.openApp();
      expect(watch.screen().shows).toBe('page/start/index');
      expect(recordsOn(watch)).toEqual([]);
      expect(watch.alarms()).toEqual([]);
    }
  });

  test('goes on if the process dies during the question, and asks again', () => {
    const watch = askEnd(begun(40));
    watch.crash();
    watch.advance(5 * SECOND);
    watch.openApp();
    expect(watch.screen().shows).toBe('page/session/index');
    expect(watch.texts()).toEqual(expect.arrayContaining(['Ankle', 'Pause']));
    askEnd(watch).tap('Discard');
    watch.advance(SECOND);
    expect(watch.screen().shows).toBe('page/start/index');
    expect(recordsOn(watch)).toEqual([]);
  });

  test('can no longer be discarded after a minute of massage, without pauses', () => {
    const watch = begun(60);
    watch.tap('Pause');
    watch.advance(5 * SECOND);
    expect(askEnd(watch).texts()).toContain('Discard');
    watch.tap('Keep going');
    watch.tap('Resume');
    watch.advance(20 * SECOND);
    expect(askEnd(watch).texts()).toEqual(expect.arrayContaining(['End this session?', 'End']));
    expect(watch.texts()).not.toContain('Discard');
  });
});

describe('a stray swipe to the right', () => {
  test('asks, and the session stays and goes on if nothing follows', () => {
    const watch = newWatch();
    startSession(watch);
    watch.advance(30 * SECOND);
    watch.scroll(300);
    watch.swipe('right');
    expect(watch.texts()).toEqual(
      expect.arrayContaining(['The session goes on. Leave?', 'Yes: swipe right again', 'No, stay']),
    );
    watch.advance(5 * SECOND);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Ankle', '0:45']));
    watch.swipe('right');
    expect(watch.screen().shows).toBe('page/session/index');
  });

  test('leaves at once if the person has turned the question off', () => {
    const watch = newWatch();
    choose(watch, { askToLeave: false });
    startSession(watch);
    watch.swipe('right');
    expect(watch.screen().shows).toBe('app list');
  });
});

test('from the start the screen says first which leg, then what to do, and how long', () => {
  for (const [, device] of WATCHES) {
    const watch = newWatch(device);
    startSession(watch);
    expect(watch.texts().slice(0, 2)).toEqual(['Left leg', 'Get comfortable']);
    // While something is asked, the time is between the answers.
    expect(watch.texts()).toContain('0:20');
    watch.advance(25 * SECOND);
    expect(watch.texts().slice(0, 3)).toEqual(['Left leg', 'Ankle', '0:55']);
  }
});

test('tapping the time shows the time to the end of the session, and tapping again to the end of the step', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(25 * SECOND);
  watch.tap('0:55');
  expect(watch.texts()).toEqual(expect.arrayContaining(['10:10', 'Left in the session']));
  watch.advance(SECOND);
  watch.tap('10:09');
  expect(watch.texts()).toEqual(expect.arrayContaining(['0:54', 'Left in this step']));
});

test('a light tick comes three seconds before the change of legs and the end if chosen, and is not a cue', () => {
  const watch = newWatch();
  choose(watch, { earlySignal: true });
  startSession(watch);
  const begun = watch.now();
  watch.advance(640 * SECOND);
  const seconds = watch.felt().map(({ at }) => Math.round((at - begun) / SECOND));
  expect(seconds).toHaveLength(24);
  expect(seconds).toEqual(expect.arrayContaining([317, 320, 632, 635]));
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 22, missed: 0 } }]);
});

test('a held key pauses and resumes, on a watch with a single key', () => {
  const watch = newWatch('Amazfit Active');
  startSession(watch);
  watch.advance(25 * SECOND);
  watch.longPress('HOME', SECOND);
  expect(watch.texts()).toContain('Paused');
  watch.longPress('HOME', SECOND);
  expect(sessionOn(watch)?.session.phase).toBe('running');
});

test('a session that finishes releases the screen', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(640 * SECOND);
  expect(watch.screen().shows).toBe('page/summary/index');
  expect(held(watch)).toEqual(RELEASED);
  expect(watch.screenHold().wakesToApp).toBe(false);
  watch.advance(60 * SECOND);
  expect(watch.screen()).toEqual({ lit: false, shows: 'watchface' });
  watch.wake();
  expect(watch.screen().shows).toBe('watchface');
});

test('a watch that went dark all the same wakes to the session', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(30 * SECOND);
  watch.screenOff();
  watch.advance(60 * SECOND);
  expect(watch.screen().shows).toBe('watchface');
  watch.wake();
  expect(watch.screen().shows).toBe('page/session/index');
  expect(watch.felt()).toHaveLength(3);
});

test('after a crash, the next session that ends releases the screen', () => {
  const watch = newWatch();
  startSession(watch);
  watch.crash();
  watch.openApp();
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(SECOND);
  expect(held(watch)).toEqual(RELEASED);
});

test('a restarted watch asks whether to go on, with what is known to be done', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(100 * SECOND);
  watch.reboot();
  watch.advance(300 * SECOND);
  expect(watch.felt()).toHaveLength(3);
  watch.openApp();
  expect(watch.texts()).toEqual(expect.arrayContaining(['Interrupted', 'Resume']));
  watch.tap('Resume');
  watch.advance(560 * SECOND);
  // What the watch slept through was missed and comes again. Whether the cue before was played is not known.
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 21, missed: 12 } }]);
});

test('an app update during a session loses its alarms, and the person is asked', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(100 * SECOND);
  watch.updateApp();
  watch.advance(100 * SECOND);
  watch.openApp();
  expect(watch.texts()).toContain('Interrupted');
});

test('an interrupted session that is not resumed is recorded as such, with no more than is known', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(100 * SECOND);
  watch.reboot();
  watch.openApp();
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(SECOND);
  expect(see(watch, 'Interrupted')).toBe(true);
  const done = recordsOn(watch)[0]?.zones.reduce((sum, zone) => sum + zone.doneSeconds, 0) ?? NaN;
  expect(done).toBeGreaterThanOrEqual(60);
  expect(done).toBeLessThanOrEqual(80);
});

test('opening the app with a session in progress skips the start screen', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Start');
  swipeOut(watch);
  watch.openApp();
  expect(watch.screen().shows).toBe('page/session/index');
});
