import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { DoctorProblem } from '../../core/care/locks';
import { LEGATO_BEGINS, locksIn, locksOnce, unlock } from '../../core/care/locks';
import type { Lock, Said, Statement } from '../../core/care/statement';
import { isSaid, mergeSaid, pack } from '../../core/care/statement';
import type { LockReason } from '../../core/care/why';
import { whyOf } from '../../core/care/why';
import { isFields } from '../../core/json';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { newIdentity } from '../../core/state/identity';
import type { Stored } from '../../core/state/stored';
import type { Instant, Millis } from '../../core/time';
import { HOUR } from '../../core/time';
import type { SeenWatch } from '../exchange';
import type { PhoneClock } from '../phone-state';
import { putAllChosen, takenBack } from '../preferences';
import { CARE_MERGED_KEY, CARE_SAID_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { isBadAndNew, readValue, writeValue } from '../stored-text';

/*
 * Statements about legs, made on watches and on the page. No key has two writers, so those from watches and those from
 * the page are stored separately and count together.
 */

/** All statements; the intact ones of a damaged text. Writes nothing. */
export function readSaid(storage: Storage): readonly Said[] {
  return mergeSaid(readValue(storage, CARE_MERGED).value, readValue(storage, CARE_SAID).value);
}

/**
 * Stores a watch's statements and returns all statements as they are then, so that they need not be read again. Writes
 * nothing if the watch tells nothing new. A lock that was made while the watch's clock was behind is said again with the
 * present date, since it was made by then. `watch` is the one that tells, if it was in touch before.
 */
export function keepSaidOf(
  storage: Storage,
  theirs: readonly Said[],
  now: Instant,
  watch?: Pick<SeenWatch, 'id' | 'lastSeen'>,
): { readonly said: readonly Said[]; readonly stored: boolean } {
  const known = readValue(storage, CARE_MERGED).value;
  const ofPage = readValue(storage, CARE_SAID).value;
  const heard = mergeSaid(known, theirs);
  const before = locksIn(mergeSaid(known, ofPage)).map(({ id }) => id);
  const undated = locksOnce(heard).filter(
    (lock) =>
      lock.at < LEGATO_BEGINS || (watch && isBeforeLastSeen(lock, watch) && !before.includes(lock.id)),
  );
  const merged = mergeSaid(
    heard,
    undated.map((lock) => pack({ ...lock, at: now })),
  );
  const stored = merged === known || writeValue(storage, CARE_MERGED, merged).ok;
  return { said: mergeSaid(stored ? merged : known, ofPage), stored };
}

/**
 * Whether a watch dates a lock of its own before it was last in touch. It tells of all its locks each time, so one that
 * the phone has not heard of is dated falsely then.
 */
function isBeforeLastSeen({ id, at }: Lock, watch: Pick<SeenWatch, 'id' | 'lastSeen'>): boolean {
  return id.startsWith(`${watch.id}-`) && at < watch.lastSeen - CLOCKS_DIFFER;
}

/** More than the clocks of a watch and its phone differ by if neither is wrong. */
const CLOCKS_DIFFER: Millis = HOUR;

/** Stores statements of the page: made on it, or imported from a backup. */
export function say(storage: Storage, statements: readonly Said[]): Result<void, 'notStored'> {
  const own = readValue(storage, CARE_SAID).value;
  const merged = mergeSaid(own, statements);
  if (merged === own) return ok(undefined);
  const asked = isBadAndNew(storage, CARE_SAID) ? putAllChosen(storage, takenBack(storage)) : ok(undefined);
  return asked.ok ? writeValue(storage, CARE_SAID, merged) : asked;
}

/** Locks all of the legs or none. `random` returns numbers in [0, 1). */
export function lockLegs(
  storage: Storage,
  legs: readonly Leg[],
  reason: LockReason,
  { now }: PhoneClock,
  random: () => number,
): Result<void, 'notStored'> {
  const locks = legs.map((leg): Statement => ({
    kind: 'lock',
    id: newId(now, random),
    leg,
    why: whyOf(reason),
    at: now,
  }));
  return say(storage, locks.map(pack));
}

/** Why a lock cannot be lifted. `noLock`: it does not hold. */
export type UnlockProblem = DoctorProblem | 'noLock';

/** Lifts a lock on the word of a doctor who looked at the leg on a day. */
export function liftLock(
  storage: Storage,
  lockId: string,
  doctorOn: Day,
  { now, offsetAt }: PhoneClock,
  random: () => number,
): Result<void, UnlockProblem | 'notStored'> {
  const lock = locksOnce(readSaid(storage)).find(({ id }) => id === lockId);
  if (!lock) return err('noLock');
  const lifted = unlock(lock, newId(now, random), doctorOn, { startedAt: now, utcOffset: offsetAt(now) });
  return lifted.ok ? say(storage, [pack(lifted.value)]) : lifted;
}

/** The page has neither a name nor a counter, so its ids are made unique by time and random numbers. */
function newId(now: number, random: () => number): string {
  return `${newIdentity(random).device}-${now.toString(36)}`;
}

export const CARE_MERGED: Stored<readonly Said[]> = {
  name: CARE_MERGED_KEY,
  version: 1,
  initial: [],
  write: (said) => ({ version: 1, said }),
  read(json) {
    const list: unknown = isFields(json) ? json['said'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const said = list.filter(isSaid);
    return { value: said, problem: said.length === list.length ? undefined : 'damaged' };
  },
};

export const CARE_SAID: Stored<readonly Said[]> = { ...CARE_MERGED, name: CARE_SAID_KEY };
