import { createInterface } from 'node:readline/promises';
import { DEVICES } from '../node/index';
import type { Desk } from './command';
import { readOptions, USAGE, type CliOptions } from './options';
import { boot, perform, type Voice } from './run';

/** What is done before all else. */
const OPEN = 'open';

/** Exit codes: 0, all could be done; 1, something could not; 2, what was asked for makes no sense. */
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

/** Stops at the first that cannot be done, for what comes after it was meant for another watch. */
function doAll(desk: Desk, commands: readonly string[], voice: Voice): boolean {
  return commands.every((command) => perform(desk, command, voice));
}

/** Reads commands until `quit` or the end of what is typed; mistakes of a person at the keys are no failure. */
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
