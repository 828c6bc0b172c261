import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { checkPackages, refusedScripts } from './check';
import type { Device } from './device-table';
import { readDevices, zeusDeviceTable } from './device-table';
import { watchEngine } from './engine';
import type { Manifest } from './manifest';
import { readManifest } from './manifest';
import type { BuildProblem } from './problem';
import { sourcePackage } from './source-package';
import { stageProject } from './stage';
import type { TellStep } from './step';
import { makeShortener } from './threads/shorten';
import type { ScreenPackage } from './unpack';
import { unpackZab } from './unpack';
import type { Budget, World } from './worlds';
import { BUDGET, overweight, worldsOf } from './worlds';
import { compiledFolder, runZpm, scriptsLeft } from './zpm';

/** The screens Legato is drawn for, by zpm's names. */
export const SCREENS = [
  'round 416x416',
  'round 454x454',
  'round 466x466',
  'round 480x480',
  'square 390x450',
  'square 432x514',
] as const;

export interface BuildOptions {
  /** The folder with app.json; all output goes to its `build/` and `dist/`. */
  readonly root: string;
  /** The prefix of the packages' names; `legato` by default. */
  readonly name?: string;
  readonly devices?: readonly Device[];
  /** The screens for which there must be a package, and no others. */
  readonly screens?: readonly string[];
  readonly budget?: Budget;
  /** Called with each step as it begins. */
  readonly tell?: TellStep;
}

/** The paths of the two packages of a build. */
export interface PackagePaths {
  /** The `.zab` that ships, with bytecode: one package for each screen. */
  readonly path: string;
  /** The same with the scripts from which the bytecode was compiled, to run here. */
  readonly sourcePath: string;
}

export interface BuiltPackage extends PackagePaths {
  /** The content of both. */
  readonly packages: readonly ScreenPackage[];
  readonly sources: readonly ScreenPackage[];
  /** What the watch loads together, and how much it may be. */
  readonly worlds: readonly World[];
  readonly budget: Budget;
  /** What exceeds the size budget; the package works all the same. */
  readonly overweight: readonly BuildProblem[];
}

/**
 * Builds `<root>/dist/legato-<version>.zab` with Zepp's compiler, offline, as it ships, and
 * `legato-<version>.source.zab` next to it; checks both.
 *
 * The same input gives the same scripts and images. The bytecode differs in one name, because qjsc stores the script's
 * path in it, and zpm works in a folder with a random name. zpm also writes the build time into each `app.json`
 * (`packageInfo.timeStamp`), into `manifest.json` (`bundleInfo.timeStamp`) and into the dates inside the zips, and
 * names the `.zpk` files by their MD5, so their names differ between builds.
 */
export async function buildPackage(
  options: BuildOptions,
): Promise<Result<BuiltPackage, readonly BuildProblem[]>> {
  const {
    root,
    name = 'legato',
    devices = readDevices(),
    screens = SCREENS,
    budget = BUDGET,
    tell = () => undefined,
  } = options;
  const stage = join(root, 'build', 'stage');
  const work = workFolder(root);
  const manifest = readManifest(root);
  if (!manifest.ok) return err([manifest.error]);
  const shortener = makeShortener(join(root, 'build', 'kept', 'shortened'));
  const staged = await stageProject(root, stage, manifest.value, shortener.shorten, tell);
  await shortener.close();
  if (!staged.ok) return staged;
  const engine = watchEngine(join(work, 'engine', 'script.js'));
  if (!engine.ok) return err([engine.error]);
  tell({ at: 'packages' });
  const results = join(root, 'build', 'kept', 'compressed');
  const made = await runZpm(stage, work, zeusDeviceTable(devices, Date.now()), { kind: 'once', results });
  if (!made.ok) {
    const refused = refusedScripts(scriptsLeft(work), engine.value);
    return err(refused.length === 0 ? [made.error] : refused);
  }
  tell({ at: 'check' });
  const shipped = readFileSync(made.value.zab);
  const source = sourcePackage(shipped, made.value.sourceOf);
  const sources = unpackZab(source);
  const problems = checkPackages(sources, manifest.value, screens);
  if (problems.length > 0) return err(problems);
  const paths = keep(root, `${name}-${manifest.value.version}`, { shipped, source });
  return ok(weigh(paths, unpackZab(shipped), sources, manifest.value, budget));
}

/** The packages of an earlier build, weighed anew. */
export function openBuilt(
  root: string,
  { path, sourcePath }: PackagePaths,
): Result<BuiltPackage, readonly BuildProblem[]> {
  const manifest = readManifest(root);
  if (!manifest.ok) return err([manifest.error]);
  const [packages, sources] = [path, sourcePath].map((file) => unpackZab(readFileSync(file)));
  return ok(weigh({ path, sourcePath }, packages ?? [], sources ?? [], manifest.value, BUDGET));
}

function weigh(
  { path, sourcePath }: PackagePaths,
  packages: readonly ScreenPackage[],
  sources: readonly ScreenPackage[],
  manifest: Manifest,
  budget: Budget,
): BuiltPackage {
  const worlds = worldsOf(sources, manifest);
  const content = { packages: [...packages].sort(byScreen), sources };
  return { path, sourcePath, ...content, worlds, budget, overweight: overweight(worlds, budget) };
}

/**
 * The project in the form Zepp's tools expect: JavaScript, app.json, assets and translations. What these tools make of
 * it in this folder is what is checked and run here; in another folder zpm compiles the same files to different
 * scripts.
 */
export function projectForZeppsTools(root: string): string {
  return compiledFolder(workFolder(root));
}

function workFolder(root: string): string {
  return join(root, 'build', 'zpm');
}

function byScreen(a: ScreenPackage, b: ScreenPackage): number {
  return `${a.screen.shape} ${a.screen.resolution}`.localeCompare(`${b.screen.shape} ${b.screen.resolution}`);
}

/**
 * Makes the new packages the only ones in `dist/`. The one with scripts sorts first, so that a tool that runs the first
 * `.zab` it finds can run it.
 */
function keep(
  root: string,
  name: string,
  { shipped, source }: Readonly<Record<'shipped' | 'source', Uint8Array>>,
): PackagePaths {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const old of readdirSync(dist)) if (old.endsWith('.zab')) rmSync(join(dist, old));
  const write = (file: string, content: Uint8Array): string => {
    const path = join(dist, file);
    // Renaming makes the file appear complete.
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
    return path;
  };
  return {
    sourcePath: write(`${name}.source.zab`, source),
    path: write(`${name}.zab`, shipped),
  };
}
