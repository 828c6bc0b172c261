/**
 * `npm run verify`: runs everything that must pass before a change is shared, fastest first. After a failure nothing
 * more begins.
 */
import { join } from 'node:path';
import { readRun } from './figures/run-file';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT, runScript } from './run';
import { isTested, TEST_SETS, wholeRun } from './tested-tree';

/** One after the other, the fastest first. */
const STEPS = ['types', 'lint', 'format:check', 'dependencies:check', 'test', 'test:tools', 'build'] as const;

const USAGE = `npm run verify

Runs ${STEPS.join(', ')}. After one that fails no more begin.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const asked = endsWithHelp(args, USAGE);
  if (asked !== undefined) return asked;
  const failed = await check();
  if (failed !== undefined) {
    console.error(`\n"npm run ${failed}" failed, so not all was tried.`);
    return 1;
  }
  console.log(`\n${counted()}Everything holds.`);
  return 0;
}

/** What passed in both sets of tests, in a line that other programs can read. */
function counted(): string {
  const runs = TEST_SETS.flatMap((set) => readRun(join(PROJECT, wholeRun(set))) ?? []);
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  return runs.length === TEST_SETS.length ? `${passed} passed, 0 failed\n` : '';
}

/** The first that failed, if one did. */
async function check(): Promise<string | undefined> {
  for (const step of STEPS) {
    console.log(`\n── ${step}`);
    if (isDone(step)) {
      console.log('All these tests have passed on this very tree already.');
      continue;
    }
    if ((await runScript(step)) !== 0) return step;
  }
  return undefined;
}

function isDone(step: (typeof STEPS)[number]): boolean {
  switch (step) {
    case 'test':
      return isTested(PROJECT, 'app');
    case 'test:tools':
      return isTested(PROJECT, 'tools');
    case 'types':
    case 'lint':
    case 'format:check':
    case 'dependencies:check':
    case 'build':
      return false;
  }
}

runMain(main);
