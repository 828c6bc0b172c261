import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Ran } from './several';

const PROJECT = join(__dirname, '..', '..');

/** Runs scripts of the project, each with its arguments, in one separate process. */
export function runSeveral(asked: readonly (readonly [script: string, ...args: string[]])[]): readonly Ran[] {
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'several.ts'), JSON.stringify(asked)],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  return JSON.parse(printed) as readonly Ran[];
}
