import type { Press } from '../../core/keys';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/routine';
import { startSession } from '../../core/session/session';
import { view } from '../../core/session/view';
import type { SessionScreen } from '../../page/session/state';
import { sessionScreen } from '../../page/session/state';

const TOLD = { session: view(startSession('id', makeRoutine(DEFAULT_PLAN), 0), 0), saved: true, bare: 0 };
const HOLD: Press = { kind: 'hold' };

function screenIn(lotionMode: boolean): SessionScreen {
  return sessionScreen({ lotionMode, flipPauses: false }, ['home', 'shortcut']);
}

test('a touch on the end of the session asks first, and any other touch takes the question away', () => {
  const screen = screenIn(false);
  expect(screen.touched('askEnd')).toBeUndefined();
  expect(screen.state(TOLD).asking).toBe(true);
  expect(screen.touched('keepGoing')).toBeUndefined();
  expect(screen.state(TOLD).asking).toBe(false);
  screen.touched('askEnd');
  expect(screen.touched('end')).toBe('end');
  expect(screen.state(TOLD).asking).toBe(false);
});

test.each(['pause', 'resume', 'next', 'extend'] as const)('a touch on %s is that command', (action) => {
  expect(screenIn(false).touched(action)).toBe(action);
});

test('in lotion mode the glass is locked from the start, and the keys are told in the place of buttons', () => {
  expect(screenIn(true).isLocked()).toBe(true);
  expect(screenIn(true).state(TOLD).locked).toEqual({ keys: ['home', 'shortcut'], flipPauses: false });
  expect(screenIn(false).state(TOLD).locked).toBeUndefined();
});

test.each([
  ['home', false, 'pause'],
  ['home', true, 'resume'],
  ['shortcut', false, 'extend'],
  ['down', false, 'next'],
  ['back', false, undefined],
] as const)('with the glass locked, a press of %s (paused: %p) commands %s', (key, isPaused, command) => {
  const screen = screenIn(true);
  expect(screen.pressed({ kind: 'click', key }, isPaused)).toBe(command);
  expect(screen.isLocked()).toBe(true);
});

test('a hold unlocks the glass and commands nothing', () => {
  const screen = screenIn(true);
  expect(screen.pressed(HOLD, false)).toBeUndefined();
  expect(screen.isLocked()).toBe(false);
  expect(screen.state(TOLD).locked).toBeUndefined();
});

test('a session whose record was not kept says so, and unlocks the glass: the person may want to leave', () => {
  const screen = screenIn(true);
  screen.over(false);
  expect(screen.state(TOLD).unsaved).toBe(true);
  expect(screen.isLocked()).toBe(false);
  screen.over(true);
  expect(screen.state(TOLD).unsaved).toBe(false);
});

test('what is not on disk is told as not saved', () => {
  expect(screenIn(false).state({ ...TOLD, saved: false }).unsaved).toBe(true);
});
