/**
 * Script worlds on QuickJS, where there is one global object and no way to make another. A world is an object that the
 * scripts find their globals on, `with` in hand, before those of the engine. What the language itself has (`Array`,
 * `Promise`, prototypes) all worlds share; code that changes it would be seen by the others.
 */
import type { Realm, RealmGlobal, RealmHost } from '../machine/realm';
import { makeMeter, type Meter, type Work } from './meter';

export interface QuickJsHost extends RealmHost {
  /** What the package has cost since this was last asked. */
  take(): Work;
}

/** `counter` tells how many instructions the engine has done so far. */
export function quickJsHost(counter: () => number): QuickJsHost {
  const meter = makeMeter(counter);
  return {
    create: () => makeRealm(meter),
    // The engine is outside: it runs promise jobs before it asks for anything else.
    settled: () => Promise.resolve(),
    take: () => meter.take(),
  };
}

function makeRealm(meter: Meter): Realm {
  const global = makeGlobal();
  let isAlive = true;
  return {
    global,
    lend: (offered) => meter.lend(offered),
    run({ code }) {
      if (!isAlive) return;
      meter.begin();
      evaluate(code, global, meter);
    },
    enter: () => {
      meter.begin();
    },
    drain: () => {
      meter.end();
    },
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
function evaluate(code: string, world: RealmGlobal, meter: Meter): void {
  const script = meter.parse(
    code,
    () =>
      // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- nothing else makes a script of a text here
      new Function('world', `with (world) {\n${code}\n}`) as (world: RealmGlobal) => void,
  );
  script(world);
}
