/**
 * Script worlds for a browser: each is an empty iframe of this page, with its own globals and built-ins. What a browser
 * has beyond the language is taken out of it, so that a package finds there what it finds on a watch and no more.
 */
import type { Realm, RealmGlobal, RealmHost, ScriptSource } from '../virtual-watch/machine/realm';

/** What the language itself puts on its global object; everything else there is the browser's. */
const LANGUAGE_GLOBALS: ReadonlySet<string> = new Set([
  ...['globalThis', 'undefined', 'NaN', 'Infinity', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
  ...[
    'Object',
    'Function',
    'Array',
    'Boolean',
    'Number',
    'String',
    'Symbol',
    'Date',
    'Math',
    'JSON',
    'RegExp',
  ],
  ...['Promise', 'Proxy', 'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'SharedArrayBuffer'],
  ...['DataView', 'Atomics', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ],
]);

/** Makes worlds inside `container`, which may be hidden. */
export function browserRealms(container: HTMLElement): RealmHost {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    create: (onRejection) => makeRealm(container, onRejection),
    // Promise jobs of all worlds of a page share one queue, which is empty whenever a new task begins.
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(undefined);
      }),
  };
}

function makeRealm(container: HTMLElement, onRejection: (reason: unknown) => void): Realm {
  const frame = document.createElement('iframe');
  frame.title = 'script world';
  container.append(frame);
  const world = frame.contentWindow;
  if (world === null) throw new Error('the browser made an iframe without a window');
  // Some browsers replace the first empty document of an iframe a moment later, and with it the world; not an opened one.
  world.document.open();
  world.document.close();
  world.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    onRejection(event.reason);
  });
  // A window has all that a `RealmGlobal` names: they are the language's own.
  const global = world as unknown as RealmGlobal & { readonly eval: (code: string) => unknown };
  const evaluate = global.eval;
  for (const name of Object.getOwnPropertyNames(global)) {
    if (!LANGUAGE_GLOBALS.has(name)) Reflect.deleteProperty(global, name);
  }
  return {
    global,
    run: ({ name, code }: ScriptSource) => {
      // Called by another name, eval runs its text as a script of the world's own, sloppy and global.
      evaluate(`${code}\n//# sourceURL=watch/${name}`);
    },
    drain: () => undefined,
    // Neither scripts nor promise jobs run in a document that is gone.
    dispose: () => frame.remove(),
  };
}
