/**
 * `npm run readings`: performs a session under each possible behaviour of a watch, and writes the table in
 * docs/platform.md that says what is felt, reported and lost. Exit code 1 when the watch would report something untrue.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageForTerminal } from './build/build-apart';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { readPackages } from './packages';
import { liesIn } from './readings/account';
import { COURSES } from './readings/course';
import { performAll } from './readings/perform';
import { tableOf, withTable } from './readings/table';
import { PROJECT } from './run';

const PAGE = join(PROJECT, 'docs', 'platform.md');
const USAGE = `npm run readings

Does a session on the virtual watch under each answer to what is not known of watches, and writes the table into
docs/platform.md; it takes about a minute.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const { packages } = readPackages(await packageForTerminal());
  const rows = performAll(packages, (done, all) => {
    if (done % 10 === 0 || done === all) console.error(`${String(done)} of ${String(all)} sessions`);
  });
  writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), tableOf(rows)));
  const lies = rows.flatMap(({ assumption, course, account }) =>
    liesIn(account).map((lie) => `${assumption}, ${COURSES[course]}: ${lie}`),
  );
  for (const lie of lies) console.error(lie);
  console.log(`${String(rows.length)} rows are in docs/platform.md.`);
  return lies.length === 0 ? 0 : 1;
}

runMain(main);
