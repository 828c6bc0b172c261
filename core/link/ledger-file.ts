import { isFields } from '../json';
import { isId } from './envelope';
import type { Stored } from '../state/stored';

/** What the watch knows about the ledger that gave it its receipts. */
export interface KnownLedger {
  /** The ledger's random name; empty until a phone has told one. */
  readonly id: string;
  /** Which of this watch's sessions were deleted from it, as the part of their ids after the watch's name. */
  readonly deleted: readonly string[];
}

export const NO_LEDGER: KnownLedger = { id: '', deleted: [] };

/** The most deletions that are sent and kept. A watch keeps fewer sessions than this. */
export const DELETIONS_TOLD = 100;

/** The readable entries of a list of deletions. */
export function deletionsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(isId).slice(0, DELETIONS_TOLD) : [];
}

/** The file on the watch that stores what it knows about the ledger. */
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
