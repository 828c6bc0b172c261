/** Parses the command line of a script, with readable error messages. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { err, ok, type Result } from '../core/result';
import { messageOf } from './thrown';

/** The exit code of a script that was called with invalid arguments. */
export const MISUSED = 2;

type Options = NonNullable<ParseArgsConfig['options']>;
type Flags<Allowed extends Options> = ReturnType<
  typeof parseArgs<{ options: Allowed; strict: true; allowPositionals: false }>
>['values'];

/** Returns the flags, or a message that names the invalid one and the valid ones. */
export function readFlags<const Allowed extends Options>(
  args: readonly string[],
  options: Allowed,
): Result<Flags<Allowed>, string> {
  try {
    return ok(parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values);
  } catch (error) {
    // parseArgs throws for no other reason, and names the flag in the first sentence of its message.
    const message = messageOf(error);
    const [sentence = message] = message.split(/\. |\n/);
    const ambiguous = /'(?:-\w, )?(--[\w-]+).*' argument is ambiguous/.exec(sentence)?.[1];
    const wrong =
      ambiguous === undefined
        ? sentence.replace(/\.$/, '')
        : `${ambiguous} has no value, for what follows begins with a dash; a value that does is written ${ambiguous}=VALUE`;
    return err(`${wrong}. Possible are ${listed(Object.keys(options).map((name) => `--${name}`))}.`);
  }
}

/**
 * For a script whose only flag is `--help`: if there were arguments, prints the help or an error and returns the exit
 * code.
 */
export function endsWithHelp(args: readonly string[], usage: string): number | undefined {
  const flags = readFlags(args, { help: { type: 'boolean' } });
  if (flags.ok && flags.value.help !== true) return undefined;
  if (flags.ok) console.log(usage);
  else console.error(`${flags.error}\n\n${usage}`);
  return flags.ok ? 0 : MISUSED;
}

/** `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${String(items[items.length - 1])}`;
}
