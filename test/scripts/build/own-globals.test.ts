import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { declareOwnGlobals, OWN_NAMES } from '../../../scripts/build/own-globals';

/** As the build has it: esbuild renames, and the names are declared before the first module. */
function built(script: string): string {
  const { code } = transformSync(script, { define: OWN_NAMES });
  return declareOwnGlobals(`// core/a.ts\n${code}`);
}

/** What a script tells that stands in the `with` of an object on which somebody looks for names. */
function toldBy(script: string): { readonly told: unknown; readonly looked: readonly string[] } {
  const looked: string[] = [];
  const app = new Proxy(
    {},
    {
      has(_, name) {
        looked.push(String(name));
        return false;
      },
    },
  );
  const world = { app, told: undefined };
  runInNewContext(`with (app) {\n${script}\n}`, world);
  return { told: world.told, looked };
}

describe('a script of the watch that uses a global often', () => {
  const script =
    'function f(x) { return Math.max(Math.abs(x), Math.ceil(x)); }\nfunction g(Map) { return Map; }\ntold = [f(-2.5), f(1.5), g(3), new Map().size];';

  test('looks for it once, and tells the same', () => {
    const own = toldBy(`(() => {\n${built(script)}\n})();`);
    expect(own.told).toEqual(toldBy(`(() => {\n${script}\n})();`).told);
    expect(own.looked.filter((name) => name === 'Math')).toHaveLength(1);
  });

  test('keeps the names of what it uses seldom', () => {
    expect(built(script)).toContain('new Map()');
    expect(built('told = Math.abs(-1);')).not.toContain('own$');
  });
});
