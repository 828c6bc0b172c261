import { isId } from '../core/link/envelope';
import { newIdentity } from '../core/state/identity';
import { LEDGER_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/**
 * The name of the ledger in this storage, by which a watch sees that it talks to another one than before. It is made up by
 * `random`, which gives numbers in [0, 1), when it is asked for first. Nothing where the storage does not take it: a name that
 * changes would have the watch send everything again.
 */
export function ledgerId(storage: Storage, random: () => number): string | undefined {
  const known = readText(storage, LEDGER_KEY);
  if (isId(known)) return known;
  const id = newIdentity(random).device;
  return writeText(storage, LEDGER_KEY, id).ok ? id : undefined;
}
