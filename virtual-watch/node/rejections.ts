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
  const heard = new WeakSet<object>();
  let settled: Promise<unknown>[] = [];
  let stop: (() => void) | undefined;

  const isOfThisWorld = (promise: object): boolean => Object.getPrototypeOf(promise) === promisePrototype;
  // Whoever waits for a promise, by `then` or by `await`, makes another that has it for its parent.
  const hook = {
    init(_: Promise<unknown>, parent: Promise<unknown> | undefined): void {
      if (parent !== undefined) heard.add(parent);
    },
    settled(promise: Promise<unknown>): void {
      if (isOfThisWorld(promise)) settled.push(promise);
    },
  };

  return {
    begin() {
      stop ??= v8.promiseHooks.createHook(hook) as () => void;
    },
    end() {
      stop?.();
      stop = undefined;
      const unheard = settled.filter((promise) => !heard.has(promise) && isRejected(promise));
      settled = [];
      for (const promise of unheard) void promise.then(undefined, onRejection);
      return unheard.length > 0;
    },
  };
}

/** The state of a promise is told by nothing in the language. */
function isRejected(promise: Promise<unknown>): boolean {
  return inspect(promise, { depth: 0 }).includes('<rejected>');
}
