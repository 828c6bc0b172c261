import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build-package';
import { fingerprint } from './fingerprint';
import { withLock } from './lock';
import { describeProblem } from './problem';
import type { TellStep } from './step';

const PROJECT = join(__dirname, '..', '..');

/** Where the two packages of one build are. */
export interface PackagePaths {
  /** As it ships, with bytecode. */
  readonly path: string;
  /** With the scripts, for whoever runs it here. */
  readonly sourcePath: string;
}

/** What is known of the packages in `dist/`: what they were made from, where they are, and how long. */
interface Stamp extends PackagePaths {
  readonly fingerprint: string;
  readonly bytes: readonly number[];
}

/**
 * The path of a `.zab` with scripts (`legato-<version>.source.zab`), which the virtual watch can run, made from the project as it is
 * now. Builds it when an input has changed since the last time (half a minute on two cores), else answers at once. Several processes may ask at the same time: one builds, the others wait.
 *
 * Rejects with the sentences of the build when there is something wrong; too much weight is left to `npm run build`.
 */
export async function ensurePackage(root: string = PROJECT, tell?: TellStep): Promise<string> {
  return (await ensurePackages(root, {}, tell)).sourcePath;
}

/** The path of the `.zab` with scripts if it is up to date. */
export function freshPackage(root: string = PROJECT): string | undefined {
  return freshPackages(root, {})?.sourcePath;
}

/** A project that is not the app itself: what its packages are called, and what they are made from outside its folder. */
export interface OtherProject {
  readonly name?: string;
  /** Inputs besides those that every project has, relative to its folder. */
  readonly inputs?: readonly string[];
}

/** The same, with the path of the package as it ships. */
export async function ensurePackages(
  root: string = PROJECT,
  other: OtherProject = {},
  tell?: TellStep,
): Promise<PackagePaths> {
  const known = freshPackages(root, other);
  if (known !== undefined) return known;
  return withLock(
    join(root, 'build', 'lock'),
    async () => freshPackages(root, other) ?? (await build(root, other, tell)),
  );
}

/** Notes that these packages were made from inputs with this fingerprint. */
export function stampPackages(root: string, { path, sourcePath }: PackagePaths, inputs: string): void {
  const stamp: Stamp = { fingerprint: inputs, path, sourcePath, bytes: [path, sourcePath].map(sizeOf) };
  // Whoever reads meanwhile finds the whole stamp, and so does whoever comes after this process was ended.
  const draft = `${stampFile(root)}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, stampFile(root));
}

function freshPackages(root: string, { inputs }: OtherProject): PackagePaths | undefined {
  const stamp = readStamp(root);
  if (stamp?.fingerprint !== fingerprint(root, inputs)) return undefined;
  const { path, sourcePath, bytes } = stamp;
  return [path, sourcePath].every((file, at) => sizeOf(file) === bytes[at])
    ? { path, sourcePath }
    : undefined;
}

/** Bytes of a file; less than any file has when there is none. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

/** A stamp that cannot be read is as good as none: the packages are built again. */
function readStamp(root: string): Stamp | undefined {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8')) as Partial<Stamp> | null;
    const { fingerprint, path, sourcePath, bytes } = stamp ?? {};
    return fingerprint === undefined || path === undefined || sourcePath === undefined || bytes === undefined
      ? undefined
      : { fingerprint, path, sourcePath, bytes };
  } catch {
    return undefined;
  }
}

async function build(
  root: string,
  { name, inputs }: OtherProject,
  tell: TellStep = () => undefined,
): Promise<PackagePaths> {
  const made = fingerprint(root, inputs);
  const built = await buildPackage({ root, tell, ...(name === undefined ? {} : { name }) });
  if (!built.ok) throw new Error(['There is no package:', ...built.error.map(describeProblem)].join('\n'));
  stampPackages(root, built.value, made);
  return built.value;
}

function stampFile(root: string): string {
  return join(root, 'build', 'package.json');
}
