import type { Engine } from './engine';
import type { Manifest } from './manifest';
import { runsOnWatch } from './manifest';
import type { BuildProblem } from './problem';
import type { ScreenPackage } from './unpack';
import { screenName } from './unpack';

/** What a package may weigh, in bytes. */
export interface Budget {
  /** The largest `.zpk`. */
  readonly package: number;
  /** The device scripts of one screen together, minified. */
  readonly deviceScripts: number;
}

/** Everything that makes the packages useless: a screen or a script that is not there, or a script that cannot run. */
export function checkPackages(
  packages: readonly ScreenPackage[],
  manifest: Manifest,
  screens: readonly string[],
  engine: Engine,
): readonly BuildProblem[] {
  return [
    ...checkScreens(packages, screens),
    ...packages.flatMap((item) => checkEntries(item, manifest)),
    ...distinctByScript(packages.flatMap((item) => checkScripts(item, engine))),
  ];
}

/** Where the packages, which work, are heavier than they may be. */
export function checkWeight(packages: readonly ScreenPackage[], budget: Budget): readonly BuildProblem[] {
  return packages.flatMap((item): BuildProblem[] => {
    const screen = screenName(item.screen);
    const scripts = deviceScriptBytes(item);
    const tooLarge = { code: 'packageTooLarge', screen, bytes: item.bytes, budget: budget.package } as const;
    const tooMuch = {
      code: 'scriptsTooLarge',
      screen,
      bytes: scripts,
      budget: budget.deviceScripts,
    } as const;
    return [
      ...(item.bytes > budget.package ? [tooLarge] : []),
      ...(scripts > budget.deviceScripts ? [tooMuch] : []),
    ];
  });
}

/** The scripts of the watch in a package, by path. */
export function deviceScripts(item: ScreenPackage): readonly (readonly [path: string, script: Uint8Array])[] {
  return [...item.device].filter(([path]) => path.endsWith('.js'));
}

export function deviceScriptBytes(item: ScreenPackage): number {
  return deviceScripts(item).reduce((sum, [, script]) => sum + script.length, 0);
}

function checkScreens(packages: readonly ScreenPackage[], screens: readonly string[]): BuildProblem[] {
  const made = packages.map((item) => screenName(item.screen));
  return [
    ...screens
      .filter((screen) => !made.includes(screen))
      .map((screen) => ({ code: 'screenMissing', screen }) as const),
    ...made
      .filter((screen) => !screens.includes(screen))
      .map((screen) => ({ code: 'screenUnexpected', screen }) as const),
  ];
}

/** zpm leaves out an entry silently at times. A secondary widget it leaves out for each watch that has none. */
function checkEntries(item: ScreenPackage, manifest: Manifest): BuildProblem[] {
  return manifest.entries
    .filter(({ kind }) => runsOnWatch(kind) && kind !== 'secondary-widget')
    .map(({ path }) => `${path}.js`)
    .filter((script) => !item.device.has(script))
    .map((script) => ({ code: 'scriptMissing', script, screen: screenName(item.screen) }));
}

function checkScripts(item: ScreenPackage, engine: Engine): ScriptProblem[] {
  return deviceScripts(item).flatMap(([script, source]): ScriptProblem[] => {
    if (Buffer.from(source).includes('module.exports=')) return [{ code: 'commonJs', script }];
    const compiled = engine(source);
    if (compiled.ok) return [];
    return [{ code: 'refusedByWatch', script, screen: screenName(item.screen), detail: compiled.error }];
  });
}

type ScriptProblem = Extract<BuildProblem, { readonly code: 'commonJs' | 'refusedByWatch' }>;

/** The same fault in six packages is one fault. */
function distinctByScript(problems: readonly ScriptProblem[]): ScriptProblem[] {
  return problems.filter(
    (problem, at) =>
      problems.findIndex((other) => other.code === problem.code && other.script === problem.script) === at,
  );
}
