import type { Clock } from './clock';
import { FaultBook, type FaultKind } from './faults';
import type { Lifetime } from './lifetime';
import { isErrorLike } from './log';
import type { Realm } from './realm';
import { holdsZml, isFaultOfZml } from './zml-fault';

/** The code to enter: one file of the package, in its script world, with its lifetime. */
export interface Entered {
  readonly by: string;
  readonly realm: Realm;
  readonly lifetime: Lifetime;
}

/**
 * Calls from the watch into script worlds go through here. It records what scripts throw, runs promise jobs before time
 * goes on, and defers what a script asks of the system (such as opening another page or starting a service) until it
 * has returned.
 */
export class Kernel {
  readonly faults = new FaultBook();
  readonly #clock: Clock;
  readonly #codeOf: (file: string) => string | undefined;
  readonly #known = new WeakSet();
  readonly #jobs: (() => void)[] = [];
  #depth = 0;
  #isSettling = false;

  /** `codeOf` returns the script of a file of the watch, named without `.js`. */
  constructor(clock: Clock, codeOf: (file: string) => string | undefined) {
    this.#clock = clock;
    this.#codeOf = codeOf;
  }

  /** Returns what `run` returns, or `undefined` if it threw or its lifetime has ended. */
  enter(who: Entered, doing: string, run: () => unknown): unknown {
    const { lifetime } = who;
    if (!lifetime.alive) return undefined;
    if (this.#depth === 0) who.realm.enter?.();
    this.#depth += 1;
    try {
      return run();
    } catch (error) {
      // The code may have been ended by what it was running.
      if (isAlive(lifetime)) this.bookThrown('exception', `${who.by} ${doing}`, error);
      return undefined;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) {
        who.realm.drain();
        this.settle();
      }
    }
  }

  /** Runs `job` once the scripts that are running have returned. */
  later(job: () => void): void {
    this.#jobs.push(job);
  }

  /** Runs deferred jobs, including those they add. */
  settle(): void {
    if (this.#depth > 0 || this.#isSettling) return;
    this.#isSettling = true;
    try {
      for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) job();
    } finally {
      this.#isSettling = false;
    }
  }

  /** Records what a script threw, unless it is an error that was recorded when it was created. */
  bookThrown(kind: FaultKind, where: string, thrown: unknown): void {
    if (typeof thrown === 'object' && thrown !== null && this.#known.has(thrown)) return;
    const isError = isErrorLike(thrown);
    const message = isError ? `${thrown.name}: ${thrown.message}` : String(thrown);
    const stack = isError && typeof thrown.stack === 'string' ? { stack: thrown.stack } : {};
    const isOfZml = (file: string): boolean => holdsZml(file, this.#codeOf);
    const told = isFaultOfZml(thrown, isOfZml) ? 'library' : kind;
    this.faults.add({ kind: told, message, where, at: this.#clock.now(), ...stack });
    if (typeof thrown === 'object' && thrown !== null) this.#known.add(thrown);
  }

  /** An error to throw into a world to end what it is doing. It is not recorded, since it is nobody's fault. */
  interruption(realm: Realm, message: string): Error {
    const error = new realm.global.Error(message);
    this.#known.add(error);
    return error;
  }

  /** Records a fault and returns it as an error of the world it happened in, to be thrown there. */
  refuse(who: Entered, kind: FaultKind, message: string): Error {
    const error = new who.realm.global.Error(message);
    const stack = error.stack === undefined ? {} : { stack: error.stack };
    this.faults.add({ kind, message, where: who.by, at: this.#clock.now(), ...stack });
    this.#known.add(error);
    return error;
  }
}

function isAlive(lifetime: Lifetime): boolean {
  return lifetime.alive;
}
