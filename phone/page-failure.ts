import { FAILURE_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/** Requests on the settings page that failed because the storage did not take them. */
const PAGE_FAILURES = [
  'viewNotStored',
  'pageNotChanged',
  'pastNotChanged',
  'sessionNotDeleted',
  'planNotStored',
] as const;
export type PageFailure = (typeof PAGE_FAILURES)[number];

/** The last failure; undefined after a success. Writes nothing. */
export function readPageFailure(storage: Storage): PageFailure | undefined {
  const text = readText(storage, FAILURE_KEY);
  return PAGE_FAILURES.find((code) => text?.startsWith(`${code} `) === true);
}

/**
 * Notes a failure. If the note cannot be stored, it is lost. `attempt` differs each time, so that the storage changes
 * and the page is rebuilt.
 */
export function notePageFailure(storage: Storage, failure: PageFailure, attempt: number): void {
  writeText(storage, FAILURE_KEY, `${failure} ${attempt}`.padEnd(ROOM));
}

/** After a success. Leaves something as long as a note, so that a storage that is full has room for one. */
export function clearPageFailure(storage: Storage): void {
  if (readText(storage, FAILURE_KEY) !== NO_FAILURE) writeText(storage, FAILURE_KEY, NO_FAILURE);
}

/** The longest note, in characters. */
const ROOM = 32;

const NO_FAILURE = '-'.repeat(ROOM);
