import { isFields, isWhole, parseJson } from '../json';

/**
 * How a value is written as JSON text and read back. It is stored by its name, in a file of the watch or under a key of
 * the phone's storage. Where that is, and what happens to unreadable texts, is up to the two stores
 * (device/store/stored-file.ts, phone/stored-text.ts). Texts of earlier versions stay readable forever.
 */
export interface Stored<Value> {
  readonly name: string;
  /** The latest version of the format that this version of Legato reads. A text without a version counts as older. */
  readonly version: number;
  /** The value before anything is stored, and if nothing can be read. */
  readonly initial: Value;
  /** What is written, as plain data for JSON; `undefined` for no value. */
  readonly write: (value: Value) => unknown;
  /** Reads parsed JSON. Never throws; undefined if it is invalid. */
  readonly read: (json: unknown) => Reading<Value> | undefined;
}

/** A stored value for a reader that never writes it. */
export type Readable<Value> = Omit<Stored<Value>, 'write'>;

/**
 * What is wrong with a stored text. `damaged`: nothing Legato ever wrote, or only part of it. `fromNewerVersion`: a
 * later version of Legato wrote it.
 */
export const STORED_PROBLEMS = ['damaged', 'fromNewerVersion'] as const;
export type StoredProblem = (typeof STORED_PROBLEMS)[number];

/** What could be read of a text, with a problem if that is not all of it. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problem?: StoredProblem | undefined;
}

/** The value that was written last, kept for the next reader. */
export interface Memo<Value> {
  written?: { readonly text: string | undefined; readonly value: Value };
}

/** The text of a value. No value gives an empty text, and an empty text counts as nothing stored. */
export function storedText<Value>({ write }: Pick<Stored<Value>, 'write'>, value: Value): string {
  const data = write(value);
  return data === undefined ? '' : JSON.stringify(data);
}

/** Reads any text. An empty or missing text gives the initial value. */
export function readStored<Value>(
  { version, initial, read }: Readable<Value>,
  text: string | undefined,
): Reading<Value> {
  if (text === undefined || text === '') return { value: initial };
  const json = parseJson(text);
  const isNewer = isFields(json) && isWhole(json['version'], version + 1);
  if (isNewer) return { value: initial, problem: 'fromNewerVersion' };
  return read(json) ?? { value: initial, problem: 'damaged' };
}
