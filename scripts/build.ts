/**
 * `npm run build`: the package for all screens, checked and weighed. Ends with 1 when it cannot be made or is too heavy.
 */
import { join, relative } from 'node:path';
import { buildPackage } from './build/build-package';
import { stampPackage, withLock } from './build/ensure-package';
import { fingerprint } from './build/fingerprint';
import { describeProblem } from './build/problem';
import { weighReport } from './build/report';

const root = join(__dirname, '..');

async function main(): Promise<number> {
  const inputs = fingerprint(root);
  const built = await buildPackage({ root, tell: (step) => console.log(`${step} …`) });
  if (!built.ok) return fail(built.error.map(describeProblem));
  const { path, packages, budget, overweight } = built.value;
  stampPackage(root, path, inputs);
  console.log(`\n${weighReport(packages, budget)}\n\n${relative(root, path)} is ready.`);
  return overweight.length === 0 ? 0 : fail(overweight.map(describeProblem));
}

function fail(sentences: readonly string[]): number {
  for (const sentence of sentences) console.error(sentence);
  return 1;
}

withLock(join(root, 'build', 'lock'), main).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? `The build broke off: ${error.message}` : error);
    process.exitCode = 1;
  },
);
