import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { codeOf } from './thrown';

export const PROJECT = join(__dirname, '..');

/** Runs a program of an installed package, with its output shown; returns its exit code. */
export function runTool(script: string, args: readonly string[]): Promise<number> {
  return run(process.execPath, [pathOf(script), ...args]);
}

/** Throws an error with a readable message if only production dependencies are installed. */
function pathOf(script: string): string {
  try {
    return require.resolve(script);
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(`${script} is not installed: "npm ci" brings the tools for development as well.`);
  }
}

/** Runs a script of package.json, with its output shown; returns its exit code. */
export function runScript(name: string): Promise<number> {
  return run('npm', ['run', '--silent', name]);
}

/** The same for a script that others run beside, whose output is shown as a whole when it has ended. */
export function runScriptBeside(
  name: string,
): Promise<{ readonly code: number; readonly output: readonly Buffer[] }> {
  const output: Buffer[] = [];
  const hear = (part: Buffer): void => {
    output.push(part);
  };
  return run('npm', ['run', '--silent', name], hear).then((code) => ({ code, output }));
}

/** A program ended by a signal counts as failed with 1. Its output goes to `hear`, or is shown. */
function run(program: string, args: readonly string[], hear?: (part: Buffer) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: PROJECT,
      stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // On Windows npm is a script, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npm',
    });
    if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
