import { isId } from '../core/link/envelope';
import { newIdentity } from '../core/state/identity';
import { LEDGER_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/**
 * The name of the ledger in this storage, which lets a watch notice that it talks to another one. It is created on
 * first use with `random`, which returns numbers in [0, 1). Undefined if the storage does not take it, since a changing
 * name would make the watch send everything again.
 */
export function ledgerId(storage: Storage, random: () => number): string | undefined {
  const known = readText(storage, LEDGER_KEY);
  return isId(known) ? known : nameLedger(storage, random);
}

/** Gives the ledger a new name, so that each watch offers it all its sessions again. Undefined as above. */
export function nameLedger(storage: Storage, random: () => number): string | undefined {
  const id = newIdentity(random).device;
  return writeText(storage, LEDGER_KEY, id).ok ? id : undefined;
}
