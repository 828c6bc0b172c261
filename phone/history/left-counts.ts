import { isFields, isWhole } from '../../core/json';
import type { Stored } from '../../core/state/stored';
import { LEFT_COUNTS_KEY } from '../storage-keys';

/**
 * How many sessions of a month are left after deletions, so that its sessions need not be read to count them. By month,
 * with a stamp of what was counted: a count with another stamp does not count.
 */
export type LeftCounts = ReadonlyMap<string, { readonly stamp: string; readonly left: number }>;

export const LEFT_COUNTS: Stored<LeftCounts> = {
  name: LEFT_COUNTS_KEY,
  version: 1,
  initial: new Map(),
  write: (counts) =>
    counts.size === 0
      ? undefined
      : { version: 1, months: [...counts].map(([month, { stamp, left }]) => [month, stamp, left]) },
  read(json) {
    const list: unknown = isFields(json) ? json['months'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.flatMap((item) => {
      const [month, stamp, left] = Array.isArray(item) ? (item as readonly unknown[]) : [];
      const isEntry = typeof month === 'string' && typeof stamp === 'string' && isWhole(left);
      return isEntry ? [[month, { stamp, left }] as const] : [];
    });
    return { value: new Map(entries), problem: entries.length === list.length ? undefined : 'damaged' };
  },
};
