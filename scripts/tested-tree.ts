import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOfAll } from './build/fingerprint';

/** What a run of all tests was a run of: the sources, the Node it ran on, and how often properties were tried. */
export function treeUnderTest(root: string): string {
  return [fingerprintOfAll(root), process.version, process.env['CI'] ?? ''].join(' ');
}

/** Notes that all tests passed, with the coverage that is asked for, on this very tree. */
export function noteTested(root: string, tree: string): void {
  mkdirSync(dirname(noteFile(root)), { recursive: true });
  writeFileSync(noteFile(root), tree);
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
