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
    return err(
      `${sentence.replace(/\.$/, '')}. Possible are ${listed(Object.keys(options).map((name) => `--${name}`))}.`,
    );
  }
}

/** `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${String(items[items.length - 1])}`;
}
