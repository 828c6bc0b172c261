import type { Instant } from '../time';

/**
 * The name of the session file. Services and the card import only this, since all of `SESSION_FILE` would be too heavy
 * for them.
 */
export const SESSION_NAME = 'session';

/**
 * What the first bytes of a session file tell a reader that has no time for the rest. `ends` is when the session is
 * over if nobody intervenes; 0 if it does not run, or if an older version of Legato has written the file.
 */
export interface SessionGlance {
  readonly ends: Instant;
}

/** How many characters of the payload this takes. */
export const GLANCE_LENGTH = 40;

/** Reads the first characters of a payload; undefined if there is no session. */
export function glanceAt(start: string): SessionGlance | undefined {
  return start === '' ? undefined : { ends: Number(ENDS.exec(start)?.[1] ?? 0) };
}

/** As `SESSION_FILE` writes it. */
const ENDS = /^\{"version":\d+,"ends":(\d{1,15}),/;
