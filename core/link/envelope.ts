import { isFields, isWhole } from '../json';

/**
 * The version of the messages that this code speaks. `v` and `n` are in every message of every version. A device that
 * receives another `v` answers `otherVersion` with its own `v`, so that both know which is older.
 */
export const MESSAGE_VERSION = 1;

/** The methods the watch can call on the phone. */
export const METHODS = ['hello', 'sessions.put', 'plan.get', 'prefs.put'] as const;
export type Method = (typeof METHODS)[number];

/** The fields that every message has. */
export interface Envelope {
  readonly version: number;
  /** The number of the request; its answer has the same. */
  readonly number: number;
}

/** Reads an envelope; the number is 0 if the message has none that can be answered. */
export function parseEnvelope(input: unknown): Envelope | undefined {
  if (!isFields(input)) return undefined;
  const { v, n } = input;
  return typeof v === 'number' ? { version: v, number: isWhole(n) ? n : 0 } : undefined;
}

/** Whether a value can be the id of a watch or record. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= ID_LIMIT && /^[0-9A-Za-z-]+$/.test(value);
}

/** The maximum length of an id, in characters. */
const ID_LIMIT = 20;
