/**
 * Runs scripts one after the other in this process, which is much quicker than one process each: `node --import tsx
 * test/scripts/several.ts '[["scripts/verify.ts","--help"]]'` prints what each printed and its exit code, as JSON.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A script that has not ended by then has the code -1. */
const PATIENCE_MS = 10_000;
const load = createRequire(__filename);
const PROJECT = join(__dirname, '..', '..');

async function runOne([script = '', ...args]: readonly string[]): Promise<Ran> {
  const printed = { out: '', err: '' };
  const { log, error } = console;
  console.log = (...words: readonly unknown[]) => void (printed.out += `${words.join(' ')}\n`);
  console.error = (...words: readonly unknown[]) => void (printed.err += `${words.join(' ')}\n`);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  const path = join(PROJECT, script);
  // oxlint-disable-next-line typescript/no-dynamic-delete -- so that a script can be run twice
  delete load.cache[path];
  load(path);
  const end = Date.now() + PATIENCE_MS;
  while (exitCode() === undefined && Date.now() < end) await setTimeout(5);
  const code = Number(exitCode() ?? -1);
  Object.assign(console, { log, error });
  process.exitCode = 0;
  return { code, ...printed };
}

function exitCode(): typeof process.exitCode {
  return process.exitCode;
}

async function main(): Promise<void> {
  const asked = JSON.parse(process.argv[2] ?? '[]') as readonly (readonly string[])[];
  const ran: Ran[] = [];
  for (const one of asked) ran.push(await runOne(one));
  console.log(JSON.stringify(ran));
}

void main();
