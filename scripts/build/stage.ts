import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildFailure, type Message } from 'esbuild';
import { minify } from 'terser';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Entry, Manifest } from './manifest';
import { runsOnWatch } from './manifest';
import { nest } from './nest';
import type { BuildProblem } from './problem';
import type { TellStep } from './step';

/**
 * Fills the folder `stage` with a project in the form Zepp's compiler expects: every entry as one JavaScript file
 * without types, app.json, assets and translations, and nothing else (zpm compiles every `.js` it finds).
 */
export async function stageProject(
  root: string,
  stage: string,
  manifest: Manifest,
  tell: TellStep = () => undefined,
): Promise<Result<void, readonly BuildProblem[]>> {
  const missing = missingFiles(root, manifest);
  if (missing.length > 0) return err(missing);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  const problems: BuildProblem[] = [];
  for (const [index, entry] of manifest.entries.entries()) {
    tell({ at: 'scripts', number: index + 1, of: manifest.entries.length });
    const script = await compile(root, entry);
    if (script.ok) writeScript(join(stage, `${entry.path}.js`), script.value);
    else problems.push(...script.error);
  }
  if (problems.length > 0) return err(problems);
  copyRest(root, stage, manifest);
  return ok(undefined);
}

function missingFiles(root: string, manifest: Manifest): BuildProblem[] {
  const entries = manifest.entries
    .filter((entry) => !existsSync(join(root, `${entry.path}.ts`)))
    .map(({ kind, path }): BuildProblem => ({ code: 'entryMissing', entry: path, kind }));
  const icons = manifest.icons
    .filter((file) => !existsSync(join(root, file)))
    .map((file): BuildProblem => ({ code: 'iconMissing', file }));
  return [...entries, ...icons];
}

/**
 * Compiles TypeScript to one small JavaScript file. Packages of the watch and ZML stay imports, because zpm bundles
 * them itself and leaves `@zos/…` to the watch; of other packages, used only by the phone part, only what is used is
 * included. The watch's engine knows ES2020, but inside the `with` that zpm wraps around a script it fails on some
 * calls with `?.` ("unconsistent stack size"). Of the phone's engine only ES2019 is certain.
 */
async function compile(root: string, entry: Entry): Promise<Result<string, readonly BuildProblem[]>> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [`${entry.path}.ts`],
      bundle: true,
      ...(runsOnWatch(entry.kind) ? { packages: 'external' } : { external: ['@zeppos/*', 'i18n'] }),
      format: 'esm',
      target: runsOnWatch(entry.kind) ? 'es2020' : 'es2019',
      supported: { 'optional-chain': false },
      charset: 'utf8',
      tsconfigRaw: {},
      write: false,
      logLevel: 'silent',
    });
    const script = outputFiles.map((file) => file.text).join('');
    return ok(await shorten(runsOnWatch(entry.kind) ? nest(script) : script));
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return err(error.errors.map((message) => sourceProblem(entry, message)));
  }
}

/**
 * zpm renames nothing at the top level of a file, so it is done here. `px` and `dp` may name nothing else: zpm replaces
 * every call of a function with such a name by a number.
 */
async function shorten(script: string): Promise<string> {
  const { code } = await minify(script, {
    module: true,
    ecma: 2020,
    // Our functions are not constructors, and our getters have no side effects.
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    mangle: { reserved: ['px', 'dp'] },
  });
  return code ?? '';
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}

function sourceProblem(entry: Entry, { location, text }: Message): BuildProblem {
  const file =
    location === null ? `${entry.path}.ts` : `${location.file}:${location.line}:${location.column + 1}`;
  return { code: 'sourceInvalid', file, detail: text };
}

function writeScript(file: string, script: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, script);
}

function copyRest(root: string, stage: string, manifest: Manifest): void {
  cpSync(join(root, 'app.json'), join(stage, 'app.json'));
  writeFileSync(join(stage, 'package.json'), JSON.stringify({ name: 'legato', version: manifest.version }));
  if (existsSync(join(root, 'assets')))
    cpSync(join(root, 'assets'), join(stage, 'assets'), { recursive: true });
  for (const folder of translatedFolders(root)) {
    cpSync(join(root, folder, 'i18n'), join(stage, folder, 'i18n'), { recursive: true });
  }
}

/** The folders of modules (page, app-side, setting…) that have translations of their own. */
function translatedFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory() && existsSync(join(root, item.name, 'i18n')))
    .map((item) => item.name);
}
