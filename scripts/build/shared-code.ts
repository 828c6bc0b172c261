import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
import { build } from 'esbuild';

/** The module that the app imports to hold what pages share; without it nothing is shared. */
const HOLDER = 'device/shared-code.ts';

/** Where the app puts the shared code, and pages find it. */
const PLACE = 'getApp()._options.globalData.sharedCode';

/** The code that several pages use: what each module exports, by the module's path from the project's root. */
export type SharedModules = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the modules that at least two pages use and that touch nothing of the watch, neither themselves nor through
 * what they import: a page's timers and widgets have to stay the page's own.
 */
export async function findShared(root: string, pages: readonly string[]): Promise<SharedModules> {
  if (!existsSync(join(root, HOLDER)) || pages.length < 2) return new Map();
  const metafile = await analyse(root, pages, true);
  const users = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput > 0) users.set(file, (users.get(file) ?? 0) + 1);
    }
  }
  const files = [...users.keys()].filter((file) => (users.get(file) ?? 0) > 1 && isPure(file, metafile));
  return files.length === 0 ? new Map() : exportsOf(root, files);
}

/** Lets a page borrow the shared modules: `borrow(place, name)` answers under which number it will find an export. */
export function borrowing(
  root: string,
  shared: SharedModules,
  borrow: (file: string, name: string) => number,
): Plugin {
  return {
    name: 'borrowing',
    setup(plugin) {
      plugin.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = `${relative(root, join(resolveDir, path))}.ts`;
        return shared.has(file) ? { path: file, namespace: 'module', sideEffects: false } : undefined;
      });
      plugin.onLoad({ filter: /.*/, namespace: 'module' }, ({ path }) => ({
        contents: (shared.get(path) ?? [])
          .map((name) => `export { default as ${name} } from 'export:${path}#${name}'`)
          .join('\n'),
      }));
      // Each export is a module of its own, so that those that a page does not use fall away.
      plugin.onResolve({ filter: /^export:/ }, ({ path }) => ({
        path: path.slice('export:'.length),
        namespace: 'export',
        sideEffects: false,
      }));
      plugin.onLoad({ filter: /.*/, namespace: 'export' }, ({ path }) => {
        const [file = '', name = ''] = path.split('#');
        return {
          contents: `import code from 'code:all'\nexport default code[${String(borrow(file, name))}]`,
        };
      });
      plugin.onResolve({ filter: /^code:/ }, ({ path }) => ({ path, namespace: 'code' }));
      plugin.onLoad({ filter: /.*/, namespace: 'code' }, () => ({ contents: `export default ${PLACE}` }));
    },
  };
}

/** Makes the app hold the exports that pages borrow, `[file, name]` in the order of their numbers. */
export function lending(root: string, borrowed: readonly (readonly [string, string])[]): Plugin {
  return {
    name: 'lending',
    setup(plugin) {
      plugin.onLoad({ filter: /shared-code\.ts$/ }, ({ path }) => {
        if (relative(root, path) !== HOLDER) return undefined;
        const imports = borrowed.map(
          ([file, name], number) =>
            `import { ${name} as _${String(number)} } from './${relative('device', file)}'`,
        );
        const names = borrowed.map((_, number) => `_${String(number)}`);
        return {
          contents: `${imports.join('\n')}\nexport const sharedCode = [${names.join(', ')}]`,
          resolveDir: dirname(path),
        };
      });
    },
  };
}

async function analyse(root: string, entries: readonly string[], bundle: boolean): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    bundle,
    ...(bundle ? { packages: 'external' } : {}),
    format: 'esm',
    target: 'es2020',
    outdir: 'unwritten',
    tsconfigRaw: {},
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return metafile;
}

function isPure(file: string, { inputs }: Metafile, seen = new Set<string>()): boolean {
  if (seen.has(file)) return true;
  seen.add(file);
  const imports = inputs[file]?.imports ?? [];
  return imports.every((item) => !item.external && isPure(item.path, { inputs, outputs: {} }, seen));
}

async function exportsOf(root: string, files: readonly string[]): Promise<SharedModules> {
  const { outputs } = await analyse(root, files, false);
  const shared = new Map<string, readonly string[]>();
  for (const { entryPoint, exports } of Object.values(outputs)) {
    if (entryPoint !== undefined) shared.set(entryPoint, exports);
  }
  return shared;
}
