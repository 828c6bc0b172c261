/**
 * `npm run figures`: writes the extent of the tests into the README, from the last complete test run and the project
 * itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTED } from './figures/counted';
import { linesOf, withLines } from './figures/lines';
import { readRun } from './figures/run-file';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';
import { TEST_SETS, wholeRun } from './tested-tree';

const README = join(PROJECT, 'README.md');
const USAGE = `npm run figures

Writes into README.md how many tests passed and how many stories were told in the last whole run of "npm test" and of
"npm run test:tools", and how much is drawn and tried.

  --help   this text`;

function main(args: readonly string[]): number {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const runs = TEST_SETS.map((set) => readRun(join(PROJECT, wholeRun(set))));
  const whole = runs.flatMap((run) => run ?? []);
  if (whole.length < runs.length) {
    console.error('No whole run of all tests is known: run "npm run verify" first.');
    return 1;
  }
  const lines = linesOf(whole, COUNTED);
  writeFileSync(README, withLines(readFileSync(README, 'utf8'), lines));
  console.log(lines);
  return 0;
}

runMain(main);
