import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Compiles a script; answers with what the engine says against it. */
export type Engine = (script: Uint8Array) => Result<void, string>;

/** The watch's own compiler on this machine; it works in the folder `work`. */
export function watchEngine(work: string): Result<Engine, BuildProblem> {
  const platform = `${process.platform}-${process.arch}`;
  const program = PROGRAMS[platform];
  if (program === undefined) return err({ code: 'engineMissing', platform });
  mkdirSync(work, { recursive: true });
  const seen = new Map<string, Result<void, string>>();
  return ok((script) => {
    const source = Buffer.from(script).toString('latin1');
    const known = seen.get(source);
    if (known !== undefined) return known;
    const result = compile(join(ZPM_FOLDER, 'bin', program), work, script);
    seen.set(source, result);
    return result;
  });
}

function compile(program: string, work: string, script: Uint8Array): Result<void, string> {
  writeFileSync(join(work, 'script.js'), script);
  const { status, error, stderr } = spawnSync(program, ['-b', '-o', 'script.bin', 'script.js'], {
    cwd: work,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  return status === 0 ? ok(undefined) : err(stderr.trim().replace(/\s*\n\s*/g, ' '));
}
