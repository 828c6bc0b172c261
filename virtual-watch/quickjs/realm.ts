/**
 * Script worlds on QuickJS, where there is one global object and no way to make another. A world is an object that the
 * scripts find their globals on, `with` in hand, before those of the engine. What the language itself has (`Array`,
 * `Promise`, prototypes) all worlds share; code that changes it would be seen by the others.
 */
import type { Realm, RealmGlobal, RealmHost } from '../machine/realm';

export interface QuickJsHost extends RealmHost {
  /** How long the package has run since this was last asked, the work of the watch that it calls included, in the units of the clock that was handed over. */
  timeSpent(): number;
}

/** `clock` tells a time that passes, for `timeSpent`. */
export function quickJsHost(clock: () => number): QuickJsHost {
  let spent = 0;
  let since: number | undefined;
  const begin = (): void => {
    since ??= clock();
  };
  const end = (): void => {
    if (since !== undefined) spent += clock() - since;
    since = undefined;
  };
  return {
    create: () => makeRealm(begin, end),
    // The engine is outside: it runs promise jobs before it asks for anything else.
    settled: () => Promise.resolve(),
    timeSpent() {
      const time = spent;
      spent = 0;
      return time;
    },
  };
}

function makeRealm(begin: () => void, end: () => void): Realm {
  const global = makeGlobal();
  let isAlive = true;
  return {
    global,
    run({ code }) {
      if (!isAlive) return;
      begin();
      evaluate(code, global);
    },
    enter: begin,
    drain: end,
    dispose() {
      isAlive = false;
    },
  };
}

/** What a world may change without another noticing stands on an object of its own. */
function makeGlobal(): RealmGlobal {
  const OwnMath = Object.create(Math) as Math;
  const global: RealmGlobal = {
    Object,
    Array,
    Error,
    Promise,
    ArrayBuffer,
    Uint8Array,
    DataView,
    Date,
    Math: OwnMath,
  };
  global['globalThis'] = global;
  return global;
}

/** A sloppy script that finds its names on `world` first. */
function evaluate(code: string, world: RealmGlobal): void {
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- nothing else makes a script of a text here
  const script = new Function('world', `with (world) {\n${code}\n}`) as (world: RealmGlobal) => void;
  script(world);
}
