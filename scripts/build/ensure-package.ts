import { join } from 'node:path';
import type { PackagePaths } from './build-package';
import { buildPackage } from './build-package';
import { fingerprint } from './fingerprint';
import { withLock } from './lock';
import { noPackage } from './problem';
import { readStamp, writeStamp } from './stamp';
import type { TellStep } from './step';

const PROJECT = join(__dirname, '..', '..');

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
  writeStamp(stampFile(root), inputs, [path, sourcePath]);
}

/** The paths of both packages if they are up to date. */
export function freshPackages(root: string, { inputs }: OtherProject = {}): PackagePaths | undefined {
  const [path, sourcePath] = readStamp(stampFile(root), fingerprint(root, inputs)) ?? [];
  return path === undefined || sourcePath === undefined ? undefined : { path, sourcePath };
}

async function build(
  root: string,
  { name, inputs }: OtherProject,
  tell: TellStep = () => undefined,
): Promise<PackagePaths> {
  const made = fingerprint(root, inputs);
  const built = await buildPackage({ root, tell, ...(name === undefined ? {} : { name }) });
  if (!built.ok) throw noPackage(built.error);
  stampPackages(root, built.value, made);
  return built.value;
}

function stampFile(root: string): string {
  return join(root, 'build', 'package.json');
}
