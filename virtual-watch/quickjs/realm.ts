/**
 * Script worlds on QuickJS, which has one global object and no way to create another. A world is an object on which
 * scripts find their globals, through `with`, before those of the engine. All worlds share what the language itself has
 * (`Array`, `Promise`, prototypes), so code that changes it would affect the others.
 */
import type { Realm, RealmGlobal, RealmHost } from '../machine/realm';
import { makeMeter, type Meter, type Work } from './meter';

export interface QuickJsHost extends RealmHost {
  /** The cost of the package since the last call. */
  take(): Work;
}

/** `counter` returns how many instructions the engine has executed so far. */
export function quickJsHost(counter: () => number): QuickJsHost {
  const meter = makeMeter(counter);
  return {
    create: () => makeRealm(meter),
    // The engine is outside, and runs promise jobs before it asks for anything else.
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

/** What a world may change without affecting the others is on an object of its own. */
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

/** Evaluates a sloppy script that looks up names on `world` first. */
function evaluate(code: string, world: RealmGlobal, meter: Meter): void {
  const script = meter.parse(
    code,
    () =>
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- nothing else makes a script of a text here
      new Function('world', `with (world) {\n${code}\n}`) as (world: RealmGlobal) => void,
  );
  script(world);
}
