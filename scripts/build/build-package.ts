import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { checkPackages, refusedScripts } from './check';
import type { Device } from './device-table';
import { readDevices, zeusDeviceTable } from './device-table';
import { watchEngine } from './engine';
import { readManifest } from './manifest';
import type { BuildProblem } from './problem';
import { sourcePackage } from './source-package';
import { stageProject } from './stage';
import type { TellStep } from './step';
import type { ScreenPackage } from './unpack';
import { unpackZab } from './unpack';
import type { Budget, World } from './worlds';
import { BUDGET, overweight, worldsOf } from './worlds';
import { compiledFolder, runZpm, scriptsLeft } from './zpm';

/** The screens Legato is drawn for, as zpm names them. */
export const SCREENS = [
  'round 416x416',
  'round 454x454',
  'round 466x466',
  'round 480x480',
  'square 390x450',
  'square 432x514',
] as const;

export interface BuildOptions {
  /** The folder with app.json; everything is written to `build/` and `dist/` in it. */
  readonly root: string;
  /** What the names of the packages begin with: `legato` if nothing else is said. */
  readonly name?: string;
  readonly devices?: readonly Device[];
  /** Screens there must be a package for, and no others. */
  readonly screens?: readonly string[];
  readonly budget?: Budget;
  /** Is told of each step as it begins. */
  readonly tell?: TellStep;
}

export interface BuiltPackage {
  /** The `.zab` that ships, with bytecode: one package for each screen. */
  readonly path: string;
  /** The same with the scripts that the bytecode was compiled from. */
  readonly sourcePath: string;
  /** What is in the two. */
  readonly packages: readonly ScreenPackage[];
  readonly sources: readonly ScreenPackage[];
  /** What the watch loads together, and what it may. */
  readonly worlds: readonly World[];
  readonly budget: Budget;
  /** Where it weighs more than the budget allows; it works all the same. */
  readonly overweight: readonly BuildProblem[];
}

/**
 * Builds `<root>/dist/legato-<version>.zab` with Zepp's compiler, offline, as it ships, and `legato-<version>.source.zab`
 * beside it; checks both.
 *
 * The same input gives the same scripts and images, and bytecode that differs in one name: qjsc notes in it where the script
 * lay, and zpm works in a folder with a random name. zpm writes the time of the build into each `app.json`
 * (`packageInfo.timeStamp`), into `manifest.json` (`bundleInfo.timeStamp`) and into the dates inside the zips; the
 * `.zpk` files are named by their MD5, so their names differ from build to build.
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
  const staged = await stageProject(root, stage, manifest.value, tell);
  if (!staged.ok) return staged;
  const engine = watchEngine(join(work, 'engine', 'script.js'));
  if (!engine.ok) return err([engine.error]);
  tell({ at: 'packages' });
  const made = await runZpm(stage, work, zeusDeviceTable(devices, Date.now()));
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
  const packages = [...unpackZab(shipped)].sort(byScreen);
  const worlds = worldsOf(sources, manifest.value);
  return ok({ ...paths, packages, sources, worlds, budget, overweight: overweight(worlds, budget) });
}

/**
 * Where the project stands as Zepp's tools want it: JavaScript, app.json, assets and translations. What Zepp's tools make
 * of it there is what is checked and run here; elsewhere zpm compiles the same files to other scripts.
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
 * Leaves the new packages as the only ones in `dist/`. The one with scripts stands first in the folder: who runs the first
 * `.zab` that it finds can run that one.
 */
function keep(
  root: string,
  name: string,
  { shipped, source }: Readonly<Record<'shipped' | 'source', Uint8Array>>,
): Pick<BuiltPackage, 'path' | 'sourcePath'> {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const old of readdirSync(dist)) if (old.endsWith('.zab')) rmSync(join(dist, old));
  const write = (file: string, content: Uint8Array): string => {
    const path = join(dist, file);
    // By renaming it is whole from the first moment.
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
    return path;
  };
  return {
    sourcePath: write(`${name}.source.zab`, source),
    path: write(`${name}.zab`, shipped),
  };
}
