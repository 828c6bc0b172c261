import type { VirtualPhone, VirtualWatch } from '../index';

/** What commands act on. */
export interface Desk {
  readonly watch: VirtualWatch;
  readonly phone: VirtualPhone;
}

/** A command for the watch. */
export interface Command {
  /** The arguments after its name, such as `LABEL`; empty if it takes none. */
  readonly takes: string;
  readonly tells: string;
  /** Runs the command and returns the lines to print. Throws an error with a readable message if it cannot be done. */
  run(desk: Desk, rest: string): readonly string[];
}
