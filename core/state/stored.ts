import { isFields, isWhole, parseJson } from '../json';

/**
 * A value that is kept as one JSON text: in a file of the watch, or under a key of the phone's storage, by its name. This
 * says how it is written and read; where it stands and what becomes of texts that cannot be read is for the two stores
 * (device/store/stored-file.ts, phone/stored-text.ts). Texts of earlier versions are read for ever.
 */
export interface Stored<Value> {
  readonly name: string;
  /** The last version of its format that this Legato reads. A text that names none counts as older. */
  readonly version: number;
  /** What there is before anything is stored, and where nothing can be read. */
  readonly initial: Value;
  /** What is written, as plain data for JSON; `undefined` for a value that is no value. */
  readonly write: (value: Value) => unknown;
  /** Reads what JSON holds. Never throws; nothing for what is no such value. */
  readonly read: (json: unknown) => Reading<Value> | undefined;
}

/** A stored value for who only reads it. */
export type Readable<Value> = Omit<Stored<Value>, 'write'>;

/**
 * What is wrong with a stored text. `damaged`: it is nothing that was ever written, or only in part; `fromNewerVersion`: a
 * later Legato wrote it.
 */
export const STORED_PROBLEMS = ['damaged', 'fromNewerVersion'] as const;
export type StoredProblem = (typeof STORED_PROBLEMS)[number];

/** What could be read of a text; with a problem where that is not all of it. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problem?: StoredProblem | undefined;
}

/** What was written last, for who reads it next. */
export interface Memo<Value> {
  written?: { readonly text: string | undefined; readonly value: Value };
}

/** The text of a value. It is empty for no value, and an empty text is nothing stored. */
export function storedText<Value>({ write }: Pick<Stored<Value>, 'write'>, value: Value): string {
  const data = write(value);
  return data === undefined ? '' : JSON.stringify(data);
}

/** Reads a text, be it whatever it is; nothing, or an empty text, is the value that there is before anything is stored. */
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
