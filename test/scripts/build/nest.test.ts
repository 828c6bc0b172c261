import { runInNewContext } from 'node:vm';
import { nest } from '../../../scripts/build/nest';

/**
 * Modules as esbuild writes them: each declares `names` names and adds up those of all before it, and the last one
 * prints the sum.
 */
function script(...modules: readonly number[]): string {
  let sum = '0';
  const parts = modules.map((names, at) => {
    const declared = Array.from({ length: names }, (_, index) =>
      index === 0 ? `function f${at}() { return 1 + ${sum}; }` : `var v${at}_${index} = ${index};`,
    );
    sum = `f${at}()`;
    return [`// core/m${at}.ts`, ...declared, ''].join('\n');
  });
  return `${parts.join('\n')}told = ${sum};\n`;
}

function toldBy(code: string): unknown {
  const world = { told: undefined };
  runInNewContext(code, world);
  return world.told;
}

function functionsIn(code: string): number {
  return code.match(/\(\(\) => \{\n/g)?.length ?? 0;
}

describe('a script of the watch', () => {
  test.each([[[1]], [[80, 80, 80]], [[10, 250, 1]], [[150, 1]]])(
    'gives the same result as before with modules of %j names',
    (modules) => {
      expect(toldBy(nest(script(...modules)))).toBe(toldBy(script(...modules)));
      expect(toldBy(script(...modules))).toBe(modules.length);
    },
  );

  test.each([
    [[1], 1],
    [[90, 60], 1],
    [[90, 61], 2],
    [[250, 1], 2],
    [[80, 80, 80], 3],
  ])(
    'with modules of %j names has functions, %i of them, for 150 names each or one module',
    (modules, functions) => {
      expect(functionsIn(nest(script(...modules)))).toBe(functions);
    },
  );

  test('has its imports at the top, wherever a module has them', () => {
    const nested = nest(
      [
        '// core/a.ts',
        'var a = 1;',
        '// device/b.ts',
        'import {',
        '  now',
        '} from "@zos/time";',
        'import { log } from "@zos/utils";',
        'log(a, now);',
        '',
      ].join('\n'),
    );
    expect(nested).toMatch(
      /^import \{\n {2}now\n\} from "@zos\/time";\nimport \{ log \} from "@zos\/utils";\n\(\(\) => \{/,
    );
    expect(nested.match(/import/g)).toHaveLength(2);
  });
});
