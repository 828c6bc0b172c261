import { isFields, isWhole } from '../json';

/**
 * The version of the messages that this code speaks. `v` and `n` are in every message of every version: whoever
 * meets another `v` answers `otherVersion` under its own `v`, and so both know which of them is older.
 */
export const MESSAGE_VERSION = 1;

/** What the watch asks of the phone. */
export const METHODS = ['hello', 'sessions.put', 'plan.get', 'prefs.put'] as const;
export type Method = (typeof METHODS)[number];

/** What every message says of itself. */
export interface Envelope {
  readonly version: number;
  /** The number of the request; its answer has the same. */
  readonly number: number;
}

/** Reads an envelope; a message without a number that can be answered has number 0. */
export function parseEnvelope(input: unknown): Envelope | undefined {
  if (!isFields(input)) return undefined;
  const { v, n } = input;
  return typeof v === 'number' ? { version: v, number: isWhole(n) ? n : 0 } : undefined;
}

/** The id of a watch or of a record. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= ID_LIMIT && /^[0-9A-Za-z-]+$/.test(value);
}

/** An id is no longer than this, in characters. */
const ID_LIMIT = 20;
