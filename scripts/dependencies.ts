/**
 * `npm run dependencies:check`: checks that dependencies may ship, have no known severe vulnerability, and run nothing
 * on installation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askRegistry, auditProblems, type Audit } from './dependencies/audit';
import { installScriptProblems, npmrcProblems } from './dependencies/install-scripts';
import { licenceProblems } from './dependencies/licences';
import { readLock } from './dependencies/lockfile';
import { shippedPackages, type ShippedPackage } from './dependencies/shipped';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';

const USAGE = `npm run dependencies:check

Looks at what comes from elsewhere: the licences of all that ships, known weaknesses in it, as far as the registry can be
reached, and that nothing of a package runs when it is installed.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const locked = readLock(PROJECT);
  const shipped = await shippedPackages(PROJECT, locked);
  console.log(shipped.map(lineOf).join('\n'));
  const audit = askRegistry(PROJECT);
  console.log(told(audit));
  const problems = [
    ...licenceProblems(shipped),
    ...(audit.kind === 'answered' ? auditProblems(audit.weaknesses, shipped) : []),
    ...npmrcProblems(readFileSync(join(PROJECT, '.npmrc'), 'utf8')),
    ...installScriptProblems(locked),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  console.log(`${locked.length} packages are locked; none runs anything when it is installed.`);
  return 0;
}

function lineOf({ name, version, license = '', places }: ShippedPackage): string {
  return `${`${name} ${version}`.padEnd(32)}${license.padEnd(12)}${places.join(', ')}`;
}

function told(audit: Audit): string {
  switch (audit.kind) {
    case 'answered':
      return audit.weaknesses.length === 0
        ? 'The registry knows no weakness in any package.'
        : `The registry knows weaknesses in: ${audit.weaknesses.map(({ name, severity }) => `${name} (${severity})`).join(', ')}.`;
    case 'notAnswered':
      return `Known weaknesses were not looked up, for the registry did not say: ${audit.why}.`;
  }
}

runMain(main);
