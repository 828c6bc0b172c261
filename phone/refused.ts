import type { Fields } from '../core/json';
import { isFields } from '../core/json';
import type { Answer } from '../core/link/answer';
import type { RecordProblem } from '../core/record/packed-record';
import { RECORD_PROBLEMS } from '../core/record/packed-record';

type Receipts = Extract<Answer, { readonly method: 'sessions.put' }>;

/** A record that the phone has refused: the beginning of its text, in which its id stands, and the reason. */
export interface RefusedName {
  readonly name: string;
  readonly code: RecordProblem;
}

/** What the phone has said of the records of a batch, which are named by the beginning of their text. */
export interface BatchVerdicts {
  readonly taken: readonly string[];
  readonly refused: readonly RefusedName[];
}

/** What `answer` says of the records of the batch in `input`. */
export function batchVerdicts(input: unknown, { receipts, refused }: Receipts): BatchVerdicts {
  const names = ((input as Fields)['records'] as readonly unknown[]).map(nameOf);
  return {
    taken: names.filter((name) => receipts.some((id) => name.split(' ')[1] === id)),
    refused: refused.flatMap(({ at, code }) => (names[at] === undefined ? [] : [{ name: names[at], code }])),
  };
}

/** The records that a watch keeps because they were refused, after a batch. The same batch again changes nothing. */
export function refusedAfter(
  before: readonly RefusedName[],
  { taken, refused }: BatchVerdicts,
): readonly RefusedName[] {
  const all = new Map([...before, ...refused].map((record) => [record.name, record]));
  return [...all.values()].filter(({ name }) => !taken.includes(name)).slice(-LIMIT);
}

export function isRefusedName(value: unknown): value is RefusedName {
  if (!isFields(value)) return false;
  const { name, code } = value;
  return typeof name === 'string' && RECORD_PROBLEMS.some((known) => known === code);
}

/** Enough to tell one record from another: a version, an id and the time of the beginning. */
const NAME_LENGTH = 40;

/** More than these are not counted. */
const LIMIT = 50;

function nameOf(item: unknown): string {
  return (typeof item === 'string' ? item : JSON.stringify(item)).slice(0, NAME_LENGTH);
}
