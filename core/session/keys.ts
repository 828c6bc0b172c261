import { lazily } from '../lazily';
import type { Command } from './transition';

/** The keys of watches, by the platform's names. */
export const KEYS = ['home', 'shortcut', 'up', 'down', 'select', 'back'] as const;
export type Key = (typeof KEYS)[number];

/** What a person can do without looking and without touching the glass. */
export type Press =
  { readonly kind: 'click'; readonly key: Key } | { readonly kind: 'hold' } | { readonly kind: 'turn' };

/**
 * The state that determines what keys do. In lotion mode the glass is `locked`; `asked` is the same while the sign of a
 * leg is asked about, and `lockedPaused` in a pause. `dark`: the screen looks black.
 */
export const KEY_STATES = ['running', 'paused', 'locked', 'asked', 'lockedPaused', 'dark'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/**
 * What a press means. `answer` unlocks the glass until the sign of a leg is answered. `system` leaves it to the watch,
 * which opens its own menus or scrolls the page. `show` only brings the picture back. `nothing` is swallowed, so that no
 * key leaves the app by mistake.
 */
export type KeyAction =
  'pauseOrGoOn' | 'extend' | 'next' | 'hurt' | 'unlock' | 'answer' | 'show' | 'nothing' | 'system';

/**
 * While the glass responds to touch, a short press belongs to the watch. A hold, which neither a sleeve nor a bent
 * wrist causes, belongs to the session.
 */
const OPEN: Readonly<Record<Key | 'hold' | 'turn', KeyAction>> = {
  home: 'system',
  shortcut: 'system',
  up: 'system',
  down: 'system',
  select: 'system',
  back: 'system',
  hold: 'pauseOrGoOn',
  turn: 'system',
};

/**
 * A watch with four keys has one for each of pause, "+15 s" and next. One with a crown and a lower key has no key left
 * for next: more time is what hands full of lotion need, and next comes by itself. So the lower of two keys adds time,
 * and the lower of four goes on; the label beside each says so.
 */
const LOCKED: typeof OPEN = {
  home: 'pauseOrGoOn',
  shortcut: 'extend',
  up: 'extend',
  down: 'next',
  select: 'pauseOrGoOn',
  back: 'nothing',
  hold: 'unlock',
  turn: 'extend',
};

/**
 * The meaning of every press in every state. A watch with one key can do all that is needed: pause, resume and unlock
 * by its key, "+15 s" by its crown. Turns, which a sleeve can cause, do not bring the picture back.
 */
const meanings = lazily((): Readonly<Record<KeyState, typeof OPEN>> => ({
  running: OPEN,
  paused: OPEN,
  locked: LOCKED,
  // A key that is pressed out of habit must not answer for a leg: a yes locks it. So every press keeps its meaning, and
  // a hold brings the answers to the glass.
  asked: { ...LOCKED, hold: 'answer' },
  lockedPaused: {
    home: 'pauseOrGoOn',
    shortcut: 'hurt',
    up: 'hurt',
    down: 'next',
    select: 'pauseOrGoOn',
    back: 'nothing',
    hold: 'unlock',
    turn: 'hurt',
  },
  dark: {
    home: 'show',
    shortcut: 'show',
    up: 'show',
    down: 'show',
    select: 'show',
    back: 'show',
    hold: 'show',
    turn: 'nothing',
  },
}));

/** On a watch that has a key for it, what ends a session is not on the crown, since a sleeve can turn a crown. */
export function keyAction(press: Press, state: KeyState, keys: readonly Key[]): KeyAction {
  const action = meanings()[state][press.kind === 'click' ? press.key : press.kind];
  const isTurn = press.kind === 'turn';
  const isLeftToKey = isTurn && action === 'hurt' && keys.some((key) => meanings()[state][key] === action);
  return isLeftToKey ? 'nothing' : action;
}

/** The command for an action; undefined for one that is not the session's. */
export function commandFor(action: KeyAction, paused: boolean): Command | undefined {
  switch (action) {
    case 'pauseOrGoOn':
      return paused ? 'resume' : 'pause';
    case 'extend':
      return 'extend';
    case 'next':
      return 'next';
    case 'hurt':
      return 'hurt';
    case 'unlock':
    case 'answer':
    case 'show':
    case 'nothing':
    case 'system':
      return undefined;
  }
}

/**
 * The keys of a watch by their number. One, two and four are documented (Zepp OS docs, Physical buttons). Three are
 * assumed to be the two of a crown watch and a back key, five to be the four and a crown (docs/platform.md).
 */
export function keysOf(keyNumber: number): readonly Key[] {
  if (keyNumber <= 1) return ['home'];
  if (keyNumber === 2) return ['home', 'shortcut'];
  if (keyNumber === 3) return ['home', 'shortcut', 'back'];
  return keyNumber === 4 ? ['select', 'up', 'down', 'back'] : ['select', 'up', 'down', 'back', 'home'];
}

/**
 * Which press gives each command to a locked session on a watch with these keys: the first key that does, otherwise the
 * crown, which a watch without a HOME key does not have.
 */
export function lockedPresses(
  keys: readonly Key[],
  state: LockedState,
): readonly { readonly by: Key | 'turn'; readonly action: KeyAction }[] {
  const means = meanings()[state];
  const told: KeyAction[] = ['nothing'];
  const all: readonly (Key | 'turn')[] = keys.includes('home') ? [...keys, 'turn'] : keys;
  return all.flatMap((by) => {
    const action = means[by];
    if (told.includes(action)) return [];
    told.push(action);
    return [{ by, action }];
  });
}

/** The states in which the glass is locked. */
export type LockedState = Extract<KeyState, 'locked' | 'asked' | 'lockedPaused'>;
