import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { BuildProblem } from './problem';

export const ZPM_FOLDER = dirname(require.resolve('@zeppos/zpm/package.json'));

/**
 * The options that Zepp's own tool passes to zpm for a preview (zeus-cli 1.9.1,
 * `zeppos-app-utils/dist/modules/build.js`): watch scripts as bytecode instead of text, images in the format of the
 * watch's chips, names shortened, our sources not included.
 */
const AS_IT_SHIPS = [
  '--jsc',
  'bin',
  '--prune',
  'true',
  '--png2vg',
  'true',
  '--compress',
  'true',
  '--ip',
  'false',
];

/** Scripts as they are, and everything else as in what ships. */
const AS_A_DRAFT = ['--png2vg', 'true', '--ip', 'false'];

/**
 * How zpm compiles what ships: by itself, or with what is the same on all screens made once, and shortened scripts kept
 * in the folder `results` for the next build; the result is the same, and sooner. Or a draft, whose scripts stay as they
 * are, which is far sooner.
 */
export type Compilation =
  | { readonly kind: 'alone' }
  | { readonly kind: 'once'; readonly results: string }
  | { readonly kind: 'draft' };

/** The folder of the project that zpm compiles, inside its working folder. */
export function compiledFolder(work: string): string {
  return join(work, 'node_modules', 'legato');
}

/**
 * How many of zpm's last lines are shown when it fails. The reason comes first or last, with a stack trace in between.
 */
const LINES_TOLD = 12;

/** The result of zpm. */
export interface Compiled {
  /** The path of the `.zab`. */
  readonly zab: string;
  /** The script that a bytecode of this `.zab` was compiled from; `undefined` for other bytes. */
  readonly sourceOf: (bytecode: Uint8Array) => Uint8Array | undefined;
}

/**
 * Runs Zepp's compiler on a copy of the folder `stage`.
 *
 * `work` becomes its home and its place for temporary files, so that nothing outside the project is touched and its own
 * cache of devices is not needed. It exits with code 0 even when it fails, so only the output file shows success.
 *
 * The copy is in a folder named `node_modules`, because zpm leaves files there at ES2020, which the watch supports.
 * Elsewhere it lowers object spread, rest and `**` with helpers of 1 to 2 KB in every script.
 */
export async function runZpm(
  stage: string,
  work: string,
  deviceTable: string,
  compilation: Compilation,
): Promise<Result<Compiled, BuildProblem>> {
  const home = join(work, 'home');
  const temporary = temporaryFolder(work);
  const project = compiledFolder(work);
  rmSync(project, { recursive: true, force: true });
  cpSync(stage, project, { recursive: true });
  const kept = join(work, 'scripts');
  for (const folder of [temporary, kept]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  mkdirSync(join(home, '.zepp'), { recursive: true });
  writeFileSync(join(home, '.zepp', '.zeus_devices'), deviceTable);
  const said = await run(project, compilation, {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    KEPT_SCRIPTS: kept,
    ...(compilation.kind === 'once' ? { KEPT_RESULTS: compilation.results } : {}),
    NO_COLOR: '1',
  });
  const zab = madeFile(join(project, 'dist'));
  return zab === undefined
    ? err({ code: 'compilerFailed', detail: reason(said) })
    : ok({ zab, sourceOf: keptScripts(kept) });
}

/**
 * The watch scripts that zpm was about to compile when one of them stopped it, by path. It reports only that one, and
 * not always by name.
 */
export function scriptsLeft(work: string): readonly (readonly [path: string, script: Uint8Array])[] {
  return readdirSync(temporaryFolder(work), { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const path = /^zpm-\w+\/dist\/[^/]+\/device\/(.+\.js)$/.exec(file.replaceAll('\\', '/'))?.[1];
    return path === undefined ? [] : [[path, readFileSync(join(temporaryFolder(work), file))] as const];
  });
}

function temporaryFolder(work: string): string {
  return join(work, 'tmp');
}

/** The copies are named by their bytecode, so that no other script can be taken for the source. */
function keptScripts(folder: string): Compiled['sourceOf'] {
  const kept = new Set(readdirSync(folder));
  return (bytecode) => {
    const name = `${createHash('sha256').update(bytecode).digest('hex')}.js`;
    return kept.has(name) ? readFileSync(join(folder, name)) : undefined;
  };
}

const HOOKS = join(__dirname, 'zpm-hooks');

/** What is loaded into zpm before its own code. */
const HOOKS_OF: Readonly<Record<Compilation['kind'], readonly string[]>> = {
  alone: ['keep-scripts.cjs'],
  once: ['keep-scripts.cjs', 'reuse.cjs', 'compile-once.cjs'],
  draft: ['draft.cjs'],
};

function run(cwd: string, { kind }: Compilation, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = join(ZPM_FOLDER, 'bin', 'index.js');
    const hooks = HOOKS_OF[kind].flatMap((hook) => ['--require', join(HOOKS, hook)]);
    const options = kind === 'draft' ? AS_A_DRAFT : AS_IT_SHIPS;
    const child = spawn(process.execPath, [...hooks, program, 'build', ...options], { cwd, env });
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
    // The folder does not exist if zpm stopped before it wrote anything.
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
