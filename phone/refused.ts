import type { Fields } from '../core/json';
import { isFields } from '../core/json';
import type { Answer } from '../core/link/answer';
import type { RecordProblem } from '../core/record/packed-record';
import { RECORD_PROBLEMS } from '../core/record/packed-record';

type Receipts = Extract<Answer, { readonly method: 'sessions.put' }>;

/** A refused record: the beginning of its text, which includes its id, and the reason. */
export interface RefusedName {
  readonly name: string;
  readonly code: RecordProblem;
}

/** The phone's verdicts on the records of a batch, which are identified by the beginning of their text. */
export interface BatchVerdicts {
  readonly taken: readonly string[];
  readonly refused: readonly RefusedName[];
}

/** The verdicts of an answer on the records of the batch in `input`. */
export function batchVerdicts(input: unknown, { receipts, refused }: Receipts): BatchVerdicts {
  const names = ((input as Fields)['records'] as readonly unknown[]).map(nameOf);
  return {
    taken: names.filter((name) => receipts.some((id) => name.split(' ')[1] === id)),
    refused: refused.flatMap(({ at, code }) => (names[at] === undefined ? [] : [{ name: names[at], code }])),
  };
}

/** The refused records on a watch after a batch. The same batch again changes nothing. */
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

/** Enough to identify a record: version, id and start. */
const NAME_LENGTH = 40;

/** The most refused records that are kept. */
const LIMIT = 50;

function nameOf(item: unknown): string {
  return (typeof item === 'string' ? item : JSON.stringify(item)).slice(0, NAME_LENGTH);
}
