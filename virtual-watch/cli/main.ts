import { createInterface } from 'node:readline/promises';
import { DEVICES } from '../node/index';
import type { Desk } from './command';
import { readOptions, USAGE, type CliOptions } from './options';
import { boot, perform, type Voice } from './run';

/** The first command of every run. */
const OPEN = 'open';

/** Runs the command line. Exit codes: 0, everything succeeded; 1, something failed; 2, invalid arguments. */
export async function main(args: readonly string[], voice: Voice): Promise<number> {
  let desk: Desk;
  let options: CliOptions | 'help';
  try {
    options = readOptions(args, DEVICES);
    if (options === 'help') {
      voice.say(USAGE);
      return 0;
    }
    desk = boot(options);
  } catch (error) {
    voice.complain(`${messageOf(error)}\n"--help" tells what is possible.`);
    return 2;
  }
  const { commands } = options;
  const isDone =
    commands === undefined
      ? perform(desk, OPEN, voice) && (await listen(desk, voice))
      : doAll(desk, [OPEN, ...commands], voice);
  return isDone ? 0 : 1;
}

/** Stops at the first command that fails, since the later ones assumed it had worked. */
function doAll(desk: Desk, commands: readonly string[], voice: Voice): boolean {
  return commands.every((command) => perform(desk, command, voice));
}

/** Reads commands until `quit` or the end of the input. A mistyped command does not end it. */
async function listen(desk: Desk, voice: Voice): Promise<boolean> {
  const isPerson = process.stdin.isTTY;
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: isPerson,
    prompt: '> ',
  });
  let isDone = true;
  if (isPerson) voice.say('"help" lists what can be done, "quit" ends.');
  if (isPerson) lines.prompt();
  for await (const line of lines) {
    if (line.trim() === 'quit') break;
    if (line.trim() !== '') isDone = perform(desk, line, voice) && isDone;
    if (isPerson) lines.prompt();
  }
  lines.close();
  return isPerson || isDone;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
