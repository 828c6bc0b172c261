/**
 * `npm test`: tests what the app does, and measures the coverage of the rules. `npm run test:tools`: tests what is around
 * the app, and the app in a browser and in pictures. `npm test -- <jest arguments>` runs a part of either, without coverage.
 * `npm run test:long` tries each property and each kind of story thousands of times.
 */
import { buildApart } from './build/build-apart';
import { runMain } from './main';
import { PROJECT, runTool } from './run';
import { seedOfDay } from './seed-of-day';
import type { TestSet } from './tested-tree';
import { forgetTested, noteTested, treeUnderTest } from './tested-tree';

const LONG = '--long';
const TOOLS = '--tools';

/** What jest is told to run for a set of tests. Only rules are counted. */
const ARGUMENTS: Readonly<Record<TestSet, readonly string[]>> = {
  app: ['--selectProjects', 'rules', 'app', '--coverage'],
  // One worker more than the default, because tests mostly wait for the browser.
  tools: ['--selectProjects', 'tools', '--maxWorkers', '3'],
};

async function main(args: readonly string[]): Promise<number> {
  const [first] = args;
  const seed = process.env['LEGATO_SEED'] ?? String(seedOfDay(new Date()));
  process.env['LEGATO_SEED'] = seed;
  if (first === LONG) process.env['LEGATO_LONG'] = '1';
  const part = args.filter((arg) => arg !== LONG && arg !== TOOLS);
  console.log(`Seed ${seed}: LEGATO_SEED=${seed} tries the same cases again.`);
  if (part.length > 0 || first === LONG) return runTool('jest/bin/jest', part);
  return testAll(first === TOOLS ? 'tools' : 'app');
}

async function testAll(set: TestSet): Promise<number> {
  forgetTested(PROJECT, set);
  const tree = treeUnderTest(PROJECT);
  const build = buildMeanwhile();
  const code = await runTool('jest/bin/jest', ARGUMENTS[set]);
  build.stop();
  if (code === 0 && treeUnderTest(PROJECT) === tree) noteTested(PROJECT, set, tree);
  return code;
}

/** A test that needs the package before it is ready waits for it, and says why there is none if it cannot be built. */
function buildMeanwhile(): { readonly stop: () => void } {
  const ending = new AbortController();
  buildApart(() => undefined, ending.signal).catch(() => undefined);
  return { stop: () => ending.abort() };
}

runMain(main);
