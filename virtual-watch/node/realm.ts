import vm from 'node:vm';

import type { Realm, RealmGlobal, RealmHost, ScriptSource } from '../machine/realm';
import { watchRejections } from './rejections';

/**
 * Script worlds as contexts of `node:vm`. Each has its own queue of promise jobs, which runs after every evaluation. So
 * an empty script drains it synchronously, and the whole watch can be moved without awaiting anything.
 */
export function makeNodeHost(): RealmHost {
  return {
    create: (onRejection) => makeRealm(onRejection),
    settled: () => Promise.resolve(),
  };
}

const NOTHING = new vm.Script('0');

/** A function created inside the world, because promise jobs are queued in the world of their function. */
const PASS_ON = new vm.Script('(hear) => (reason) => hear(reason)');

/** From Node 20.18 on, a context can do without a sandbox object between it and its globals, which is faster. */
const PLAIN = (vm.constants as Partial<typeof vm.constants>).DONT_CONTEXTIFY;

function makeRealm(onRejection: (reason: unknown) => void): Realm {
  const context = vm.createContext(PLAIN ?? {}, {
    microtaskMode: 'afterEvaluate',
    codeGeneration: { strings: false, wasm: false },
  });
  const global = vm.runInContext('globalThis', context) as RealmGlobal;
  const passOn = PASS_ON.runInContext(context) as (hear: typeof onRejection) => typeof onRejection;
  const rejections = watchRejections(global.Promise.prototype, passOn(onRejection));
  let isAlive = true;
  return {
    global,
    run(source) {
      if (!isAlive) return;
      rejections.begin();
      compiled(source).runInContext(context);
    },
    enter: () => rejections.begin(),
    drain() {
      if (isAlive) NOTHING.runInContext(context);
      if (rejections.end() && isAlive) NOTHING.runInContext(context);
    },
    dispose() {
      isAlive = false;
    },
  };
}

/** Compiled scripts by source, so that booting a package again does not parse it again. */
const scripts = new WeakMap<ScriptSource, vm.Script>();

function compiled(source: ScriptSource): vm.Script {
  const known = scripts.get(source) ?? new vm.Script(source.code, { filename: source.name });
  scripts.set(source, known);
  return known;
}
