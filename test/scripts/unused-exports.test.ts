import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');
const SCRIPT = /\.(ts|mjs|cjs)$/;
/** Folders without code of the project's own. */
const OTHERS = ['node_modules', 'build', 'dist'];
const EXPORTED = /^export (?:async )?(?:const|function|class) (\w+)/gm;

/** Types are left out: whoever calls a function can name what it takes and returns. */
test('each function or constant that a file exports is used by another file', () => {
  const sources = scriptsIn('.').map((path) => [path, readFileSync(join(PROJECT, path), 'utf8')] as const);
  const users = new Map<string, number>();
  for (const [, source] of sources) {
    for (const word of new Set(source.match(/\w+/g))) users.set(word, (users.get(word) ?? 0) + 1);
  }
  const unused = sources.flatMap(([path, source]) =>
    [...source.matchAll(EXPORTED)]
      .map(([, name = '']) => name)
      .filter((name) => users.get(name) === 1)
      .map((name) => `${path}: ${name}`),
  );
  expect(unused).toEqual([]);
});

function scriptsIn(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (name.startsWith('.') || OTHERS.includes(name)) return [];
    if (statSync(join(PROJECT, path)).isDirectory()) return scriptsIn(path);
    return SCRIPT.test(name) ? [path] : [];
  });
}
