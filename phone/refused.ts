import type { Fields } from '../core/json';
import type { Answer } from '../core/messages/answer';

type Receipts = Extract<Answer, { readonly method: 'sessions.put' }>;

/**
 * Makes of the records that a watch keeps because the phone has refused them those that it keeps after the answer to
 * the batch in `input`. The same batch again changes nothing. Of a record the beginning of its text is known, in which
 * its id stands.
 */
export function keptAfter(
  input: unknown,
  { receipts, refused }: Receipts,
): (before: readonly string[]) => readonly string[] {
  return (before) => {
    const names = ((input as Fields)['records'] as readonly unknown[]).map(nameOf);
    const kept = new Set([...before, ...refused.flatMap(({ at }) => names[at] ?? [])]);
    const isTaken = (name: string): boolean =>
      names.includes(name) && receipts.some((id) => name.includes(` ${id} `));
    return [...kept].filter((name) => !isTaken(name)).slice(-LIMIT);
  };
}

/** Enough to tell one record from another: a version, an id and the time of the beginning. */
const NAME_LENGTH = 40;

/** More than these are not counted. */
const LIMIT = 50;

function nameOf(item: unknown): string {
  return (typeof item === 'string' ? item : JSON.stringify(item)).slice(0, NAME_LENGTH);
}
