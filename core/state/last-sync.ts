import type { Instant } from '../time';
import { isInstant } from '../time';
import type { Stored } from './stored';

/** When the phone last had everything. */
export const LAST_SYNC_FILE: Stored<Instant | undefined> = {
  name: 'sync',
  version: 1,
  initial: undefined,
  write: (at) => at,
  read: (json) => (isInstant(json) ? { value: json } : undefined),
};
