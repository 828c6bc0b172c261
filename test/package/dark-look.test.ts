import { MINUTE, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, reach, startSession } from './app';
import { recordsOn } from './disk';

beforeAll(loadPackage);

/** The hint how to get the picture back, shown the first time in a launch. */
const WORD = 6 * SECOND;
const BRIGHT = { level: 60, auto: true };
const DIMMED = { level: 1, auto: false };

function isBlack(watch: VirtualWatch): boolean {
  const { lit, nodes } = watch.picture();
  return lit && nodes.length === 1 && watch.texts().join('') === '';
}

function touchTwice(watch: VirtualWatch): void {
  [1, 2].forEach(() => {
    watch.tapAt(200, 200);
    watch.advance(SECOND / 4);
  });
}

describe.each(['Amazfit Balance', 'Amazfit Bip 6'])('on %s', (device) => {
  test('a session in the dark look is felt to its end, whatever hands do to the watch', () => {
    const watch = newWatch(device);
    startSession(watch);
    reach(watch, 'Dark');
    expect(watch.texts().join()).toContain('tap twice');
    watch.advance(WORD);
    for (let minute = 0; minute < 10; minute += 1) {
      expect([isBlack(watch), watch.brightness()]).toEqual([true, DIMMED]);
      watch.tapAt(200, 200);
      watch.palm();
      watch.wristDown();
      watch.swipe('right');
      watch.advance(MINUTE);
    }
    watch.advance(MINUTE);
    expect(watch.screen().shows).toBe('page/summary/index');
    expect(watch.brightness()).toEqual(BRIGHT);
    expect(watch.felt().map(({ carrier }) => carrier)).toEqual(new Array(22).fill('page'));
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 22, missed: 0 } }]);
  });
});

test('two touches or a key bring the picture back, and one tap makes it black again', () => {
  const watch = newWatch();
  startSession(watch);
  reach(watch, 'Dark');
  watch.advance(WORD);
  touchTwice(watch);
  expect(watch.texts()).toContain('Pause');
  expect(watch.brightness()).toEqual(BRIGHT);
  reach(watch, 'Dark');
  watch.advance(SECOND);
  expect(isBlack(watch)).toBe(true);
  watch.press('HOME');
  expect(watch.screen().shows).toBe('page/session/index');
  expect(watch.texts()).toContain('Pause');
});

test('it can be chosen for each session', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Dark look: off');
  expect(watch.texts()).toContain('Dark look: on');
  watch.crash();
  startSession(watch);
  watch.advance(WORD);
  expect(isBlack(watch)).toBe(true);
});

test('a mode that swallows a cue brings the picture back, and says so', () => {
  const watch = newWatch();
  choose(watch, { darkLook: true });
  startSession(watch);
  watch.advance(WORD);
  watch.setMode({ DND: true });
  watch.advance(20 * SECOND);
  expect(watch.texts()).toContain('Do not disturb: cue lost?');
  expect(watch.brightness()).toEqual(BRIGHT);
});

test('a page that dies in it leaves no setting behind for long, and the next start restores the brightness', () => {
  const watch = newWatch();
  choose(watch, { darkLook: true });
  startSession(watch);
  watch.advance(30 * SECOND);
  expect(watch.screenHold()).toMatchObject({ dropWristPaused: true, palmPaused: true });
  watch.crash();
  watch.advance(12 * MINUTE + 36 * SECOND);
  expect(watch.screenHold()).toMatchObject({ dropWristPaused: false, palmPaused: false });
  expect(watch.brightness()).toEqual(DIMMED);
  watch.openApp();
  watch.advance(SECOND);
  expect(watch.brightness()).toEqual(BRIGHT);
});
