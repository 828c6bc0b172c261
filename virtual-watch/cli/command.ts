import type { VirtualPhone, VirtualWatch } from '../index';

/** What commands are given to. */
export interface Desk {
  readonly watch: VirtualWatch;
  readonly phone: VirtualPhone;
}

/** One thing that can be said to the watch. */
export interface Command {
  /** What stands behind its name: `LABEL`, or nothing. */
  readonly takes: string;
  readonly tells: string;
  /** Does it and returns what to print; throws a sentence about what cannot be done. */
  run(desk: Desk, rest: string): readonly string[];
}
