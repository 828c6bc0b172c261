import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { BuildProblem } from './problem';
import { ZPM_FOLDER } from './zpm';

/** The compilers of QuickJS 2020-07-05, the watch's language level, that come with zpm. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'linux-x64': 'qjsc',
  'linux-arm64': 'qjsc_arm64',
  'darwin-x64': 'qjsc_darwin',
  'darwin-arm64': 'qjsc_darwin_arm64',
  'win32-x64': 'qjsc_win32.exe',
};

/** Compiles a script; returns the bytecode, or the engine's error. */
export type Engine = (script: Uint8Array) => Result<Uint8Array, string>;

/**
 * The watch's own compiler on this machine, the one that zpm runs. It first writes each script to `file`, whose path
 * becomes part of the bytecode.
 */
export function watchEngine(file: string): Result<Engine, BuildProblem> {
  const platform = `${process.platform}-${process.arch}`;
  const program = PROGRAMS[platform];
  if (program === undefined) return err({ code: 'engineMissing', platform });
  return ok((script) => compile(join(ZPM_FOLDER, 'bin', program), file, script));
}

function compile(program: string, file: string, script: Uint8Array): Result<Uint8Array, string> {
  const bytecode = file.replace(/(\.js)?$/, '.bin');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, script);
  const { status, error, stderr } = spawnSync(program, ['-b', '-o', bytecode, file], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return status === 0 ? ok(readFileSync(bytecode)) : err(stderr.trim().replace(/\s*\n\s*/g, ' '));
}
