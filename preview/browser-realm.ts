/**
 * Script worlds for a browser: each is an empty iframe with its own globals and built-ins. Everything that a browser
 * adds to the language is removed, so that a package finds the same globals as on a watch.
 */
import type { Realm, RealmGlobal, RealmHost, ScriptSource } from '../virtual-watch/machine/realm';

/** The globals of the language itself; all others belong to the browser. */
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

/** Creates worlds inside `container`, which may be hidden. */
export function browserRealms(container: HTMLElement): RealmHost {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    create: (onRejection) => makeRealm(container, onRejection),
    // All worlds of a page share one queue of promise jobs, which is empty whenever a new task begins.
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
  // Some browsers replace the initial empty document of an iframe shortly after, and the world with it, but not one
  // that was opened.
  world.document.open();
  world.document.close();
  world.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    onRejection(event.reason);
  });
  // A window has everything that `RealmGlobal` names, since it is all part of the language.
  const global = world as unknown as RealmGlobal & { readonly eval: (code: string) => unknown };
  const evaluate = global.eval;
  for (const name of Object.getOwnPropertyNames(global)) {
    if (!LANGUAGE_GLOBALS.has(name)) Reflect.deleteProperty(global, name);
  }
  return {
    global,
    run: ({ name, code }: ScriptSource) => {
      // Called indirectly, `eval` runs its text as a sloppy global script of the world.
      evaluate(`${code}\n//# sourceURL=watch/${name}`);
    },
    drain: () => undefined,
    // Neither scripts nor promise jobs run once the document is gone.
    dispose: () => frame.remove(),
  };
}
