/**
 * `npm run build`: builds the package for all screens unless it is up to date, checks it and reports its size. Exit code
 * 1 when it cannot be built or is too large.
 */
import { join, relative } from 'node:path';
import { buildPackage, openBuilt } from './build/build-package';
import { freshPackages, stampPackages } from './build/ensure-package';
import { fingerprint } from './build/fingerprint';
import { startHeartbeat } from './build/heartbeat';
import { withLock } from './build/lock';
import { describeProblem } from './build/problem';
import { weighReport } from './build/report';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';

const USAGE = `npm run build

Makes dist/legato-<version>.zab for all screens as it ships, and legato-<version>.source.zab with its scripts, which
the virtual watch runs; checks both, and tells what they weigh. Packages that are up to date are only weighed.

  --help   this text`;

async function main(): Promise<number> {
  const built = upToDate() ?? (await build());
  if (!built.ok) return fail(built.error.map(describeProblem));
  const { path, sourcePath, packages, worlds, budget, overweight } = built.value;
  console.log(
    `\n${weighReport(packages, worlds, budget)}\n\n${relative(PROJECT, path)} is ready, and ${relative(PROJECT, sourcePath)} to run here.`,
  );
  return overweight.length === 0 ? 0 : fail(overweight.map(describeProblem));
}

type Built = Awaited<ReturnType<typeof buildPackage>>;

function upToDate(): Built | undefined {
  const known = freshPackages(PROJECT);
  if (known === undefined) return undefined;
  console.log('Nothing that the packages are made of has changed since they were built.');
  return openBuilt(PROJECT, known);
}

async function build(): Promise<Built> {
  const inputs = fingerprint(PROJECT);
  console.log('Building the packages. That takes a minute or two, longer on a busy computer.');
  const heartbeat = startHeartbeat(console.log);
  const built = await buildPackage({ root: PROJECT, tell: heartbeat.tell }).finally(heartbeat.stop);
  if (built.ok) stampPackages(PROJECT, built.value, inputs);
  return built;
}

function fail(sentences: readonly string[]): number {
  for (const sentence of sentences) console.error(sentence);
  return 1;
}

runMain(async (args) => {
  const code = endsWithHelp(args, USAGE);
  return code ?? withLock(join(PROJECT, 'build', 'lock'), main);
});
