/** Parses the command line flags. */
import { parseArgs } from 'node:util';
import { ANSWERS, DEFAULT_UNKNOWNS, type DeviceFacts, type Unknowns } from '../index';

export const USAGE = `npm run virtual-watch -- FILE.zab [flags]

Boots a virtual watch with the package on it, opens the app, and does what it is told.

  --device NAME           a watch, such as "GTR 4" (Balance)
  --language LANGUAGE     what the watch speaks (en-US)
  --do "COMMAND; …"       does this and ends; without it, commands are read line by line ("help" lists them)
  --unknown NAME=ANSWER   what this watch does where nobody says for sure; may be given again
  --help                  this text`;

export interface CliOptions {
  readonly file: string;
  readonly device: DeviceFacts;
  readonly language: string;
  /** The commands to run; undefined when they should be read from the input. */
  readonly commands: readonly string[] | undefined;
  readonly unknowns: Partial<Unknowns>;
}

/** Parses the options, or tells that help is wanted. Throws an error with a readable message if they are invalid. */
export function readOptions(args: readonly string[], devices: readonly DeviceFacts[]): CliOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [file, more] = positionals;
  if (file === undefined) throw new Error('Which package is to be run? Give the path of a .zab file.');
  if (more !== undefined) throw new Error(`One package is run at a time; "${more}" is too much.`);
  return {
    file,
    device: deviceOf(values.device ?? 'Balance', devices),
    language: values.language ?? 'en-US',
    commands: values.do === undefined ? undefined : commandsOf(values.do),
    unknowns: Object.fromEntries((values.unknown ?? []).map(answerOf)),
  };
}

function commandsOf(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((command) => command.trim())
    .filter((command) => command !== '');
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const options = {
    device: text,
    language: text,
    do: text,
    unknown: texts,
    help: { type: 'boolean' },
  } as const;
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

/** Finds a watch by name, with or without the brand, ignoring case. */
function deviceOf(name: string, devices: readonly DeviceFacts[]): DeviceFacts {
  const found = devices.find((device) => plain(device.name) === plain(name));
  if (found !== undefined) return found;
  const names = devices.map((device) => device.name.replace(MAKER, '')).join(', ');
  throw new Error(`There is no watch "${name}". Possible are ${names}.`);
}

const MAKER = /^Amazfit /i;

function plain(name: string): string {
  return name.trim().replace(MAKER, '').toLowerCase();
}

/** Parses `alarmGrain=nearestMinute`. A number may have any value; other answers must be in the table. */
function answerOf(text: string): readonly [name: string, answer: unknown] {
  const [name = '', ...rest] = text.split('=');
  const wanted = rest.join('=');
  if (!isQuestion(name)) throw new Error(`"${name}" is none of ${Object.keys(DEFAULT_UNKNOWNS).join(', ')}.`);
  const isNumber = typeof DEFAULT_UNKNOWNS[name] === 'number';
  if (isNumber && /^\d+$/.test(wanted)) return [name, Number(wanted)];
  const found = ANSWERS[name].find((answer) => shown(answer) === wanted);
  if (found !== undefined) return [name, found];
  const possible = isNumber ? 'a whole number' : ANSWERS[name].map(shown).join(' or ');
  throw new Error(`${name} is ${possible}, not "${wanted}".`);
}

function isQuestion(name: string): name is keyof Unknowns {
  return Object.keys(DEFAULT_UNKNOWNS).includes(name);
}

function shown(answer: unknown): string {
  return Array.isArray(answer) ? answer.join(',') || 'none' : String(answer);
}
