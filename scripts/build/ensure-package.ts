import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildPackage } from './build-package';
import { fingerprint } from './fingerprint';
import { describeProblem } from './problem';

const PROJECT = join(__dirname, '..', '..');

/** How often one process looks whether another has finished building, in ms. */
const LOOK_EVERY_MS = 200;

/** What is known of the package in `dist/`: what it was made from, and where it is. */
interface Stamp {
  readonly fingerprint: string;
  readonly path: string;
}

/**
 * The path of a `.zab` made from the project as it is now. Builds it when an input has changed since the last time
 * (about ten seconds), else answers at once. Several processes may ask at the same time: one builds, the others wait.
 *
 * Rejects with the sentences of the build when there is something wrong; too much weight is left to `npm run build`.
 */
export async function ensurePackage(root: string = PROJECT): Promise<string> {
  const known = freshPackage(root);
  if (known !== undefined) return known;
  return withLock(join(root, 'build', 'lock'), async () => freshPackage(root) ?? (await build(root)));
}

/** Notes that the package at `path` was made from inputs with this fingerprint. */
export function stampPackage(root: string, path: string, inputs: string): void {
  const stamp: Stamp = { fingerprint: inputs, path };
  writeFileSync(stampFile(root), JSON.stringify(stamp));
}

function freshPackage(root: string): string | undefined {
  if (!existsSync(stampFile(root))) return undefined;
  const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8')) as Stamp;
  return stamp.fingerprint === fingerprint(root) && existsSync(stamp.path) ? stamp.path : undefined;
}

async function build(root: string): Promise<string> {
  const inputs = fingerprint(root);
  const built = await buildPackage({ root });
  if (!built.ok) throw new Error(['There is no package:', ...built.error.map(describeProblem)].join('\n'));
  stampPackage(root, built.value.path, inputs);
  return built.value.path;
}

function stampFile(root: string): string {
  return join(root, 'build', 'package.json');
}

/** Runs `work` while no other process runs its own under the same lock. A lock whose process is gone is taken over. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(folder), { recursive: true });
  while (!takeLock(folder)) await wait(LOOK_EVERY_MS);
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isHeld(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner === process.pid) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of somebody else. ENOENT: the lock was given back just now.
    return isCode(error, 'EPERM') || isCode(error, 'ENOENT');
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
