/**
 * What went wrong on the watch. A strict watch hands the first of them to whoever moved it, so that a test cannot
 * overlook what a watch on the wrist would swallow.
 */

/**
 * `notModelled`: an API that this watch does not have (yet). `misuse`: an API called as no watch accepts it.
 * `exception`: thrown out of a handler or a life cycle function. `miniProgramError`: thrown at the top level of a file,
 * which on a watch leaves a blank page and a line of that name in the log. `rejection`: a promise rejected with nobody
 * listening. `library`: ZML stumbling over its own feet; the app cannot help it and no test fails of it.
 */
export const FAULT_KINDS = [
  'notModelled',
  'misuse',
  'exception',
  'miniProgramError',
  'rejection',
  'library',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly message: string;
  /** The file it happened in, and what that was doing: `page/start/index build`. */
  readonly where: string;
  /** ms since the watch was booted. */
  readonly at: number;
  readonly stack?: string;
}

/** Thrown by the watch's own methods in strict mode. */
export class WatchFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`${fault.kind} in ${fault.where} at ${fault.at} ms: ${fault.message}`);
    this.name = 'WatchFault';
    this.fault = fault;
    if (fault.stack !== undefined) this.stack = `${this.name}: ${this.message}\n${fault.stack}`;
  }
}

export class FaultBook {
  readonly #all: Fault[] = [];
  readonly #library: Fault[] = [];
  #reported = 0;

  add(fault: Fault): void {
    (fault.kind === 'library' ? this.#library : this.#all).push(fault);
  }

  /** The faults of ZML itself. */
  library(): readonly Fault[] {
    return this.#library;
  }

  /** Every fault but those of ZML itself. */
  all(): readonly Fault[] {
    return this.#all;
  }

  /** The first fault nobody was told of yet; the ones that followed from it are taken as told too. */
  takeUnreported(): Fault | undefined {
    const first = this.#all[this.#reported];
    this.#reported = this.#all.length;
    return first;
  }
}
