import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build-package';
import { fingerprint } from './fingerprint';
import { withLock } from './lock';
import { describeProblem } from './problem';

const PROJECT = join(__dirname, '..', '..');

/** What is known of the package in `dist/`: what it was made from, where it is, and how long. */
interface Stamp {
  readonly fingerprint: string;
  readonly path: string;
  readonly bytes: number;
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
  const stamp: Stamp = { fingerprint: inputs, path, bytes: sizeOf(path) };
  // Whoever reads meanwhile finds the whole stamp, and so does whoever comes after this process was ended.
  const draft = `${stampFile(root)}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, stampFile(root));
}

function freshPackage(root: string): string | undefined {
  const stamp = readStamp(root);
  if (stamp?.fingerprint !== fingerprint(root)) return undefined;
  return sizeOf(stamp.path) === stamp.bytes ? stamp.path : undefined;
}

/** Bytes of a file; less than any file has when there is none. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

/** A stamp that cannot be read is as good as none: the package is built again. */
function readStamp(root: string): Stamp | undefined {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8')) as Partial<Stamp> | null;
    const { fingerprint, path, bytes } = stamp ?? {};
    return fingerprint === undefined || path === undefined || bytes === undefined
      ? undefined
      : { fingerprint, path, bytes };
  } catch {
    return undefined;
  }
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
