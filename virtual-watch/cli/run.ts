import { readFileSync } from 'node:fs';
import { readZab, VirtualPhone } from '../index';
import { bootWatch } from '../node/index';
import type { Desk } from './command';
import { COMMANDS } from './commands';
import type { CliOptions } from './options';

/** Where output is printed. */
export interface Voice {
  say(line: string): void;
  complain(line: string): void;
}

/**
 * Boots a watch with the package on it. Throws an error with a readable message when the file cannot be read or does
 * not fit the watch.
 */
export function boot({ file, device, language, unknowns }: CliOptions): Desk {
  const phone = new VirtualPhone();
  const zab = readZab(bytesOf(file));
  return { phone, watch: bootWatch({ ...unknowns, zab, device, language, radio: phone.radio }) };
}

/** Runs one command and prints the result; returns whether it succeeded. */
export function perform(desk: Desk, line: string, voice: Voice): boolean {
  const [name = '', rest = ''] = split(line);
  try {
    for (const told of runCommand(desk, name, rest)) voice.say(told);
    return true;
  } catch (error) {
    voice.complain(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** All commands, one per line. */
export function help(): readonly string[] {
  const rows = Object.entries(COMMANDS).map(([name, { takes, tells }]) => [`${name} ${takes}`.trim(), tells]);
  const width = Math.max(...rows.map(([usage = '']) => usage.length));
  return rows.map(([usage = '', tells = '']) => `${usage.padEnd(width)}  ${tells}`);
}

function runCommand(desk: Desk, name: string, rest: string): readonly string[] {
  if (name === 'help') return help();
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (command === undefined) throw new Error('There is no such command; "help" lists them.');
  return command.run(desk, rest);
}

function split(line: string): readonly string[] {
  const trimmed = line.trim();
  const at = trimmed.search(/\s/);
  return at < 0 ? [trimmed] : [trimmed.slice(0, at), trimmed.slice(at).trim()];
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
};

function bytesOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Error(`${file} cannot be read: ${REASONS[code] ?? String(error)}.`);
  }
}
