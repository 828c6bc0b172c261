/**
 * `npm test`: all tests, with the coverage of the rules. `npm test -- <jest arguments>` runs a part, without coverage.
 * `npm run test:long` tries each property and each kind of story thousands of times.
 */
import { runMain } from './main';
import { PROJECT, runTool } from './run';
import { seedOfDay } from './seed-of-day';
import { forgetTested, noteTested, treeUnderTest } from './tested-tree';

const LONG = '--long';

async function main(args: readonly string[]): Promise<number> {
  const seed = process.env['LEGATO_SEED'] ?? String(seedOfDay(new Date()));
  process.env['LEGATO_SEED'] = seed;
  if (args[0] === LONG) process.env['LEGATO_LONG'] = '1';
  const part = args.filter((arg) => arg !== LONG);
  console.log(`Seed ${seed}: LEGATO_SEED=${seed} tries the same cases again.`);
  return part.length > 0 ? runTool('jest/bin/jest', part) : testAll();
}

async function testAll(): Promise<number> {
  forgetTested(PROJECT);
  const tree = treeUnderTest(PROJECT);
  const code = await runTool('jest/bin/jest', ['--coverage']);
  if (code === 0 && treeUnderTest(PROJECT) === tree) noteTested(PROJECT, tree);
  return code;
}

runMain(main);
