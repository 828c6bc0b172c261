/**
 * What went wrong on the watch. In strict mode the first fault is thrown by the call that moved the watch, so that a
 * test cannot miss what a real watch would swallow.
 */

/**
 * `notModelled`: an API that this watch does not have (yet). `misuse`: a call that no watch accepts. `exception`:
 * thrown by a handler or a life cycle function. `miniProgramError`: thrown at the top level of a file, which on a watch
 * leaves a blank page and a log line of that name. `rejection`: an unhandled promise rejection. `library`: an error
 * inside ZML, which the app cannot prevent; it does not fail a test.
 */
const FAULT_KINDS = [
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
  /** The file and what it was doing: `page/start/index build`. */
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

  /** Every fault except those of ZML itself. */
  all(): readonly Fault[] {
    return this.#all;
  }

  /** The first fault that was not reported yet. Those that followed it then count as reported too. */
  takeUnreported(): Fault | undefined {
    const first = this.#all[this.#reported];
    this.#reported = this.#all.length;
    return first;
  }
}
