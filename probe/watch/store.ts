import type { State } from '../plan/state';
import { makeState, parseState } from '../plan/state';
import { readText, writeText } from './files';

const FILE = 'state';

/** What the probe's pages remember; services neither read nor write it. */
export function readState(): State {
  return parseState(readText(FILE));
}

export function saveState(state: State): void {
  writeText(FILE, makeState(state));
}
