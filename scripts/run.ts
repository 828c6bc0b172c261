import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { leaveSpeaking } from './silence/break-silence';
import { codeOf } from './thrown';

export const PROJECT = join(__dirname, '..');

/** Runs a program of an installed package that tells how far it is; returns its exit code. */
export function runTool(script: string, args: readonly string[]): Promise<number> {
  return leaveSpeaking(run(process.execPath, [pathOf(script), ...args]));
}

/** Throws an error with a readable message if only production dependencies are installed. */
function pathOf(script: string): string {
  try {
    return require.resolve(script);
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(notInstalled(script));
  }
}

/** Runs a script of package.json, with its output shown; returns its exit code. */
export function runScript(name: string): Promise<number> {
  return leaveSpeaking(run('npm', ['run', '--silent', name]));
}

/** Runs a program that prints nothing for long, with its output shown; returns its exit code. */
export async function runSilent(program: string, args: readonly string[]): Promise<number> {
  try {
    return await run(program, args);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new Error(notInstalled(program));
  }
}

function notInstalled(name: string): string {
  return `${name} is not installed: "npm ci" brings the tools for development as well.`;
}

/** A program ended by a signal counts as failed with 1. */
function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: PROJECT,
      stdio: 'inherit',
      // On Windows npm and what it installs are scripts, which only a shell can start.
      shell: process.platform === 'win32' && program !== process.execPath,
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
