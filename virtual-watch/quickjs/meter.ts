/**
 * Measures what the package's scripts cost the engine, without the virtual watch's work for them: the counter stops
 * during their calls to the watch.
 */

import { encodeUtf8 } from '../machine/utf8';

/** The cost of scripts, in bytes and in engine instructions. */
export interface Work {
  /** The length of the scripts read, in bytes. */
  readonly bytes: number;
  /** Instructions for parsing scripts. */
  readonly parsing: number;
  /** Instructions for running them. */
  readonly running: number;
}

export interface Meter {
  /** Called when the package's code begins to run, once for everything until `end`. */
  begin(): void;
  end(): void;
  /** Runs the parsing of a script. */
  parse<T>(script: string, work: () => T): T;
  /** Wraps what the watch offers to scripts; returns what they should see. */
  lend<Offered extends object>(offered: Offered): Offered;
  /** What was counted since the last call. */
  take(): Work;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The name under which a script finds the `@zos/…` modules. */
const REQUIRE = '__$$R$$__';

/** `counter` returns how many instructions the engine has executed so far. The cost of calling it is subtracted. */
export function makeMeter(counter: () => number): Meter {
  const watch = stopwatchOn(counter);
  const facades = facadesBy(watch.paused);
  const { begin, end, parse, take, costs } = watch;
  const counted = (work: () => void): number => {
    begin();
    work();
    end();
    return take().running;
  };
  costs.question = counted(() => undefined);
  const own = (): void => undefined;
  const repeated = (call: AnyFunction): number =>
    counted(() => {
      for (let time = 0; time < TIMES; time += 1) call();
    });
  costs.call = (repeated(facades.outside(own)) - repeated(own)) / TIMES;
  return { begin, end, parse, lend: (offered) => lent(offered, facades), take };
}

/** Counts what scripts cost while they run. `costs` is what counting itself adds, which is subtracted. */
function stopwatchOn(counter: () => number) {
  const costs = { question: 0, call: 0 };
  let running = 0;
  let parsing = 0;
  let bytes = 0;
  let since: number | undefined;

  const begin = (): void => {
    since ??= counter();
  };
  const end = (): void => {
    if (since !== undefined) running += counter() - since - costs.question;
    since = undefined;
  };
  return {
    ...{ costs, begin, end },
    /** Runs work of the watch, which is not counted. */
    paused: <T>(work: () => T): T => {
      const isCounting = since !== undefined;
      end();
      try {
        return work();
      } finally {
        if (isCounting) {
          running -= costs.call;
          begin();
        }
      }
    },
    parse: <T>(script: string, work: () => T): T => {
      end();
      bytes += encodeUtf8(script).length;
      const before = counter();
      const parsed = work();
      parsing += counter() - before - costs.question;
      begin();
      return parsed;
    },
    take: (): Work => {
      const work = { bytes, parsing, running };
      running = 0;
      parsing = 0;
      bytes = 0;
      return work;
    },
  };
}

type Facades = ReturnType<typeof facadesBy>;

/** What scripts see of functions and modules of the watch, whose work is `paused`. */
function facadesBy(paused: ReturnType<typeof stopwatchOn>['paused']) {
  const seen = new WeakSet();

  /** Wraps a function of the watch: calling it costs the scripts no more than a call that does nothing. */
  function outside(target: AnyFunction, handOut: (value: unknown) => unknown = keepOutside): AnyFunction {
    function call(this: unknown, ...args: readonly unknown[]): unknown {
      const constructor: unknown = new.target;
      return paused(() => {
        const made: unknown = isFunction(constructor)
          ? Reflect.construct(target, [...args], constructor)
          : target.apply(this, [...args]);
        return handOut(made);
      });
    }
    call.prototype = target.prototype as unknown;
    return call;
  }

  /** The methods of objects the watch returns, such as a widget or a sensor, are functions of the watch as well. */
  function keepOutside(value: unknown): unknown {
    if (!isObject(value) || Array.isArray(value) || seen.has(value)) return value;
    seen.add(value);
    for (const [name, method] of methodsOf(value)) {
      Object.defineProperty(value, name, { value: outside(method), configurable: true, writable: true });
    }
    return value;
  }

  /**
   * A module, or an object of its constants. Members that are not modelled are still looked up in the module itself,
   * which refuses them.
   */
  function moduleOutside(module: object): object {
    if (Object.getPrototypeOf(module) !== Object.prototype) return module;
    const facade = Object.create(module) as object;
    for (const [name, member] of Object.entries(module)) {
      const value: unknown = isFunction(member)
        ? outside(member)
        : isObject(member)
          ? moduleOutside(member)
          : member;
      Object.defineProperty(facade, name, { value, enumerable: true });
    }
    return facade;
  }
  return { outside, moduleOutside };
}

/** What scripts should see of everything that the watch offers them. Each module has one facade. */
function lent<Offered extends object>(offered: Offered, { outside, moduleOutside }: Facades): Offered {
  const modules = new Map<unknown, object>();
  const required = (module: unknown): unknown => {
    if (!isObject(module)) return module;
    const facade = modules.get(module) ?? moduleOutside(module);
    modules.set(module, facade);
    return facade;
  };
  const members = Object.entries(offered).map(([name, value]: [string, unknown]) => {
    if (!isFunction(value)) return [name, value] as const;
    return [name, name === REQUIRE ? outside(value, required) : outside(value)] as const;
  });
  return Object.assign(Object.create(null) as Offered, Object.fromEntries(members));
}

/** How often a call is repeated to measure its cost. */
const TIMES = 100;

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The methods of an object and its classes, without those of the language's own objects. */
function methodsOf(value: object): readonly (readonly [string, AnyFunction])[] {
  const methods = new Map<string, AnyFunction>();
  for (
    let owner: unknown = value;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    if (NATIVE.some(({ prototype }) => prototype === owner)) return [];
    for (const [name, { value: member }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (name !== 'constructor' && isFunction(member) && !methods.has(name)) methods.set(name, member);
    }
  }
  return [...methods];
}

const NATIVE = [ArrayBuffer, Uint8Array, DataView, Date, Error, Map, Set, Promise];
