import { FAILURE_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readText, removeText, writeText } from './storage';

/** What a person asked for on the settings page that the storage did not take. */
const PAGE_FAILURES = ['pageNotChanged', 'pastNotChanged', 'sessionNotDeleted', 'planNotStored'] as const;
export type PageFailure = (typeof PAGE_FAILURES)[number];

/** The last failure; none after something that succeeded. Writes nothing. */
export function readPageFailure(storage: Storage): PageFailure | undefined {
  const text = readText(storage, FAILURE_KEY);
  return PAGE_FAILURES.find((code) => text?.startsWith(`${code} `) === true);
}

/** Notes a failure; a note that cannot be stored is lost. `attempt` differs each time, so that the storage changes and the page is built anew. */
export function notePageFailure(storage: Storage, failure: PageFailure, attempt: number): void {
  writeText(storage, FAILURE_KEY, `${failure} ${attempt}`);
}

export function clearPageFailure(storage: Storage): void {
  removeText(storage, FAILURE_KEY);
}
