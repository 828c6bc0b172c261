/**
 * The version in all places where tools look for it: package.json defines it, and the others are written from there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Place {
  readonly file: string;
  /** Finds the version, including the text before it. */
  readonly pattern: RegExp;
}

const PLACES: readonly Place[] = [
  { file: 'package.json', pattern: /^(\{\n {2}"name": "legato",\n {2}"version": ")[^"]+/ },
  {
    file: 'package-lock.json',
    pattern: /^(\{\n {2}"name": "legato",\n {2}"version": ")[^"]+/,
  },
  {
    file: 'package-lock.json',
    pattern: /("packages": \{\n {4}"": \{\n {6}"name": "legato",\n {6}"version": ")[^"]+/,
  },
  { file: 'app.json', pattern: /("version": \{ "code": \d+, "name": ")[^"]+/ },
];

export const VERSION_FILES: readonly string[] = [...new Set(PLACES.map(({ file }) => file))];

/** The version in each place, in order. */
export function versionsIn(root: string): readonly string[] {
  return PLACES.map(({ file, pattern }) => {
    const found = pattern.exec(readFileSync(join(root, file), 'utf8'));
    if (found === null) throw new Error(`${file} has no version in the expected place.`);
    return found[0].slice(found[1]?.length);
  });
}

/**
 * Writes another version everywhere. The store accepts a package only if its code has increased, so that increases by
 * one.
 */
export function writeVersion(root: string, version: string): void {
  for (const { file, pattern } of PLACES) {
    edit(join(root, file), (text) => text.replace(pattern, `$1${version}`));
  }
  edit(join(root, 'app.json'), (text) =>
    text.replace(
      /("version": \{ "code": )(\d+)/,
      (_, head: string, code: string) => `${head}${Number(code) + 1}`,
    ),
  );
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Whether a version is later than another, by their three numbers. */
export function isLater(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((place) => a?.[place] !== b?.[place]);
  return at !== undefined && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
