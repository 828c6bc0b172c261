/** The package that ships, with bytecode, corresponds to the one with scripts that all other tests run. */
import { readFileSync, rmSync } from 'node:fs';
import { watchEngine } from '../../scripts/build/engine';
import { ensurePackages } from '../../scripts/build/ensure-package';
import { unpackZab, type ScreenPackage } from '../../scripts/build/unpack';

let shipped: readonly ScreenPackage[];
let sources: readonly ScreenPackage[];

beforeAll(async () => {
  const { path, sourcePath } = await ensurePackages();
  shipped = unpackZab(readFileSync(path));
  sources = unpackZab(readFileSync(sourcePath));
});

/** What qjsc notes of a script in its bytecode: where zpm had it. */
function pathIn(bytecode: Uint8Array): string {
  const path = /[\w:./\\-]*zpm-\w+[\w./\\-]*\.js/.exec(Buffer.from(bytecode).toString('latin1'))?.[0];
  if (path === undefined) throw new Error('the bytecode does not say where its script lay');
  return path;
}

function compiledAs(path: string, script: Uint8Array): Uint8Array {
  const engine = watchEngine(path);
  const compiled = engine.ok ? engine.value(script) : engine;
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/**
 * Files as texts with one character per byte, without the scripts of the watch; app.json without its kind of scripts.
 */
function rest(files: ReadonlyMap<string, Uint8Array> = new Map()): object {
  return Object.fromEntries(
    [...files]
      .filter(
        ([path]) => !path.endsWith('.bin') && !/^(?:app|(?:page|app-service|app-widget)\/.*)\.js$/.test(path),
      )
      .map(([path, content]) => [
        path,
        path === 'app.json' ? withoutType(appJson(content)) : Buffer.from(content).toString('latin1'),
      ]),
  );
}

interface AppJson {
  readonly runtime: { readonly type?: number };
}

function appJson(content: Uint8Array = new Uint8Array()): AppJson {
  return JSON.parse(Buffer.from(content).toString()) as AppJson;
}

function withoutType({ runtime, ...app }: AppJson): object {
  return { ...app, runtime: { ...runtime, type: undefined } };
}

/** What is in zpm's `with` before the function that contains the script's own modules. */
function blockOf(script: Uint8Array): string {
  return Buffer.from(script)
    .toString('utf8')
    .replace(/^.*?with\(context\)\{/s, '')
    .replace(/\(\(\)=>\{.*/s, '');
}

describe('what ships', () => {
  test('has the same screens as what is tested', () => {
    expect(shipped).toHaveLength(6);
    expect(shipped.map(({ screen }) => screen)).toEqual(sources.map(({ screen }) => screen));
  });

  test('has bytecode and no script on the watch, and scripts on the phone', () => {
    for (const { device, phone } of shipped) {
      const kinds = new Set([...device.keys()].map((path) => path.replace(/^.*\./, '')));
      expect(kinds).toEqual(new Set(['json', 'bin', 'png', 'btxt']));
      expect([...phone.keys()].sort()).toEqual(['app-side.js', 'app.json', 'setting.js']);
      expect(appJson(device.get('app.json')).runtime.type).toBe(2);
    }
  });

  test("is what the watch's own compiler makes of each script that is tested, byte for byte", () => {
    let compared = 0;
    shipped.forEach(({ device }, at) => {
      for (const [path, bytecode] of device) {
        if (!path.endsWith('.bin')) continue;
        const script = sources[at]?.device.get(path.replace(/\.bin$/, '.js'));
        const lay = pathIn(bytecode);
        const again = compiledAs(lay, script ?? Buffer.from('nothing'));
        expect([path, Buffer.compare(again, bytecode)]).toEqual([path, 0]);
        compared += 1;
        rmSync(lay.replace(/(zpm-\w+).*$/, '$1'), { recursive: true });
      }
    });
    expect(compared).toBeGreaterThanOrEqual(6 * 10);
  });

  test('declares functions only inside a function, where the engine creates each of them once', () => {
    const [{ device } = { device: new Map<string, Uint8Array>() }] = sources;
    const scripts = [...device].filter(([path]) => /^(?:page|app-service|app-widget)\/.*\.js$/.test(path));
    // zpm bundles packages itself, here ZML with its event bus, and puts them into the block.
    const own = scripts.filter(([, script]) => !Buffer.from(script).includes('EventBus'));
    expect(own.map(([path]) => path)).toEqual(
      expect.arrayContaining(['page/session/index.js', 'app-service/cue.js', 'app-widget/index.js']),
    );
    for (const [path, script] of own) {
      expect([path, blockOf(script)]).toEqual([path, expect.not.stringMatching(/\bfunction \w+\(/)]);
    }
  });

  test('is otherwise the same as what is tested: images, texts, the phone, and app.json except for the kind of scripts', () => {
    shipped.forEach((item, at) => {
      expect(rest(item.device)).toEqual(rest(sources[at]?.device));
      expect(rest(item.phone)).toEqual(rest(sources[at]?.phone));
    });
  });
});
