import type { KeyAction, KeyState, LockedState, Press } from '../../../core/session/keys';
import { commandFor, KEY_STATES, keyAction, keysOf, lockedPresses } from '../../../core/session/keys';

/** How many keys watches have, and which; the crown turns on all that have a HOME key. */
const WATCHES = [
  [1, ['home']],
  [2, ['home', 'shortcut']],
  [3, ['home', 'shortcut', 'back']],
  [4, ['select', 'up', 'down', 'back']],
  [5, ['select', 'up', 'down', 'back', 'home']],
] as const;

/** Every press on every watch in every state. */
const TABLE: Readonly<Record<string, Readonly<Record<KeyState, KeyAction>>>> = {
  home: {
    running: 'system',
    paused: 'system',
    locked: 'pauseOrGoOn',
    asked: 'pauseOrGoOn',
    lockedPaused: 'pauseOrGoOn',
    dark: 'show',
  },
  shortcut: {
    running: 'system',
    paused: 'system',
    locked: 'extend',
    asked: 'extend',
    lockedPaused: 'hurt',
    dark: 'show',
  },
  select: {
    running: 'system',
    paused: 'system',
    locked: 'pauseOrGoOn',
    asked: 'pauseOrGoOn',
    lockedPaused: 'pauseOrGoOn',
    dark: 'show',
  },
  up: {
    running: 'system',
    paused: 'system',
    locked: 'extend',
    asked: 'extend',
    lockedPaused: 'hurt',
    dark: 'show',
  },
  down: {
    running: 'system',
    paused: 'system',
    locked: 'next',
    asked: 'next',
    lockedPaused: 'next',
    dark: 'show',
  },
  back: {
    running: 'system',
    paused: 'system',
    locked: 'nothing',
    asked: 'nothing',
    lockedPaused: 'nothing',
    dark: 'show',
  },
  'a hold': {
    running: 'pauseOrGoOn',
    paused: 'pauseOrGoOn',
    locked: 'unlock',
    asked: 'answer',
    lockedPaused: 'unlock',
    dark: 'show',
  },
  'a turn': {
    running: 'system',
    paused: 'system',
    locked: 'extend',
    asked: 'extend',
    lockedPaused: 'hurt',
    dark: 'nothing',
  },
};

const HOLD: Press = { kind: 'hold' };

function pressesOn(count: number): readonly (readonly [string, Press])[] {
  const clicks = keysOf(count).map((key): [string, Press] => [key, { kind: 'click', key }]);
  return [...clicks, ['a hold', HOLD], ['a turn', { kind: 'turn' }]];
}

const CELLS = WATCHES.flatMap(([count]) =>
  pressesOn(count).flatMap(([name, press]) =>
    KEY_STATES.map((state) => [count, name, state, meaningOn(count, name, state), press] as const),
  ),
);

/** A key may say it; a crown, which a sleeve can turn, may not, unless there is no key for it. */
function meaningOn(count: number, name: string, state: KeyState): KeyAction | undefined {
  const action = TABLE[name]?.[state];
  return name === 'a turn' && action === 'hurt' && count > 1 ? 'nothing' : action;
}

test.each(CELLS)('on a watch with %d keys, %s while %s means %s', (count, _name, state, action, press) => {
  expect(keyAction(press, state, keysOf(count))).toBe(action);
});

describe.each(WATCHES)('a watch with %d keys', (count, keys) => {
  /** What a person can do without the touch screen. */
  const commandsIn = (state: KeyState, isPaused: boolean) =>
    pressesOn(count).map(([, press]) => commandFor(keyAction(press, state, keysOf(count)), isPaused));

  test('has these', () => {
    expect(keysOf(count)).toEqual(keys);
  });

  test('pauses and resumes, with the touch screen locked or not', () => {
    expect(commandsIn('running', false)).toContain('pause');
    expect(commandsIn('paused', true)).toContain('resume');
    expect(commandsIn('locked', false)).toContain('pause');
    expect(commandsIn('lockedPaused', true)).toContain('resume');
  });

  test('adds 15 s and unlocks while the touch screen is locked, and never unlocks by a short press', () => {
    expect(commandsIn('locked', false)).toContain('extend');
    const clicks = keysOf(count).map((key) => keyAction({ kind: 'click', key }, 'locked', keysOf(count)));
    expect(clicks).not.toContain('unlock');
    expect(keyAction(HOLD, 'locked', keysOf(count))).toBe('unlock');
  });

  test('reports pain in a pause, with the touch screen locked', () => {
    expect(commandsIn('lockedPaused', true)).toContain('hurt');
  });

  test('keeps the meaning of every press while a sign is asked about, so that habit answers nothing, except that a hold brings the answers', () => {
    expect(commandsIn('asked', false)).toEqual(commandsIn('locked', false));
    expect(keyAction(HOLD, 'asked', keysOf(count))).toBe('answer');
  });

  test('does nothing by the first press in the dark', () => {
    expect(new Set(commandsIn('dark', false))).toEqual(new Set([undefined]));
  });
});

test.each([
  [1, ['home', 'turn']],
  [2, ['home', 'shortcut']],
  [3, ['home', 'shortcut']],
  [4, ['select', 'up', 'down']],
  [5, ['select', 'up', 'down']],
])('on a watch with %d keys the screen names these: %j', (count, presses) => {
  const named = (state: LockedState) => lockedPresses(keysOf(count), state).map(({ by }) => by);
  expect([named('locked'), named('asked'), named('lockedPaused')]).toEqual([presses, presses, presses]);
});

test('an action that concerns the session becomes its command, and no other action does', () => {
  const own = ['pauseOrGoOn', 'extend', 'next', 'hurt'] as const;
  const actions = [...own, ...(['unlock', 'answer', 'show', 'nothing', 'system'] as const)];
  expect(actions.map((action) => [commandFor(action, false), commandFor(action, true)])).toEqual([
    ['pause', 'resume'],
    ['extend', 'extend'],
    ['next', 'next'],
    ['hurt', 'hurt'],
    ...[1, 2, 3, 4, 5].map(() => [undefined, undefined]),
  ]);
});
