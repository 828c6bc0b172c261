import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readZab, type WatchPackage } from '../virtual-watch/node';
import { PROJECT } from './run';
import { messageOf } from './thrown';

/** A `.zab` and its packages. */
export interface Zab {
  readonly bytes: Uint8Array;
  readonly packages: readonly WatchPackage[];
}

/** Reads a built package. Throws an error with a readable message when the file is damaged. */
export function readPackages(path: string): Zab {
  const bytes = new Uint8Array(readFileSync(path));
  try {
    return { bytes, packages: readZab(bytes) };
  } catch (error) {
    const name = relative(PROJECT, path);
    throw new Error(`${name} cannot be read (${messageOf(error)}): "npm run build" makes it anew.`);
  }
}
