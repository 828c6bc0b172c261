/**
 * Puts a script of the watch into functions, for the sake of its engine.
 *
 * zpm puts a script into the block of a `with`, and what is declared in a block costs QuickJS of 2020 twice: it makes each function
 * for the block and once more for what is around it. And for each name that a function uses from around it, the engine
 * looks through all such names of the function that it stands in, one after the other. So the modules of a script stand in
 * a function, and after every hundred names begins another inside it: what comes later finds what came before, as
 * modules need each other in one direction only (lint forbids cycles), and each list stays short.
 *
 * `script` is what esbuild makes of an entry: module after module, each under its path as a comment. One that exports
 * something stays as it is: it is no entry, and the build says so.
 */
export function nest(script: string): string {
  if (EXPORT.test(script)) return script;
  const imports = script.match(IMPORT) ?? [];
  const layers = layersOf(script.replace(IMPORT, '').split(MODULE));
  return `${imports.join('')}${layers.map((layer) => `(() => {\n${layer}`).join('')}${'})();'.repeat(layers.length)}`;
}

/** esbuild leaves the import of a package in the module that asks for it; it may stand at the top only. */
const IMPORT = /^import\s[^;]*;\n/gm;
const EXPORT = /^export\b/m;
const MODULE = /^(?=\/\/ [\w@./-]+\.ts$)/m;
const NAME = /^(?:async )?(?:function|var|let|const|class)\b/gm;

/** Of 50 to 300, the number at which the pages of Legato are ready with the least work (`npm run bench`). */
const MOST_NAMES = 100;

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
