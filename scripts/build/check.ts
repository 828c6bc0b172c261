import type { Engine } from './engine';
import type { Manifest } from './manifest';
import { runsOnWatch } from './manifest';
import type { BuildProblem } from './problem';
import type { ScreenPackage } from './unpack';
import { screenName } from './unpack';

/** Finds everything that makes the packages useless: a missing screen or script, or a script that cannot run. */
export function checkPackages(
  packages: readonly ScreenPackage[],
  manifest: Manifest,
  screens: readonly string[],
): readonly BuildProblem[] {
  return [
    ...checkScreens(packages, screens),
    ...packages.flatMap((item) => checkEntries(item, manifest)),
    ...distinct(
      packages
        .flatMap(deviceScripts)
        .filter(isCommonJs)
        .map(([script]) => ({ code: 'commonJs', script })),
    ),
  ];
}

/** What the watch's engine rejects in scripts; the same fault in six packages counts once. */
export function refusedScripts(scripts: readonly Script[], engine: Engine): readonly BuildProblem[] {
  return distinct(
    scripts.flatMap(([script, source]): ScriptProblem[] => {
      const compiled = engine(source);
      return compiled.ok ? [] : [{ code: 'refusedByWatch', script, detail: compiled.error }];
    }),
  );
}

type Script = readonly [path: string, source: Uint8Array];

/** The watch scripts of a package, by path. */
function deviceScripts(item: ScreenPackage): readonly Script[] {
  return [...item.device].filter(([path]) => path.endsWith('.js'));
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

/** zpm sometimes leaves out an entry silently. It leaves out a secondary widget for each watch that has none. */
function checkEntries(item: ScreenPackage, manifest: Manifest): BuildProblem[] {
  return manifest.entries
    .filter(({ kind }) => runsOnWatch(kind) && kind !== 'secondary-widget')
    .map(({ path }) => `${path}.js`)
    .filter((script) => !item.device.has(script))
    .map((script) => ({ code: 'scriptMissing', script, screen: screenName(item.screen) }));
}

function isCommonJs([, source]: Script): boolean {
  return Buffer.from(source).includes('module.exports=');
}

type ScriptProblem = Extract<BuildProblem, { readonly code: 'commonJs' | 'refusedByWatch' }>;

function distinct(problems: readonly ScriptProblem[]): ScriptProblem[] {
  return problems.filter(({ script }, at) => problems.findIndex((other) => other.script === script) === at);
}
