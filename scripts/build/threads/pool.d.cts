export interface Pool {
  /** Rejects with the message of what was thrown over this text. */
  readonly make: (text: string) => Promise<string>;
  /** To be called when nothing is being made. */
  readonly close: () => Promise<unknown>;
}

export function makePool(program: string): Pool;
