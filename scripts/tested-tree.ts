import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOfAll } from './build/fingerprint';

/** Counts of the last run of any tests, which the reporter of jest writes, and of the last run of all of them. */
const LAST_RUN = join('build', 'last-run.json');
export const WHOLE_RUN = join('build', 'whole-run.json');

/** What a run of all tests was a run of: the sources, the Node it ran on, and how often properties were tried. */
export function treeUnderTest(root: string): string {
  return [fingerprintOfAll(root), process.version, process.env['CI'] ?? ''].join(' ');
}

/** Notes that all tests passed, with the coverage that is asked for, on this very tree. */
export function noteTested(root: string, tree: string): void {
  mkdirSync(dirname(noteFile(root)), { recursive: true });
  writeFileSync(noteFile(root), tree);
  if (existsSync(join(root, LAST_RUN))) copyFileSync(join(root, LAST_RUN), join(root, WHOLE_RUN));
}

export function forgetTested(root: string): void {
  rmSync(noteFile(root), { force: true });
}

/** Whether all tests have passed on the tree as it is now, so that to run them again would tell nothing new. */
export function isTested(root: string): boolean {
  return existsSync(noteFile(root)) && readFileSync(noteFile(root), 'utf8') === treeUnderTest(root);
}

function noteFile(root: string): string {
  return join(root, 'build', 'tested');
}
