/**
 * `npm run verify`: runs everything that must pass before a change is shared, fastest first; stops at the first
 * failure.
 */
import { join } from 'node:path';
import { readRun } from './figures/run-file';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT, runScript, runScriptBeside } from './run';
import { isTested, TEST_SETS, wholeRun } from './tested-tree';

/** Checks that use one processor each: those of a lane run one after the other, the lanes side by side. */
const LANES = [['lint'], ['format:check', 'types', 'dependencies:check']] as const;

/** What uses all processors by itself. */
const STEPS = ['test', 'test:tools', 'build'] as const;

const USAGE = `npm run verify

Runs ${[...LANES.flat(), ...STEPS].join(', ')} and stops at the first that fails.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const asked = endsWithHelp(args, USAGE);
  if (asked !== undefined) return asked;
  const failed = (await check()) ?? (await test());
  if (failed !== undefined) {
    console.error(`\n"npm run ${failed}" failed, so the rest was not tried.`);
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

/** The first check that failed, if one did. After it none begins. */
async function check(): Promise<string | undefined> {
  const failed: string[] = [];
  const runLane = async (lane: readonly string[]): Promise<void> => {
    for (const name of lane) {
      if (failed.length > 0) return;
      const { code, output } = await runScriptBeside(name);
      console.log(`\n── ${name}`);
      process.stdout.write(Buffer.concat([...output]));
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all(LANES.map(runLane));
  return failed[0];
}

/** The first step that failed, if one did. */
async function test(): Promise<string | undefined> {
  for (const step of STEPS) {
    console.log(`\n── ${step}`);
    if (isDone(step)) {
      console.log('All these tests have passed on this very tree already.');
      continue;
    }
    const code = await runScript(step);
    if (code !== 0) return step;
  }
  return undefined;
}

function isDone(step: (typeof STEPS)[number]): boolean {
  switch (step) {
    case 'test':
      return isTested(PROJECT, 'app');
    case 'test:tools':
      return isTested(PROJECT, 'tools');
    case 'build':
      return false;
  }
}

runMain(main);
