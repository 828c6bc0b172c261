import { isFields } from '../json';
import { isId } from './envelope';
import type { Stored } from '../state/stored';

/** The ledger that gave this watch its receipts, as far as the watch knows. */
export interface KnownLedger {
  /** Its random name; empty as long as no phone has told one. */
  readonly id: string;
  /** Which of this watch's sessions were deleted from it, by what follows the watch's name in their ids. */
  readonly deleted: readonly string[];
}

export const NO_LEDGER: KnownLedger = { id: '', deleted: [] };

/** No more deletions are told and kept than this: a watch keeps fewer sessions than that. */
export const DELETIONS_TOLD = 100;

/** What can be read of a list of deletions. */
export function deletionsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(isId).slice(0, DELETIONS_TOLD) : [];
}

/** The file of the ledger on the watch. */
export const LEDGER_FILE: Stored<KnownLedger> = {
  name: 'ledger',
  version: 1,
  initial: NO_LEDGER,
  write: ({ id, deleted }) => ({ version: 1, id, deleted }),
  read(json) {
    const { id, deleted } = isFields(json) ? json : {};
    return isId(id) && Array.isArray(deleted) ? { value: { id, deleted: deletionsIn(deleted) } } : undefined;
  },
};
