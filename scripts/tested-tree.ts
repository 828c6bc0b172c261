import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOfAll } from './build/fingerprint';

/** The tests of `npm test`, and those of `npm run test:tools`. */
export const TEST_SETS = ['app', 'tools'] as const;
export type TestSet = (typeof TEST_SETS)[number];

/** The counts of the last run of any tests, written by the jest reporter. */
const LAST_RUN = join('build', 'last-run.json');

/** The counts of the last complete run of a set, relative to the project. */
export function wholeRun(set: TestSet): string {
  return join('build', `whole-run-${set}.json`);
}

/**
 * Identifies what a run of all tests has tested: the sources, the Node version, and how often properties were tried.
 */
export function treeUnderTest(root: string): string {
  return [fingerprintOfAll(root), process.version, process.env['CI'] ?? ''].join(' ');
}

/** Notes that all tests of a set passed on this tree, with the required coverage. */
export function noteTested(root: string, set: TestSet, tree: string): void {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(noteFile(root, set), tree);
  if (existsSync(join(root, LAST_RUN))) copyFileSync(join(root, LAST_RUN), join(root, wholeRun(set)));
}

export function forgetTested(root: string, set: TestSet): void {
  rmSync(noteFile(root, set), { force: true });
}

/** Whether all tests of a set have passed on the present tree, so that running them again would tell nothing new. */
export function isTested(root: string, set: TestSet): boolean {
  const file = noteFile(root, set);
  return existsSync(file) && readFileSync(file, 'utf8') === treeUnderTest(root);
}

function noteFile(root: string, set: TestSet): string {
  return join(root, 'build', `tested-${set}`);
}
