/**
 * Wraps the modules of a watch script in functions, to save its engine work.
 *
 * zpm puts a script into the block of a `with`, and declarations in a block cost QuickJS of 2020 twice: it creates each
 * function once for the block and once more for the enclosing scope. And for each name that a function uses from
 * outside, the engine searches all such names of the enclosing function, one after the other. So the modules of a
 * script are placed in a function, and after every 150 names another function begins inside it. Later modules can
 * see earlier ones, which is enough because modules depend on each other in one direction only (lint forbids cycles),
 * and each list of names stays short.
 *
 * `script` is what esbuild makes of an entry: the modules in order, each under its path as a comment. A script that
 * exports something stays as it is: it is not an entry, and the build says so.
 */
export function nest(script: string): string {
  if (EXPORT.test(script)) return script;
  const imports = script.match(IMPORT) ?? [];
  const layers = layersOf(script.replace(IMPORT, '').split(MODULE));
  return `${imports.join('')}${layers.map((layer) => `(() => {\n${layer}`).join('')}${'})();'.repeat(layers.length)}`;
}

/** esbuild leaves the import of a package in the module that needs it, but imports may only stand at the top. */
const IMPORT = /^import\s[^;]*;\n/gm;
const EXPORT = /^export\b/m;
const MODULE = /^(?=\/\/ [\w@./-]+\.ts$)/m;
const NAME = /^(?:async )?(?:function|var|let|const|class)\b/gm;

/** Of 50 to 300, the number with which Legato's pages load with the least work (`npm run bench`). */
const MOST_NAMES = 150;

function layersOf(modules: readonly string[]): readonly string[] {
  const layers: string[][] = [];
  let room = 0;
  for (const module of modules) {
    const names = module.match(NAME)?.length ?? 0;
    const last = layers[layers.length - 1];
    if (last && names <= room) {
      last.push(module);
      room -= names;
    } else {
      layers.push([module]);
      room = MOST_NAMES - names;
    }
  }
  return layers.map((layer) => layer.join(''));
}
