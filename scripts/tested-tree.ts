import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOfAll } from './build/fingerprint';

/** The counts of the last run of any tests, written by the jest reporter, and of the last run of all tests. */
const LAST_RUN = join('build', 'last-run.json');
export const WHOLE_RUN = join('build', 'whole-run.json');

/**
 * Identifies what a run of all tests has tested: the sources, the Node version, and how often properties were tried.
 */
export function treeUnderTest(root: string): string {
  return [fingerprintOfAll(root), process.version, process.env['CI'] ?? ''].join(' ');
}

/** Notes that all tests passed on this tree, with the required coverage. */
export function noteTested(root: string, tree: string): void {
  mkdirSync(dirname(noteFile(root)), { recursive: true });
  writeFileSync(noteFile(root), tree);
  if (existsSync(join(root, LAST_RUN))) copyFileSync(join(root, LAST_RUN), join(root, WHOLE_RUN));
}

export function forgetTested(root: string): void {
  rmSync(noteFile(root), { force: true });
}

/** Whether all tests have passed on the present tree, so that running them again would tell nothing new. */
export function isTested(root: string): boolean {
  return existsSync(noteFile(root)) && readFileSync(noteFile(root), 'utf8') === treeUnderTest(root);
}

function noteFile(root: string): string {
  return join(root, 'build', 'tested');
}
