import { setImmediate } from 'node:timers';
import { inspect } from 'node:util';
import v8 from 'node:v8';

/**
 * Finds the promises of a script world that are rejected with nobody listening. Left alone, Node would take them for its
 * own and end the process; a watch goes on without a word.
 */
export interface RejectionWatch {
  /** Before scripts of the world run. May be called again before the end. */
  begin(): void;
  /** After they have run and promise jobs too; tells of each such promise. `true` if there was one. */
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

/** Promises that were settled and not looked at yet, by the prototype of the world they are of. */
const settledOf = new WeakMap<object, Promise<unknown>[]>();

/** Whoever waits for a promise, by `then` or by `await`, makes another that has it for its parent. */
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
 * One hook for all worlds, kept until the event loop comes round: V8 tells every context of each hook that comes or goes,
 * and a test that boots hundreds of watches has thousands of contexts and enters them all the time.
 */
function installHook(): void {
  if (stop !== undefined) return;
  stop = v8.promiseHooks.createHook(HOOK) as () => void;
  setImmediate(() => {
    stop?.();
    stop = undefined;
  });
}

/** The state of a promise is told by nothing in the language. */
function isRejected(promise: Promise<unknown>): boolean {
  return inspect(promise, { depth: 0 }).includes('<rejected>');
}
