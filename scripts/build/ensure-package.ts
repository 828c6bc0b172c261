import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackagePaths } from './build-package';
import { buildPackage } from './build-package';
import { fingerprint } from './fingerprint';
import { withLock } from './lock';
import { describeProblem } from './problem';
import type { TellStep } from './step';

const PROJECT = join(__dirname, '..', '..');

/** What is known about the packages in `dist/`: their inputs, paths and sizes. */
interface Stamp extends PackagePaths {
  readonly fingerprint: string;
  readonly bytes: readonly number[];
}

/**
 * Returns the path of a `.zab` with scripts (`legato-<version>.source.zab`), which the virtual watch can run, made from
 * the project as it is now. Builds it if an input has changed since the last build (a minute or two on two cores);
 * otherwise returns at once. If several processes ask at the same time, one builds and the others wait.
 *
 * Rejects with the build's error messages if the build fails. Excess size is reported only by `npm run build`.
 */
export async function ensurePackage(root: string = PROJECT, tell?: TellStep): Promise<string> {
  return (await ensurePackages(root, {}, tell)).sourcePath;
}

/** The path of the `.zab` with scripts if it is up to date. */
export function freshPackage(root: string = PROJECT): string | undefined {
  return freshPackages(root)?.sourcePath;
}

/** A project other than the app itself: the names of its packages, and their inputs outside its folder. */
export interface OtherProject {
  readonly name?: string;
  /** Inputs besides those that every project has, relative to its folder. */
  readonly inputs?: readonly string[];
}

/** The same, including the path of the package that ships. */
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
  // Written to a draft first, so that a concurrent reader, or one after this process was ended, finds a complete stamp.
  const draft = `${stampFile(root)}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, stampFile(root));
}

/** The paths of both packages if they are up to date. */
export function freshPackages(root: string, { inputs }: OtherProject = {}): PackagePaths | undefined {
  const stamp = readStamp(root);
  if (stamp?.fingerprint !== fingerprint(root, inputs)) return undefined;
  const { path, sourcePath, bytes } = stamp;
  return [path, sourcePath].every((file, at) => sizeOf(file) === bytes[at])
    ? { path, sourcePath }
    : undefined;
}

/** The size of a file in bytes; a value below that of any file if it does not exist. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

/** An unreadable stamp counts as none, so the packages are built again. */
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
