import { SECOND } from '../../core/time';
import type { Key, VirtualWatch } from '../../virtual-watch/node';
import { ANSWERED, choose, loadPackage, newWatch, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

/** Watches by their keys, the key hints on the screen, and how "+15 s" is given. */
const WATCHES: readonly (readonly [
  number,
  string,
  { readonly pause: Key; readonly hints: readonly string[]; readonly extend: (watch: VirtualWatch) => void },
])[] = [
  [
    1,
    'Amazfit Active',
    { pause: 'HOME', hints: ['Crown: pause', 'Turn crown: +15 s'], extend: (watch) => watch.turnCrown(-45) },
  ],
  [
    2,
    'Amazfit Balance',
    {
      pause: 'HOME',
      hints: ['Crown: pause', 'Lower key: +15 s'],
      extend: (watch) => watch.press('SHORTCUT'),
    },
  ],
  [
    3,
    'Amazfit Cheetah (Square)',
    {
      pause: 'HOME',
      hints: ['Crown: pause', 'Lower key: +15 s'],
      extend: (watch) => watch.press('SHORTCUT'),
    },
  ],
  [
    4,
    'Amazfit Falcon',
    {
      pause: 'SELECT',
      hints: ['SELECT: pause', 'UP: +15 s', 'DOWN: next'],
      extend: (watch) => watch.press('UP'),
    },
  ],
  [
    5,
    'Amazfit Balance 3',
    {
      pause: 'SELECT',
      hints: ['SELECT: pause', 'UP: +15 s', 'DOWN: next'],
      extend: (watch) => watch.press('UP'),
    },
  ],
];

beforeAll(loadPackage);

describe.each(WATCHES)('in lotion mode on a watch with %i keys, %s', (_count, device, how) => {
  const begin = (): VirtualWatch => {
    const watch = newWatch(device);
    choose(watch, { ...ANSWERED, lotionMode: true });
    startSession(watch);
    return watch;
  };
  const phase = (watch: VirtualWatch) => sessionOn(watch)?.session.phase;

  test('a whole session is done without a touch', () => {
    const watch = begin();
    watch.advance(50 * SECOND);
    watch.press(how.pause);
    expect(phase(watch)).toBe('paused');
    expect(watch.texts()).toContain('Paused');
    watch.advance(7 * SECOND);
    watch.press(how.pause);
    expect(phase(watch)).toBe('running');
    watch.advance(5 * SECOND);
    how.extend(watch);
    watch.advance(600 * SECOND);
    expect(watch.screen().shows).toBe('page/summary/index');
    expect(recordsOn(watch)).toMatchObject([
      { ending: 'finished', pauses: { count: 1, seconds: 7 }, cues: { missed: 0 } },
    ]);
    const [ankle] = recordsOn(watch)[0]?.zones ?? [];
    expect(ankle?.doneSeconds).toBe(75);
  });

  test('goes on after a long pause in which the watch went dark, still without a touch', () => {
    const watch = begin();
    watch.advance(50 * SECOND);
    watch.press(how.pause);
    watch.advance(60 * SECOND);
    expect(watch.screen().lit).toBe(false);
    watch.press(how.pause);
    expect(watch.texts()).toContain('Paused');
    expect(phase(watch)).toBe('paused');
    watch.press(how.pause);
    expect(phase(watch)).toBe('running');
  });

  test('the screen says what the keys do', () => {
    const watch = begin();
    watch.advance(30 * SECOND);
    expect(watch.texts()).toEqual(expect.arrayContaining([...how.hints, 'Locked: hold a key to unlock']));
    expect(watch.texts()).not.toContain('Pause');
  });

  test('touches and swipes do nothing', () => {
    const watch = begin();
    watch.advance(25 * SECOND);
    const { width, height } = watch.device;
    const before = sessionOn(watch);
    for (let x = 20; x < width; x += 40) for (let y = 20; y < height; y += 40) watch.tapAt(x, y);
    (['right', 'left', 'up', 'down'] as const).forEach((direction) => {
      watch.swipe(direction);
    });
    expect(sessionOn(watch)).toEqual(before);
    expect(watch.screen().shows).toBe('page/session/index');
  });

  test('no key leaves the session', () => {
    const watch = begin();
    watch.keys().forEach((key) => {
      watch.press(key);
    });
    expect(watch.screen().shows).toBe('page/session/index');
  });

  test('a key held for a second unlocks, and a swipe leaves again', () => {
    const watch = begin();
    watch.longPress(watch.keys()[0] ?? 'HOME', SECOND);
    expect(phase(watch)).toBe('running');
    expect(watch.texts()).toContain('Pause');
    watch.tap('Pause');
    expect(phase(watch)).toBe('paused');
    watch.swipe('right');
    expect(watch.screen().shows).toBe('app list');
  });
});

test('a key held for less than a second is a press', () => {
  const watch = newWatch();
  choose(watch, { ...ANSWERED, lotionMode: true });
  startSession(watch);
  watch.longPress('HOME', 900);
  expect(sessionOn(watch)?.session.phase).toBe('paused');
  expect(watch.texts()).toContain('Locked: hold a key to unlock');
});

test('without lotion mode no key is swallowed', () => {
  const watch = newWatch();
  startSession(watch);
  watch.press('SHORTCUT');
  expect(sessionOn(watch)?.session.phase).toBe('running');
  watch.press('HOME');
  expect(watch.screen().shows).toBe('app list');
});

test.each([
  [true, 'paused'],
  [false, 'running'],
])('with "flip pauses" %s, turning the wrist over leaves the session %s', (flipPauses, phase) => {
  const watch = newWatch();
  choose(watch, { ...ANSWERED, lotionMode: true, flipPauses });
  startSession(watch);
  watch.advance(25 * SECOND);
  watch.flipWrist();
  expect(sessionOn(watch)?.session.phase).toBe(phase);
  watch.flipWrist();
  expect(sessionOn(watch)?.session.phase).toBe(phase);
});

test('a sleeve that rubs the crown repeatedly is not a turn, a turn in several strokes is', () => {
  const watch = newWatch('Amazfit Active');
  choose(watch, { ...ANSWERED, lotionMode: true });
  startSession(watch);
  const extensions = () => sessionOn(watch)?.session.journal.filter(({ kind }) => kind === 'extended').length;
  for (let rub = 0; rub < 20; rub += 1) {
    watch.turnCrown(rub % 2 === 0 ? 12 : -12);
    watch.advance(2 * SECOND);
  }
  expect(extensions()).toBe(0);
  for (let go = 0; go < 3; go += 1) {
    watch.turnCrown(12);
    watch.advance(100);
  }
  expect(extensions()).toBe(1);
});

test('setting the clock back does not disable the crown', () => {
  const watch = newWatch('Amazfit Active');
  choose(watch, { ...ANSWERED, lotionMode: true });
  startSession(watch);
  watch.advance(30 * SECOND);
  watch.turnCrown(45);
  watch.stepClock(-3600 * SECOND);
  watch.advance(2 * SECOND);
  watch.turnCrown(45);
  expect(sessionOn(watch)?.session.journal.filter(({ kind }) => kind === 'extended')).toHaveLength(2);
});

test('a session that has ended and could not be stored lets the person leave', () => {
  const watch = newWatch();
  choose(watch, { ...ANSWERED, lotionMode: true });
  startSession(watch);
  watch.advance(630 * SECOND);
  watch.failWrites(1_000);
  watch.advance(8 * SECOND);
  expect(watch.texts()).toContain('Could not save');
  watch.swipe('right');
  expect(watch.screen().shows).not.toBe('page/session/index');
});
