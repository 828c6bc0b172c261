import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The inputs of the package, relative to the project; missing ones are skipped. */
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

/** Folders that are generated, or not part of the project. */
const NOT_SOURCE = ['.git', 'node_modules', 'build', 'dist', 'coverage', 'probe/build', 'probe/dist'];

/**
 * A text that changes when any input of the build changes, by name or content, never by date. `more` are additional
 * inputs of this project, relative to it.
 */
export function fingerprint(root: string, more: readonly string[] = []): string {
  return fingerprintOf(root, [...INPUTS, ...more]);
}

/** The same for every source file of the project. */
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
