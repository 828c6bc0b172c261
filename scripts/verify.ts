/**
 * `npm run verify`: runs everything that must pass before a change is shared, fastest first; stops at the first
 * failure.
 */
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT, runScript } from './run';
import { isTested } from './tested-tree';

const STEPS = ['format:check', 'lint', 'types', 'dependencies:check', 'test', 'build'] as const;

const USAGE = `npm run verify

Runs ${STEPS.join(', ')} and stops at the first that fails.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const asked = endsWithHelp(args, USAGE);
  if (asked !== undefined) return asked;
  for (const step of STEPS) {
    console.log(`\n── ${step}`);
    if (step === 'test' && isTested(PROJECT)) {
      console.log('All tests have passed on this very tree already.');
      continue;
    }
    const code = await runScript(step);
    if (code === 0) continue;
    console.error(`\n"npm run ${step}" failed, so the rest was not tried.`);
    return 1;
  }
  console.log('\nEverything holds.');
  return 0;
}

runMain(main);
