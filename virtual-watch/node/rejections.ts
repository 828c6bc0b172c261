import { setImmediate } from 'node:timers';
import { inspect } from 'node:util';
import v8 from 'node:v8';

/**
 * Finds unhandled promise rejections in a script world. Otherwise Node would treat them as its own and end the process,
 * whereas a watch continues silently.
 */
export interface RejectionWatch {
  /** Call before scripts of the world run. May be called again before `end`. */
  begin(): void;
  /** Call after scripts and promise jobs have run; reports each such promise. Returns `true` if there was one. */
  end(): boolean;
}

export function watchRejections(
  promisePrototype: object,
  onRejection: (reason: unknown) => void,
): RejectionWatch {
  const settled: Promise<unknown>[] = [];
  settledOf.set(promisePrototype, settled);
  return {
    begin: installHook,
    end() {
      if (settled.length === 0) return false;
      const unheard = settled.splice(0).filter((promise) => !heard.has(promise) && isRejected(promise));
      for (const promise of unheard) void promise.then(undefined, onRejection);
      return unheard.length > 0;
    },
  };
}

/** Settled promises that were not checked yet, by the prototype of their world. */
const settledOf = new WeakMap<object, Promise<unknown>[]>();

/** Promises with a handler: `then` and `await` create another promise whose parent they are. */
const heard = new WeakSet<object>();

const HOOK = {
  init(_: Promise<unknown>, parent: Promise<unknown> | undefined): void {
    if (parent !== undefined) heard.add(parent);
  },
  settled(promise: Promise<unknown>): void {
    settledOf.get(Object.getPrototypeOf(promise) as object)?.push(promise);
  },
};

let stop: (() => void) | undefined;

/**
 * One hook for all worlds, kept until the next turn of the event loop. V8 notifies every context whenever a hook is
 * added or removed, and a test that boots hundreds of watches has thousands of contexts and enters them constantly.
 */
function installHook(): void {
  if (stop !== undefined) return;
  stop = v8.promiseHooks.createHook(HOOK) as () => void;
  setImmediate(() => {
    stop?.();
    stop = undefined;
  });
}

/** The language offers no way to read the state of a promise. */
function isRejected(promise: Promise<unknown>): boolean {
  return inspect(promise, { depth: 0 }).includes('<rejected>');
}
