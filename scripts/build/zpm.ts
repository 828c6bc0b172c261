import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { BuildProblem } from './problem';

export const ZPM_FOLDER = dirname(require.resolve('@zeppos/zpm/package.json'));

/** Where the project lies that zpm compiles, below the folder it works in. */
export function compiledFolder(work: string): string {
  return join(work, 'node_modules', 'legato');
}

/** How many of zpm's last lines are told when it fails; the reason comes first or last, a stack in between. */
const LINES_TOLD = 12;

/**
 * Runs Zepp's compiler on a copy of the folder `stage` and answers with the path of the `.zab` it made.
 *
 * `work` becomes its home and its place for temporary files, so that nothing outside the project is touched and its
 * own cache of devices is not needed. It ends with code 0 even when it fails: only the file tells.
 *
 * The copy lies in a folder named `node_modules`, because zpm leaves what lies there at the ES2020 it is, which the
 * watch knows. Elsewhere it lowers object spread, rest and `**` with helpers of 1 to 2 KB in every script.
 */
export async function runZpm(
  stage: string,
  work: string,
  deviceTable: string,
): Promise<Result<string, BuildProblem>> {
  const home = join(work, 'home');
  const temporary = join(work, 'tmp');
  const project = compiledFolder(work);
  rmSync(project, { recursive: true, force: true });
  cpSync(stage, project, { recursive: true });
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  mkdirSync(join(home, '.zepp'), { recursive: true });
  writeFileSync(join(home, '.zepp', '.zeus_devices'), deviceTable);
  const said = await run(project, {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    NO_COLOR: '1',
  });
  const made = madeFile(join(project, 'dist'));
  return made === undefined ? err({ code: 'compilerFailed', detail: reason(said) }) : ok(made);
}

function run(cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = join(ZPM_FOLDER, 'bin', 'index.js');
    const child = spawn(process.execPath, [program, 'build', '--compress', 'true'], { cwd, env });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
  });
}

function madeFile(folder: string): string | undefined {
  try {
    const name = readdirSync(folder).find((file) => file.endsWith('.zab'));
    return name === undefined ? undefined : join(folder, name);
  } catch {
    // There is no such folder when zpm stopped before it wrote anything.
    return undefined;
  }
}

function reason(said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  return lines.length === 0 ? 'nothing' : lines.slice(-LINES_TOLD).join(' / ');
}
