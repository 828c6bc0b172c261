import vm from 'node:vm';

import type { Realm, RealmGlobal, RealmHost, ScriptSource } from '../machine/realm';

/**
 * Script worlds as contexts of `node:vm`. Each has a queue of promise jobs of its own, which runs after every evaluation,
 * so an empty script drains it at once and the whole watch can be moved without awaiting anything.
 */
export function makeNodeHost(): RealmHost {
  return {
    create: (onRejection) => makeRealm(onRejection),
    settled: () => Promise.resolve(),
  };
}

const NOTHING = new vm.Script('0');

function makeRealm(onRejection: (reason: unknown) => void): Realm {
  const context = vm.createContext(
    {},
    { microtaskMode: 'afterEvaluate', codeGeneration: { strings: false, wasm: false } },
  );
  const global = vm.runInContext('globalThis', context) as RealmGlobal;
  listenToRejections(global.Promise.prototype, onRejection);
  let isAlive = true;
  return {
    global,
    run(source) {
      if (isAlive) compiled(source).runInContext(context);
    },
    drain() {
      if (isAlive) NOTHING.runInContext(context);
    },
    dispose() {
      isAlive = false;
    },
  };
}

/** Compiled scripts by their source: a package that is booted again is not parsed again. */
const scripts = new WeakMap<ScriptSource, vm.Script>();

function compiled(source: ScriptSource): vm.Script {
  const known = scripts.get(source) ?? new vm.Script(source.code, { filename: source.name });
  scripts.set(source, known);
  return known;
}

/** Worlds by the prototype of their promises, which tells whose promise it was that nobody listened to. */
const rejectionListeners = new WeakMap<object, (reason: unknown) => void>();
let isListening = false;

function listenToRejections(promisePrototype: object, listener: (reason: unknown) => void): void {
  rejectionListeners.set(promisePrototype, listener);
  if (isListening) return;
  isListening = true;
  process.on('unhandledRejection', (reason: unknown, promise: object) => {
    const known = rejectionListeners.get(Object.getPrototypeOf(promise) as object);
    if (known !== undefined) known(reason);
    // Someone else's promise: as Node does without a listener, unless there is another one to deal with it.
    else if (process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}
