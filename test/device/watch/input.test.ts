import type { Press } from '../../../core/session/keys';
import type { Clock } from '../../../device/watch/clock';
import { watchInput } from '../../../device/watch/input';

/** Who listens, and which key is which. */
const mockListeners: {
  key?: (key: number, event: number) => boolean;
  crown?: (key: number, degree: number) => void;
  gesture?: (gesture: number) => boolean;
  wrist?: (event: { type: number; motion: number }) => void;
} = {};

jest.mock(
  '@zos/interaction',
  () => {
    const keys = { KEY_HOME: 1, KEY_SELECT: 2, KEY_UP: 3, KEY_DOWN: 4, KEY_SHORTCUT: 5, KEY_BACK: 6 };
    return {
      ...{ ...keys, KEY_EVENT_CLICK: 10, KEY_EVENT_LONG_PRESS: 11, WRIST_MOTION_FLIP: 20 },
      ...{ GESTURE_LEFT: 30, GESTURE_RIGHT: 31 },
      onKey: ({ callback }: { callback: () => boolean }) => (mockListeners.key = callback),
      offKey: () => delete mockListeners.key,
      onDigitalCrown: ({ callback }: { callback: () => void }) => (mockListeners.crown = callback),
      offDigitalCrown: () => delete mockListeners.crown,
      onGesture: ({ callback }: { callback: () => boolean }) => (mockListeners.gesture = callback),
      offGesture: () => delete mockListeners.gesture,
      onWristMotion: ({ callback }: { callback: () => void }) => (mockListeners.wrist = callback),
    };
  },
  { virtual: true },
);

const [HOME, BACK, UNKNOWN] = [1, 6, 99];
const [CLICK, LONG_PRESS, DOUBLE_CLICK] = [10, 11, 12];

let now = 0;
const clock: Clock = { now: () => now, after: () => () => undefined };

/** What is heard of keys and crown; every press is swallowed. */
function listen() {
  const heard: Press[] = [];
  const undos = [
    watchInput.listenToKeys((press) => {
      heard.push(press);
      return true;
    }),
    watchInput.listenToCrown(clock, (press) => heard.push(press)),
  ];
  return { heard, undo: () => undos.forEach((undo) => undo()) };
}

beforeEach(() => {
  now = 0;
});

test('a key press is reported by name and swallowed if its listener says so', () => {
  const { heard } = listen();
  expect(mockListeners.key?.(HOME, CLICK)).toBe(true);
  expect(mockListeners.key?.(BACK, CLICK)).toBe(true);
  expect(heard).toEqual([
    { kind: 'click', key: 'home' },
    { kind: 'click', key: 'back' },
  ]);
});

test('holding any key is reported in the same way', () => {
  const { heard } = listen();
  mockListeners.key?.(HOME, LONG_PRESS);
  mockListeners.key?.(BACK, LONG_PRESS);
  expect(heard).toEqual([{ kind: 'hold' }, { kind: 'hold' }]);
});

test('an unknown key, or another event of a key, is ignored and not swallowed', () => {
  const { heard } = listen();
  expect(mockListeners.key?.(UNKNOWN, CLICK)).toBe(false);
  expect(mockListeners.key?.(UNKNOWN, LONG_PRESS)).toBe(false);
  expect(mockListeners.key?.(HOME, DOUBLE_CLICK)).toBe(false);
  expect(heard).toEqual([]);
});

test.each([
  ['in one go', [40], 1],
  ['in small steps', [10, 10, 10], 1],
  ['backward', [-40], 1],
  ['by too little', [10, 10], 0],
  ['by no number', [NaN, NaN], 0],
])('the crown turned %s is heard', (_, degrees, turns) => {
  const { heard } = listen();
  for (const degree of degrees) mockListeners.crown?.(HOME, degree);
  expect(heard).toEqual(Array.from({ length: turns }, () => ({ kind: 'turn' })));
});

test('turns in quick succession are one turn; after a rest a new one begins', () => {
  const { heard } = listen();
  mockListeners.crown?.(HOME, 40);
  now = 500;
  mockListeners.crown?.(HOME, 40);
  expect(heard).toHaveLength(1);
  now = 2_000;
  mockListeners.crown?.(HOME, 40);
  expect(heard).toHaveLength(2);
});

test('occasional small movements by a sleeve never add up to a turn', () => {
  const { heard } = listen();
  for (let times = 0; times < 20; times += 1) {
    now += 1_000;
    mockListeners.crown?.(HOME, 20);
  }
  expect(heard).toEqual([]);
});

test('unregistering releases keys, crown and swipes', () => {
  listen().undo();
  watchInput.listenToSwipes(() => true)();
  expect(mockListeners).not.toHaveProperty('key');
  expect(mockListeners).not.toHaveProperty('crown');
  expect(mockListeners).not.toHaveProperty('gesture');
});

test('a swipe back is distinguished from others, and each is swallowed if its listener says so', () => {
  watchInput.listenToSwipes((isBack) => isBack);
  expect([30, 31].map((gesture) => mockListeners.gesture?.(gesture))).toEqual([false, true]);
});

test('a turned wrist and a palm on the screen are distinguished, and reported until unregistered', () => {
  const heard = jest.fn();
  const undo = watchInput.onWrist(heard);
  mockListeners.wrist?.({ type: 3, motion: 20 });
  mockListeners.wrist?.({ type: 3, motion: 1 });
  mockListeners.wrist?.({ type: 0, motion: 20 });
  expect(heard.mock.calls).toEqual([['flip'], ['palm']]);
  undo();
  mockListeners.wrist?.({ type: 3, motion: 20 });
  expect(heard).toHaveBeenCalledTimes(2);
});
