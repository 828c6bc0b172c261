/**
 * `npm run build`: builds the package for all screens unless it is up to date, checks it and reports its size. Exit code
 * 1 when it cannot be built or is too large.
 */
import { relative } from 'node:path';
import { packageForTerminal } from './build/build-apart';
import { openBuilt } from './build/build-package';
import { freshPackages } from './build/ensure-package';
import { describeProblem } from './build/problem';
import { weighReport } from './build/report';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';
import { messageOf } from './thrown';

const USAGE = `npm run build

Makes dist/legato-<version>.zab for all screens as it ships, and legato-<version>.source.zab with its scripts, which
the virtual watch runs; checks both, and tells what they weigh. Packages that are up to date are only weighed.

  --help   this text`;

async function main(): Promise<number> {
  if (freshPackages(PROJECT))
    console.log('Nothing that the packages are made of has changed since they were built.');
  const failure = await packageForTerminal(console.log).then(() => undefined, messageOf);
  if (failure !== undefined) return fail([failure]);
  const paths = freshPackages(PROJECT);
  if (!paths)
    return fail(['Something that the packages are made of has changed meanwhile. Build them again.']);
  console.log('Weighing the packages …');
  const built = openBuilt(PROJECT, paths);
  if (!built.ok) return fail(built.error.map(describeProblem));
  const { path, sourcePath, packages, worlds, budget, overweight } = built.value;
  console.log(
    `\n${weighReport(packages, worlds, budget)}\n\n${relative(PROJECT, path)} is ready, and ${relative(PROJECT, sourcePath)} to run here.`,
  );
  return overweight.length === 0 ? 0 : fail(overweight.map(describeProblem));
}

function fail(sentences: readonly string[]): number {
  for (const sentence of sentences) console.error(sentence);
  return 1;
}

runMain(async (args) => endsWithHelp(args, USAGE) ?? (await main()));
