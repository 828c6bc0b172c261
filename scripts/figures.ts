/**
 * `npm run figures`: writes the extent of the tests into the README, from the last complete test run and the project
 * itself.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTED } from './figures/counted';
import { linesOf, withLines } from './figures/lines';
import { readTestRun } from './figures/run-file';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';
import { WHOLE_RUN } from './tested-tree';

const README = join(PROJECT, 'README.md');
const USAGE = `npm run figures

Writes into README.md how many tests passed and how many stories were told in the last whole "npm test", and how much is
drawn and tried.

  --help   this text`;

function main(args: readonly string[]): number {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const file = join(PROJECT, WHOLE_RUN);
  const run = existsSync(file) ? readTestRun(readFileSync(file, 'utf8')) : undefined;
  if (run === undefined) {
    console.error('No whole run of the tests is known: run "npm test" first.');
    return 1;
  }
  const lines = linesOf(run, COUNTED);
  writeFileSync(README, withLines(readFileSync(README, 'utf8'), lines));
  console.log(lines);
  return 0;
}

runMain(main);
