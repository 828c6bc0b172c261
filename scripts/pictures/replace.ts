import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Moves everything in the folder `draft` to `folder`, replacing files of the same name and leaving the rest. */
export function replaceWith(draft: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(draft)) {
    rmSync(join(folder, name), { recursive: true, force: true });
    renameSync(join(draft, name), join(folder, name));
  }
}
