import type { Said } from '../../core/care/statement';
import { mergeSaid, pack, unpack } from '../../core/care/statement';
import type { Stored } from '../../core/state/stored';
import { CARE_PAST_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue } from '../stored-text';
import { allLocks } from './days';
import { CARE_MERGED } from './said';

/*
 * Locks that were lifted on another phone, from its backup. They are history only: without them, days on which a leg
 * was withheld there would count as missed here. No watch hears of them, and none of these unlocks counts for a lock
 * that this phone or a watch knows: a backup may be old, or another person's.
 */

export const CARE_PAST: Stored<readonly Said[]> = { ...CARE_MERGED, name: CARE_PAST_KEY };

/** The most statements kept; the oldest are dropped. */
const MOST_PAST = 400;

/** What was said here, and what a backup told of locks that are not known here. */
export function everSaid(storage: Storage, said: readonly Said[]): readonly Said[] {
  return mergeSaid(said, pastOf(said, readValue(storage, CARE_PAST).value));
}

/** The lifted locks of a backup that are not known here, each with its unlock. */
export function liftedIn(theirs: readonly Said[], storage: Storage, said: readonly Said[]): readonly Said[] {
  const known = everSaid(storage, said);
  return pastOf(
    known,
    allLocks(theirs).flatMap(({ lock, lifted }) => (lifted ? [pack(lock), pack(lifted)] : [])),
  );
}

/** The history with more of it. */
export function withLifted(storage: Storage, lifted: readonly Said[]): readonly Said[] {
  return mergeSaid(readValue(storage, CARE_PAST).value, lifted).slice(-MOST_PAST);
}

/** Statements about locks of which nothing was said. */
function pastOf(said: readonly Said[], past: readonly Said[]): readonly Said[] {
  const known = new Set(said.map(lockOf));
  return past.filter((each) => !known.has(lockOf(each)));
}

/** The id of the lock that a statement is about; undefined for one that this version of Legato does not understand. */
function lockOf(said: Said): string | undefined {
  const statement = unpack(said);
  return statement?.kind === 'unlock' ? statement.lifts : statement?.id;
}
