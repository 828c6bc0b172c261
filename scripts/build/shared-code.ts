import { existsSync, readFileSync } from 'node:fs';
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
 * What of the watch shared code may use: calls that do their work at once and leave nothing behind that belongs to a page.
 */
const AT_ONCE: readonly string[] = ['@zos/fs', '@zos/alarm', '@zos/settings', '@zos/device', '@zos/i18n'];

/**
 * Finds the modules that at least two pages use and that touch nothing of the watch but what is `AT_ONCE`, neither
 * themselves nor through what they import: a page's timers, widgets and listeners have to stay the page's own.
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
  const files = [...users.keys()].filter(
    (file) => (users.get(file) ?? 0) > 1 && isShareable(root, file, metafile),
  );
  return files.length === 0 ? new Map() : exportsOf(root, files);
}

/** An export that pages borrow: which module has it, and its name there. */
interface Export {
  readonly file: string;
  readonly name: string;
}

/** How the scripts of a project share code. Pages have to be compiled before the app. */
export interface Sharing {
  /** What a page is compiled with: its imports of shared modules become loans from the app. */
  readonly borrowing: Plugin;
  /** What the app is compiled with: it holds what pages borrow, in the order of their numbers. */
  readonly lending: Plugin;
  /** Takes note of what a page, as it was compiled, really uses; the app holds nothing else. */
  noteUse(metafile: Metafile): void;
}

export function makeSharing(root: string, shared: SharedModules): Sharing {
  const loans = [...shared].flatMap(([file, names]) => names.map((name): Export => ({ file, name })));
  const used = new Set<string>();
  return {
    borrowing: borrowing(root, shared, loans),
    lending: lending(root, loans, used),
    noteUse({ outputs }) {
      for (const { inputs } of Object.values(outputs)) {
        for (const [path, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) used.add(path);
      }
    },
  };
}

function borrowing(root: string, shared: SharedModules, loans: readonly Export[]): Plugin {
  return {
    name: 'borrowing',
    setup(plugin) {
      plugin.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = `${posix(relative(root, join(resolveDir, path)))}.ts`;
        return shared.has(file) ? { path: file, namespace: 'module', sideEffects: false } : undefined;
      });
      plugin.onLoad({ filter: /.*/, namespace: 'module' }, ({ path: file }) => ({
        contents: (shared.get(file) ?? [])
          .map((name) => `export { default as ${name} } from '${exportPath({ file, name })}'`)
          .join('\n'),
      }));
      // Each export is a module of its own, so that those that a page does not use fall away.
      plugin.onResolve({ filter: /^export:/ }, ({ path }) => ({
        path: path.slice('export:'.length),
        namespace: 'export',
        sideEffects: false,
      }));
      plugin.onLoad({ filter: /.*/, namespace: 'export' }, ({ path }) => {
        const number = loans.findIndex((loan) => exportPath(loan) === `export:${path}`);
        return { contents: `import code from 'code:all'\nexport default code[${String(number)}]` };
      });
      plugin.onResolve({ filter: /^code:/ }, ({ path }) => ({ path, namespace: 'code' }));
      plugin.onLoad({ filter: /.*/, namespace: 'code' }, () => ({ contents: `export default ${PLACE}` }));
    },
  };
}

/** What no page uses leaves a hole in the list, so that the numbers stay. */
function lending(root: string, loans: readonly Export[], used: ReadonlySet<string>): Plugin {
  return {
    name: 'lending',
    setup(plugin) {
      plugin.onLoad({ filter: /shared-code\.ts$/ }, ({ path }) => {
        if (posix(relative(root, path)) !== HOLDER) return undefined;
        const held = loans.map((loan, number) => ({
          ...loan,
          as: `_${number}`,
          isUsed: used.has(exportPath(loan)),
        }));
        const imports = held
          .filter(({ isUsed }) => isUsed)
          .map(
            ({ file, name, as }) =>
              `import { ${name} as ${as} } from './${posix(relative(dirname(HOLDER), file))}'`,
          );
        const list = held.map(({ as, isUsed }) => (isUsed ? `${as},` : ',')).join('');
        return {
          contents: `${imports.join('\n')}\nexport const sharedCode = [${list}]`,
          resolveDir: dirname(path),
        };
      });
    },
  };
}

/** How esbuild calls an export in what it tells of a bundle. */
function exportPath({ file, name }: Export): string {
  return `export:${file}#${name}`;
}

/** esbuild writes paths with slashes on every system. */
function posix(path: string): string {
  return path.replaceAll('\\', '/');
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

/** Timers are globals: whoever names them is bound to those of the file that it ends up in. */
const TIMERS = /\b(?:set|clear)(?:Timeout|Interval)\b/;

function isShareable(
  root: string,
  file: string,
  { inputs }: Metafile,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (seen.has(file)) return true;
  if (TIMERS.test(readFileSync(join(root, file), 'utf8'))) return false;
  const imports = inputs[file]?.imports ?? [];
  return imports.every(({ external, path }) =>
    external === true
      ? AT_ONCE.includes(path)
      : isShareable(root, path, { inputs, outputs: {} }, new Set(seen).add(file)),
  );
}

async function exportsOf(root: string, files: readonly string[]): Promise<SharedModules> {
  const { outputs } = await analyse(root, files, false);
  const shared = new Map<string, readonly string[]>();
  for (const { entryPoint, exports } of Object.values(outputs)) {
    if (entryPoint !== undefined) shared.set(entryPoint, exports);
  }
  return shared;
}
