import { commandFor, KEYS, keysOf, LOCKED_KEYS, lockedAction } from '../../core/keys';

/** Watches have one, two, three, four or five keys. */
const watches = [1, 2, 3, 4, 5];

test.each(watches)('a watch with %d keys has just as many, all different', (count) => {
  expect(keysOf(count).length).toBe(count);
  expect(new Set(keysOf(count)).size).toBe(count);
});

test.each(watches)(
  'without touching the glass, a watch with %d keys pauses, goes on and adds 15 s',
  (count) => {
    const actions = keysOf(count).map((key) => lockedAction({ kind: 'click', key }));
    expect(actions).toContain('pauseOrGoOn');
    expect([...actions, lockedAction({ kind: 'turn' })]).toContain('extend');
  },
);

test('a hold unlocks, and no key does so by mistake', () => {
  expect(lockedAction({ kind: 'hold' })).toBe('unlock');
  expect(KEYS.map((key) => LOCKED_KEYS[key])).not.toContain('unlock');
});

test('the session is told what an action means, and nothing of what is not its own', () => {
  const told = (['pauseOrGoOn', 'extend', 'next', 'unlock', 'nothing'] as const).map((action) => [
    commandFor(action, false),
    commandFor(action, true),
  ]);
  expect(told).toEqual([
    ['pause', 'resume'],
    ['extend', 'extend'],
    ['next', 'next'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});
