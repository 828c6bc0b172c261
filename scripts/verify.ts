/**
 * `npm run verify`: everything that has to hold before a change is shared, quickest first; stops at the first failure.
 */
import { PROJECT, runScript } from './run';
import { isTested } from './tested-tree';

const STEPS = ['format:check', 'lint', 'types', 'test', 'build'] as const;

async function main(): Promise<number> {
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

void main().then((code) => {
  process.exitCode = code;
});
