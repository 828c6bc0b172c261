import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deviceNamed, makeNodeHost, modelledApis } from '../../virtual-watch/node';

const FACADES = join(__dirname, '..', '..', 'device', 'watch');

/** Objects of constants, which are not called. */
const CONSTANTS = ['align', 'prop', 'text_style', 'widget'];

/**
 * The members of the watch's modules that the facades of `device/watch` call, read off their sources and in order:
 * `@zos/alarm set`, `@zos/sensor Vibrator.start`.
 */
export function calledMembers(): readonly string[] {
  const { modules } = modelledApis(makeNodeHost(), deviceNamed('Amazfit Balance'));
  const called = readdirSync(FACADES).flatMap((file) => {
    const source = readFileSync(join(FACADES, file), 'utf8');
    return [...source.matchAll(/^import \{([^}]*)\} from '(@zos\/\w+)';$/gm)].flatMap(
      ([, names = '', module = '']) =>
        names
          .split(',')
          .map((name) => name.trim().split(' as ')[0] ?? '')
          .filter((name) => /^[a-z]/i.test(name) && !/^[A-Z_\d]+$/.test(name) && !CONSTANTS.includes(name))
          .flatMap((name) => (/^[A-Z]/.test(name) ? methodsOf(name, source, modules[module] ?? []) : [name]))
          .map((member) => `${module} ${member}`),
    );
  });
  return [...new Set(called)].sort();
}

/** The methods of a class that a source calls, on whatever it calls them. */
function methodsOf(name: string, source: string, known: readonly string[]): readonly string[] {
  const used = [...source.matchAll(/\.(\w+)\(/g)].map(([, method = '']) => `${name}.${method}`);
  return known.filter((member) => used.includes(member));
}
