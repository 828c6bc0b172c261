import type { LockedPackage } from './lockfile';

/** Packages with install scripts, and what those would do. `.npmrc` has `ignore-scripts=true`, so none of them runs. */
export const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  '@parcel/watcher':
    'build its native part where npm has none for the system; a tool of zpm that watches folders, which the build does not use',
  esbuild:
    'check its program and put it in the place of a small starter, which is quicker at each start and nothing else',
  sharp: 'look for an image library of the system or build one; npm installs the one that is built already',
  'unrs-resolver': 'fetch its native part where npm has left it out; a tool of Jest',
};

/** Checks the `.npmrc` that applies to everything installed for Legato. */
export function npmrcProblems(npmrc: string): readonly string[] {
  return /^ignore-scripts=true$/m.test(npmrc)
    ? []
    : ['.npmrc does not say ignore-scripts=true, so npm runs what a package asks for when it is installed.'];
}

/**
 * A message for each package whose install script is not explained here, and for each explanation without a package.
 */
export function installScriptProblems(
  locked: readonly LockedPackage[],
  explained: Readonly<Record<string, string>> = INSTALL_SCRIPTS,
): readonly string[] {
  const asking = new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  const where = 'scripts/dependencies/install-scripts.ts';
  return [
    ...[...asking]
      .filter((name) => !(name in explained))
      .map((name) => `${name} asks to run something when it is installed, and ${where} does not say what.`),
    ...Object.keys(explained)
      .filter((name) => !asking.has(name))
      .map((name) => `${where} explains ${name}, which asks to run nothing when it is installed.`),
  ];
}
