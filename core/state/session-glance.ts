import type { Instant } from '../time';

/** The name of the session file. Services and the card know it by this alone: all of `SESSION_FILE` would be too heavy for them. */
export const SESSION_NAME = 'session';

/**
 * What the first bytes of the file of a session tell, for who has no time to read it. `ends` is when it is over if nobody
 * interferes; 0 where it does not run, or where an older Legato has written the file.
 */
export interface SessionGlance {
  readonly ends: Instant;
}

/** So much of the payload is enough. */
export const GLANCE_LENGTH = 40;

/** Reads the first characters of a payload; nothing where there is no session. */
export function glanceAt(start: string): SessionGlance | undefined {
  return start === '' ? undefined : { ends: Number(ENDS.exec(start)?.[1] ?? 0) };
}

/** As `SESSION_FILE` writes it. */
const ENDS = /^\{"version":\d+,"ends":(\d{1,15}),/;
