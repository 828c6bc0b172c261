/**
 * `npm test`: all tests, with the coverage of core. `npm test -- <what jest takes>` runs a part, without coverage.
 */
import { runMain } from './main';
import { PROJECT, runTool } from './run';
import { forgetTested, noteTested, treeUnderTest } from './tested-tree';

async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return runTool('jest/bin/jest', args);
  forgetTested(PROJECT);
  const tree = treeUnderTest(PROJECT);
  const code = await runTool('jest/bin/jest', ['--coverage']);
  if (code === 0 && treeUnderTest(PROJECT) === tree) noteTested(PROJECT, tree);
  return code;
}

runMain(main);
