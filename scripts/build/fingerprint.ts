import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the package is made from, relative to the project; what is not there is passed over. */
const INPUTS = [
  'app.json',
  'app.ts',
  'core',
  'device',
  'page',
  'app-service',
  'app-widget',
  'secondary-widget',
  'app-side',
  'setting',
  'phone',
  'assets',
  'scripts/build',
  'virtual-watch/devices.json',
  'package-lock.json',
] as const;

/** Folders that are made, or not ours. */
const NOT_SOURCE = ['.git', 'node_modules', 'build', 'dist', 'coverage', 'probe/build', 'probe/dist'];

/**
 * A text that changes when any input of the build does: its name or its bytes, never its date. `more` are inputs that this
 * project has besides, relative to it.
 */
export function fingerprint(root: string, more: readonly string[] = []): string {
  return fingerprintOf(root, [...INPUTS, ...more]);
}

/** The same for everything in the project that somebody wrote. */
export function fingerprintOfAll(root: string): string {
  return fingerprintOf(
    root,
    readdirSync(root)
      .filter((name) => !NOT_SOURCE.includes(name))
      .sort(),
  );
}

function fingerprintOf(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(root, input))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full) || NOT_SOURCE.includes(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`));
}
