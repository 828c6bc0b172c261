import { build, type Plugin } from 'esbuild';
import { type Entry, readManifest, runsOnWatch } from '../build/manifest';
import { describeProblem } from '../build/problem';
import { packageOfFont, PREVIEW_FONTS } from '../preview/fonts';
import { listed } from '../flags';
import type { LockedPackage } from './lockfile';

/** Where a package ends up. */
export type Place = 'watch' | 'phone' | 'virtual watch';

/** A package of which some part is distributed with Legato, and where. */
export interface ShippedPackage extends LockedPackage {
  readonly places: readonly Place[];
}

/** The compiler adds code of its own to every script, so it ships as well. */
const COMPILER = 'node_modules/@zeppos/zpm';
/** Modules that the watch and the Zepp app provide. */
const BUILT_IN = /^(@zos\/|i18n$)/;

/** Finds everything that ships by bundling it, so that code no script imports is left out. */
export async function shippedPackages(
  root: string,
  locked: readonly LockedPackage[],
): Promise<readonly ShippedPackage[]> {
  const manifest = readManifest(root);
  if (!manifest.ok) throw new Error(describeProblem(manifest.error));
  const { entries } = manifest.value;
  const packagesOf = (chosen: readonly Entry[]): Promise<ReadonlySet<string>> =>
    packagesIn(
      root,
      chosen.map(({ path }) => `${path}.ts`),
    );
  const onWatch = ({ kind }: Entry): boolean => runsOnWatch(kind);
  const preview = await packagesIn(root, ['preview/main.ts']);
  const places: Readonly<Record<Place, ReadonlySet<string>>> = {
    watch: new Set([...(await packagesOf(entries.filter(onWatch))), COMPILER]),
    phone: new Set([...(await packagesOf(entries.filter((entry) => !onWatch(entry)))), COMPILER]),
    'virtual watch': new Set([...preview, ...fontPackages()]),
  };
  const found = locked.flatMap((item) => {
    const where = (Object.keys(places) as Place[]).filter((place) => places[place].has(item.path));
    return where.length === 0 ? [] : [{ ...item, places: where }];
  });
  const known = new Set(found.map(({ path }) => path));
  const all = Object.values(places).flatMap((paths) => [...paths]);
  const unknown = [...new Set(all)].filter((path) => !known.has(path));
  if (unknown.length > 0) throw new Error(`${listed(unknown)} ships and is not in package-lock.json.`);
  return found;
}

/** The installed packages of which a bundle of these scripts contains something. */
async function packagesIn(root: string, entryPoints: readonly string[]): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'build',
    logLevel: 'silent',
    plugins: [builtIn],
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return new Set(inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? packageOf(file) : [])));
}

const builtIn: Plugin = {
  name: 'built in',
  setup: (bundler) => {
    bundler.onResolve({ filter: BUILT_IN }, ({ path }) => ({ path, external: true }));
  },
};

function packageOf(file: string): readonly string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
}

/** Fonts are copies of files of these packages. */
function fontPackages(): readonly string[] {
  return [...PREVIEW_FONTS.keys()].map((file) => `node_modules/${packageOfFont(file)}`);
}
