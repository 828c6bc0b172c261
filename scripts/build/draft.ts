import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { SCREENS } from './build-package';
import { checkPackages } from './check';
import { readDevices, zeusDeviceTable } from './device-table';
import { fingerprint } from './fingerprint';
import { withLock } from './lock';
import { readManifest } from './manifest';
import type { BuildProblem } from './problem';
import { noPackage } from './problem';
import { stageProject } from './stage';
import { readStamp, writeStamp } from './stamp';
import type { TellStep } from './step';
import { unpackZab } from './unpack';
import { runZpm } from './zpm';

/**
 * Returns the path of a draft: a `.zab` with scripts, made by the same compiler from the project as it is now, which the
 * virtual watch can run. Its scripts are neither shortened nor compiled to bytecode, so it is ready in a fraction of the
 * time of the package that ships. It is for looking at Legato; tests, figures and watches get what ships.
 *
 * Rejects with the build's error messages if it cannot be made.
 */
export async function ensureDraft(root: string, tell: TellStep = () => undefined): Promise<string> {
  const folder = draftFolder(root);
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, 'lock'), async () => freshDraft(root) ?? (await build(root, tell)));
}

/** The path of the draft if it is up to date. */
export function freshDraft(root: string): string | undefined {
  return readStamp(stampFile(root), fingerprint(root))?.[0];
}

async function build(root: string, tell: TellStep): Promise<string> {
  const inputs = fingerprint(root);
  const made = await makeDraft(root, tell);
  if (!made.ok) throw noPackage(made.error);
  const path = join(draftFolder(root), 'legato.draft.zab');
  copyFileSync(made.value, path);
  writeStamp(stampFile(root), inputs, [path]);
  return path;
}

async function makeDraft(root: string, tell: TellStep): Promise<Result<string, readonly BuildProblem[]>> {
  const folder = draftFolder(root);
  const manifest = readManifest(root);
  if (!manifest.ok) return err([manifest.error]);
  const stage = join(folder, 'stage');
  const staged = await stageProject(root, stage, manifest.value, withoutSpace, tell);
  if (!staged.ok) return staged;
  tell({ at: 'packages' });
  const devices = zeusDeviceTable(readDevices(), Date.now());
  const made = await runZpm(stage, join(folder, 'zpm'), devices, { kind: 'draft' });
  if (!made.ok) return err([made.error]);
  tell({ at: 'check' });
  const problems = checkPackages(unpackZab(readFileSync(made.value.zab)), manifest.value, SCREENS);
  return problems.length > 0 ? err(problems) : ok(made.value.zab);
}

/** Without white space, which zpm would go through many times. Names stay, since none may become `px` or `dp`. */
async function withoutSpace(script: string): Promise<string> {
  return (await transform(script, { minifyWhitespace: true, charset: 'utf8', tsconfigRaw: {} })).code;
}

function draftFolder(root: string): string {
  return join(root, 'build', 'draft');
}

function stampFile(root: string): string {
  return join(draftFolder(root), 'stamp.json');
}
