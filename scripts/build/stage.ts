import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildFailure, type Message } from 'esbuild';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Entry, Manifest } from './manifest';
import { runsOnWatch } from './manifest';
import { nest } from './nest';
import { declareOwnGlobals, OWN_NAMES } from './own-globals';
import type { BuildProblem } from './problem';
import type { TellStep } from './step';
import type { Shortener } from './threads/shorten';
import { budgetOf } from './worlds';

/**
 * Fills the folder `stage` with a project in the form Zepp's compiler expects: every entry as one JavaScript file
 * without types, app.json, assets and translations, and nothing else (zpm compiles every `.js` it finds). `shorten` is
 * applied to each script.
 */
export async function stageProject(
  root: string,
  stage: string,
  manifest: Manifest,
  shorten: Shortener['shorten'],
  tell: TellStep = () => undefined,
): Promise<Result<void, readonly BuildProblem[]>> {
  const missing = missingFiles(root, manifest);
  if (missing.length > 0) return err(missing);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  const problems = await stageScripts(root, stage, manifest, shorten, tell);
  if (problems.length > 0) return err(problems);
  copyRest(root, stage, manifest);
  return ok(undefined);
}

/** Answers with what is wrong with the sources. */
async function stageScripts(
  root: string,
  stage: string,
  manifest: Manifest,
  shorten: Shortener['shorten'],
  tell: TellStep,
): Promise<readonly BuildProblem[]> {
  const { entries } = manifest;
  let ready = 0;
  const tellNext = (): void =>
    tell({ at: 'scripts', number: Math.min(ready + 1, entries.length), of: entries.length });
  tellNext();
  const problems = await Promise.all(
    entries.map(async (entry) => {
      const script = await compile(root, entry, (long) => shorten(long, passesFor(entry, manifest)));
      if (script.ok) writeScript(join(stage, `${entry.path}.js`), script.value);
      ready += 1;
      tellNext();
      return script.ok ? [] : script.error;
    }),
  );
  return problems.flat();
}

/**
 * How often a script is gone through to shorten it. A second time moves functions that are used once to where they are
 * used. That saves about 1 % of the size and costs the engine 2 to 3 % more work, so it is for scripts with a budget.
 */
function passesFor(entry: Entry, manifest: Manifest): number {
  return budgetOf(entry, manifest) === undefined ? 1 : 2;
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
 * included. The watch's engine knows ES2020; of the phone's engine only ES2019 is certain.
 */
async function compile(
  root: string,
  entry: Entry,
  shorten: (script: string) => Promise<string>,
): Promise<Result<string, readonly BuildProblem[]>> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [`${entry.path}.ts`],
      bundle: true,
      ...(runsOnWatch(entry.kind)
        ? { packages: 'external', define: OWN_NAMES }
        : { external: ['@zeppos/*', 'i18n'] }),
      format: 'esm',
      target: runsOnWatch(entry.kind) ? 'es2020' : 'es2019',
      charset: 'utf8',
      tsconfigRaw: {},
      write: false,
      logLevel: 'silent',
    });
    const script = outputFiles.map((file) => file.text).join('');
    return ok(await shorten(runsOnWatch(entry.kind) ? nest(declareOwnGlobals(script)) : script));
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return err(error.errors.map((message) => sourceProblem(entry, message)));
  }
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
