/**
 * `npm test`: all tests, with the coverage of the rules. `npm test -- <jest arguments>` runs a part, without coverage.
 * `npm run test:long` tries each property and each kind of story thousands of times.
 */
import { buildApart } from './build/build-apart';
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
  const build = buildMeanwhile();
  const code = await runTool('jest/bin/jest', ['--coverage']);
  build.stop();
  if (code === 0 && treeUnderTest(PROJECT) === tree) noteTested(PROJECT, tree);
  return code;
}

/** A test that needs the package before it is ready waits for it, and says why there is none if it cannot be built. */
function buildMeanwhile(): { readonly stop: () => void } {
  const ending = new AbortController();
  buildApart(() => undefined, ending.signal).catch(() => undefined);
  return { stop: () => ending.abort() };
}

runMain(main);
