import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { loadPackage, newWatch, reach, see, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

const BALANCE = 'Amazfit Balance';
const FALCON = 'Amazfit Falcon';

/** The ways out of a session by which it does not end. */
const WAYS_OUT: readonly (readonly [string, string, (watch: VirtualWatch) => void])[] = [
  ['a swipe to the right', BALANCE, (watch) => watch.swipe('right')],
  ['the HOME key', BALANCE, (watch) => watch.press('HOME')],
  ['the BACK key', FALCON, (watch) => watch.press('BACK')],
];

/** What is held of a screen that goes dark by itself; the summary stays lit for half a minute. */
const RELEASED = { stays: false, dropWristPaused: false, palmPaused: false };
const HELD = { stays: true, dropWristPaused: true, palmPaused: true };

function held(watch: VirtualWatch) {
  const { brightMs, dropWristPaused, palmPaused } = watch.screenHold();
  return { stays: brightMs > 30 * SECOND, dropWristPaused, palmPaused };
}

describe.each(WAYS_OUT)('leaving by %s', (_name, device, leave) => {
  test('lets the screen go, and the session goes on and is there again', () => {
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
    expect(see(watch, '22 of 22 cues, latest 1.0 s')).toBe(true);
    expect(held(watch)).toEqual(RELEASED);
  });
});

test('the screen is held while a session runs, whatever the hands do, and let go in a pause', () => {
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

test('a session is ended only by a second touch, in another place', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(30 * SECOND);
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

test('a session that finishes lets the screen go', () => {
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

test('after a crash, the next session that ends lets the screen go', () => {
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
  // What the watch slept through was missed and comes anew. Of the cue before, nobody knows whether it came to it.
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 21, missed: 12 } }]);
});

test('an app update in a session loses its alarms, and the person is asked', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(100 * SECOND);
  watch.updateApp();
  watch.advance(100 * SECOND);
  watch.openApp();
  expect(watch.texts()).toContain('Interrupted');
});

test('an interrupted session that is not gone on with is recorded as such, with no more than is known', () => {
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

test('opening the app with a session in it leads to the session, past the start screen', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Start');
  watch.swipe('right');
  watch.openApp();
  expect(watch.screen().shows).toBe('page/session/index');
});
