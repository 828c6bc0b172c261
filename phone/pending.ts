import { isFields } from '../core/json';
import type { Stored } from '../core/state/stored';
import { PENDING_KEY } from './storage-keys';

/*
 * A change of several keys is stored under one key before the keys are written. From that single write on it is in
 * force: readers take its texts first (phone/storage.ts), so nobody ever sees half of it, and whoever opens the page
 * next finishes what could not be written (phone/atomically.ts).
 */

/** New texts by key; undefined removes the key. Empty if no change is unfinished. */
export type Pending = ReadonlyMap<string, string | undefined>;

export const PENDING: Stored<Pending> = {
  name: PENDING_KEY,
  version: 1,
  initial: new Map(),
  write: (texts) =>
    texts.size === 0
      ? undefined
      : { version: 1, texts: [...texts].map(([key, text]) => [key, text ?? null]) },
  read(json) {
    const list: unknown = isFields(json) ? json['texts'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.flatMap((item) => entryOf(item) ?? []);
    // Half of a change is worse than none.
    return entries.length === list.length ? { value: new Map(entries) } : undefined;
  },
};

/** Returns an object, because `flatMap` would flatten an array. */
function entryOf(item: unknown): readonly (readonly [key: string, text: string | undefined])[] | undefined {
  const [key, text] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (typeof key !== 'string' || (text !== null && typeof text !== 'string')) return undefined;
  return [[key, text ?? undefined]];
}
