import type { Command } from './session/transition';

/** The keys that watches have, by what the platform calls them. */
export const KEYS = ['home', 'shortcut', 'up', 'down', 'select', 'back'] as const;
export type Key = (typeof KEYS)[number];

/** What a person can do without looking and without touching the glass. */
export type Press =
  { readonly kind: 'click'; readonly key: Key } | { readonly kind: 'hold' } | { readonly kind: 'turn' };

/** What a press means while the glass is locked; `nothing` is swallowed, so that no key leaves the app by mistake. */
export type LockedAction = 'pauseOrGoOn' | 'extend' | 'next' | 'unlock' | 'nothing';

/** The meaning of each key while the glass is locked: pause and "+15 s" exist on every watch, whatever its keys. */
export const LOCKED_KEYS: Readonly<Record<Key, LockedAction>> = {
  home: 'pauseOrGoOn',
  select: 'pauseOrGoOn',
  shortcut: 'extend',
  up: 'extend',
  down: 'next',
  back: 'nothing',
};

export function lockedAction(press: Press): LockedAction {
  switch (press.kind) {
    case 'click':
      return LOCKED_KEYS[press.key];
    case 'hold':
      return 'unlock';
    case 'turn':
      return 'extend';
  }
}

/** What to tell the session for an action; nothing for one that is not the session's. */
export function commandFor(action: LockedAction, paused: boolean): Command | undefined {
  switch (action) {
    case 'pauseOrGoOn':
      return paused ? 'resume' : 'pause';
    case 'extend':
      return 'extend';
    case 'next':
      return 'next';
    case 'unlock':
    case 'nothing':
      return undefined;
  }
}

/**
 * The keys of a watch by how many it has. One, two and four are documented (Zepp OS docs, Physical buttons); three is
 * taken for the two of a crown watch and a back key, five for the four and a crown (docs/platform.md).
 */
export function keysOf(keyNumber: number): readonly Key[] {
  if (keyNumber <= 1) return ['home'];
  if (keyNumber === 2) return ['home', 'shortcut'];
  if (keyNumber === 3) return ['home', 'shortcut', 'back'];
  return keyNumber === 4 ? ['select', 'up', 'down', 'back'] : ['select', 'up', 'down', 'back', 'home'];
}
