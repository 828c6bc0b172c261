/** Reads the command line of a script, and says in a sentence what is wrong with it. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { err, ok, type Result } from '../core/result';
import { messageOf } from './thrown';

/** Exit code of a script that was called in a way that makes no sense. */
export const MISUSED = 2;

type Options = NonNullable<ParseArgsConfig['options']>;
type Flags<Allowed extends Options> = ReturnType<
  typeof parseArgs<{ options: Allowed; strict: true; allowPositionals: false }>
>['values'];

/** The flags given, or a sentence that names the one that makes no sense and those that would. */
export function readFlags<const Allowed extends Options>(
  args: readonly string[],
  options: Allowed,
): Result<Flags<Allowed>, string> {
  try {
    return ok(parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values);
  } catch (error) {
    // parseArgs throws for nothing else, and says the flag in the first sentence of its message.
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
 * For a script that has no flags but `--help`: the exit code to end with when it was asked for that, or for anything else;
 * both have then been told.
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
