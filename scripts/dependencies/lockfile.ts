import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that `npm ci` installs, as in package-lock.json. */
export interface LockedPackage {
  /** Its install path, such as `node_modules/date-fns`; a name may be installed more than once. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; undefined if the package does not state one. */
  readonly license: string | undefined;
  /** Whether it has an install script. */
  readonly hasInstallScript: boolean;
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

/** All packages of the lock file, without the project itself. */
export function readLock(root: string): readonly LockedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(lock.packages).flatMap(
    ([path, { version = '', license, hasInstallScript = false }]) =>
      path === '' ? [] : [{ path, name: nameOf(path), version, license, hasInstallScript }],
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
