/** A watch at the language level of a real one: virtual watch and package run on QuickJS of 2020, in WebAssembly. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { getQuickJS, type QuickJSHandle, type QuickJSVm } from 'quickjs-emscripten';
import type { GuestBoot } from '../quickjs/guest';
import type { Work } from '../quickjs/meter';
import type { VirtualWatch } from '../watch';
import { deviceNamed } from './index';
import { oneScreen } from './one-screen';

export interface QuickJsBootOptions {
  /** The built package, as bytes of the `.zab`. */
  readonly zab: Uint8Array;
  /** A name from the device table, such as `Amazfit Balance`. */
  readonly device: string;
  /** Such as `en-US`. */
  readonly language?: string;
  /** Returns how many instructions the engine has executed so far, for `work`; without it nothing is counted. */
  readonly counter?: () => number;
}

/**
 * The methods of a `VirtualWatch` that can be called from outside its engine, since they take and return plain data.
 */
type Callable = 'openApp' | 'tap' | 'wake' | 'scroll' | 'crash' | 'texts' | 'felt' | 'now' | 'screen';

export interface QuickJsWatch {
  call<Method extends Callable>(
    method: Method,
    ...args: Parameters<VirtualWatch[Method]>
  ): ReturnType<VirtualWatch[Method]>;
  /** Lets `ms` pass, with all events in them. */
  advance(ms: number): void;
  /** The engine's work for the package's scripts since the last call, without the virtual watch's own. */
  work(): Work;
  /** Writes a file to the watch's disk, as if the app had. */
  putFile(path: string, content: Uint8Array): void;
  dispose(): void;
}

/** Boots a watch on QuickJS. Errors inside are thrown here. */
export async function bootOnQuickJs(options: QuickJsBootOptions): Promise<QuickJsWatch> {
  const { zab, device, language = 'en-US', counter = () => 0 } = options;
  const vm = (await getQuickJS()).createVm();
  const facts = deviceNamed(device);
  const boot: GuestBoot = {
    device: facts,
    language,
    // This engine has only 16 MB of memory.
    zab: Buffer.from(oneScreen(zab, facts)).toString('latin1'),
  };
  run(vm, await bundleGuest());
  giveCounter(vm, counter);
  run(vm, `guest.boot(${JSON.stringify(JSON.stringify(boot))}, counter)`);
  const settle = (): void => {
    runJobs(vm);
    run(vm, 'guest.settle()');
  };
  const call = (method: Callable, args: readonly unknown[]): unknown => {
    const json = run(vm, `guest.call(${JSON.stringify(method)}, ${JSON.stringify(JSON.stringify(args))})`);
    settle();
    return JSON.parse(String(json));
  };
  return {
    call: (method, ...args) => call(method, args) as ReturnType<VirtualWatch[typeof method]>,
    advance(ms) {
      const until = Number(call('now', [])) + ms;
      while (run(vm, `guest.step(${until})`) === true) settle();
    },
    work: () => JSON.parse(String(run(vm, 'guest.work()'))) as Work,
    putFile(path, content) {
      const bytes = Buffer.from(content).toString('latin1');
      run(vm, `guest.putFile(${JSON.stringify(path)}, ${JSON.stringify(bytes)})`);
    },
    dispose: () => vm.dispose(),
  };
}

/** Bundles the virtual watch as one script at the language level of 2020. */
async function bundleGuest(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, '..', 'quickjs', 'guest.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

function giveCounter(vm: QuickJSVm, counter: () => number): void {
  const told = vm.newFunction('counter', () => vm.newNumber(counter()));
  vm.setProp(vm.global, 'counter', told);
  told.dispose();
}

/** Evaluates a script. Exceptions are rethrown here with their original stack. */
function run(vm: QuickJSVm, code: string): unknown {
  const result = vm.evalCode(code);
  if (result.error) throw new Error(thrown(vm, result.error));
  const value: unknown = vm.dump(result.value);
  result.value.dispose();
  return value;
}

function runJobs(vm: QuickJSVm): void {
  const result = vm.executePendingJobs();
  if (result.error) throw new Error(thrown(vm, result.error));
}

function thrown(vm: QuickJSVm, error: QuickJSHandle): string {
  const { name, message, stack } = vm.dump(error) as Readonly<Record<string, unknown>>;
  error.dispose();
  return `${String(name)}: ${String(message)}\n${String(stack)}`;
}
