import type { AlarmOwner, AlarmOwners } from '../../core/alarm/book';
import {
  ALARMS_FILE,
  given,
  owned,
  ownedBy,
  RETIRED,
  shareOf,
  stillListed,
  without,
} from '../../core/alarm/book';
import type { Arming } from '../../core/session/arming';
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import type { Alarm, Alarms } from '../watch/alarms';
import type { Disk } from '../watch/disk';
import { openStored } from './stored-file';

/**
 * Records on disk which feature owns each alarm, so that nobody cancels another's alarm and none is forgotten.
 *
 * If the book is lost, or was not written before the app was closed, it errs toward cancelling: an alarm that no owner
 * claims from its own file (`claim`) is a stray and is cancelled once, at the first page of a launch. So forgotten
 * alarms do not accumulate, and an owner whose alarm was wrongly cancelled sets it again at the same opening, since its
 * own file says what should ring.
 */
export interface AlarmBook {
  /**
   * Replaces the owner's alarms by these. Returns their ids in order, 0 for one that the watch refused or that exceeds
   * the owner's share; earlier alarms take precedence. New alarms of cues do not cause a write: the session's own file
   * names them (`claimCues`), and the book on disk includes them when it is next written.
   */
  replace(owner: AlarmOwner, alarms: readonly Alarm[]): readonly number[];
  /**
   * Replaces the owner's alarms by this one, or none. Meant for frequent, short-lived alarms: the book on disk is only
   * updated with the next other write. Until then, other pages consider the alarm a stray.
   */
  renew(owner: AlarmOwner, alarm?: Alarm): void;
  /** Adds an alarm; returns its id as `replace` does. */
  add(owner: AlarmOwner, alarm: Alarm): number;
  /**
   * Cancels one of the owner's alarms. If the watch does not cancel it, it stays the owner's. Does nothing about
   * another owner's alarm, or one that has rung.
   */
  cancel(owner: AlarmOwner, id: number): void;
  /**
   * The ids of alarms that have not rung and belong to no other owner. Includes alarms without an owner, since the
   * watch may have gone off before they were in the book.
   */
  left(owner: AlarmOwner): readonly number[] | 'unknown';
  /** Gives the owner the alarms named in its own file, unless the book says otherwise. */
  claim(owner: AlarmOwner, ids: readonly number[]): void;
  /**
   * Cancels alarms without an owner, and those that could not be cancelled before. Call it once a launch, after all
   * claims.
   */
  cancelStrays(): void;
  /** Whether the watch takes another alarm at `now`; sets one and cancels it. */
  takesAnother(now: Instant): boolean;
}

export function openAlarmBook(disk: Disk, alarms: Alarms): AlarmBook {
  const file = openStored(disk, ALARMS_FILE);
  let owners: AlarmOwners = file.value();

  const save = (listed = alarms.left()): void => {
    if (listed !== 'unknown' && listed.length > 0) owners = stillListed(owners, listed);
    file.write(owners);
  };
  /** Cancels alarms, and gives those that remain to `heir`. Returns the ids listed afterwards. */
  const cancelAll = (ids: readonly number[], heir: string, listed = alarms.left()): Listed => {
    if (ids.length === 0) return listed;
    const { after, stubborn } = takeBack(alarms, ids, listed);
    owners = given(without(owners, ids), heir, stubborn);
    return after;
  };
  /** Sets as many alarms as the owner's share allows, and records those that the watch took. */
  const setAll = (owner: AlarmOwner, wanted: readonly Alarm[], listed = alarms.left()): readonly number[] => {
    const room = shareOf(owners, owner) - ownedBy(owners, owner).length;
    const taken: number[] = [];
    const ids = wanted.map((alarm) => {
      const id = taken.length < room ? setAndLook(alarms, alarm, listed, owners, taken) : 0;
      if (id !== 0) taken.push(id);
      return id;
    });
    owners = given(owners, owner, taken);
    if (!isClaimed(owner, taken, owners)) save(taken.length === 0 ? listed : undefined);
    return ids;
  };
  return {
    replace(owner, wanted) {
      const listed = alarms.left();
      const own = ownedBy(owners, owner);
      // Alarms set just before the watch went off are in no book.
      const old = owner === 'cue' ? [...own, ...freeIn(listed, owners)] : own;
      if (old.length === 0 && wanted.length === 0) return [];
      return setAll(owner, wanted, cancelAll(old, RETIRED, listed));
    },
    renew(owner, alarm) {
      const listed = cancelAll(ownedBy(owners, owner), RETIRED);
      const id = alarm && shareOf(owners, owner) > 0 ? setAndLook(alarms, alarm, listed, owners) : 0;
      if (id !== 0) owners = given(owners, owner, [id]);
    },
    add(owner, alarm) {
      return setAll(owner, [alarm])[0] ?? 0;
    },
    cancel(owner, id) {
      if (ownedBy(owners, owner).includes(id)) cancelAll([id], owner);
    },
    left(owner) {
      const listed = alarms.left();
      return listed === 'unknown' ? listed : freeIn(listed, owners, owner);
    },
    claim(owner, ids) {
      const taken = owned(owners);
      const claimed = ids.filter((id) => id !== 0 && !taken.includes(id));
      if (claimed.length > 0) owners = given(owners, owner, claimed);
    },
    cancelStrays() {
      const listed = alarms.left();
      save(cancelAll([...freeIn(listed, owners), ...ownedBy(owners, RETIRED)], RETIRED, listed));
    },
    takesAnother(now) {
      const probe: Alarm = { rings: now + HOUR, param: { kind: 'probe' } };
      const id = setAndLook(alarms, probe, alarms.left(), owners);
      if (id !== 0) cancelAll([id], RETIRED);
      return id !== 0;
    },
  };
}

/** Whether the session's own file names these alarms (`claimCues`), so that nothing needs to be written here. */
function isClaimed(owner: AlarmOwner, taken: readonly number[], owners: AlarmOwners): boolean {
  return owner === 'cue' && taken.length > 0 && ownedBy(owners, RETIRED).length === 0;
}

/** Claims the alarms that a session's own file names. */
export function claimCues(book: AlarmBook, { guard, cues }: Arming): void {
  book.claim('cue', [guard, ...cues.map(({ alarm }) => alarm)]);
}

/** Cancels alarms. Returns the ids listed afterwards, and which of the cancelled ones are still among them. */
function takeBack(
  alarms: Alarms,
  ids: readonly number[],
  listed: Listed,
): { readonly after: Listed; readonly stubborn: readonly number[] } {
  // If the watch lists no alarms at all, it may be unable to list them.
  const known = listed === 'unknown' || listed.length === 0 ? ids : ids.filter((id) => listed.includes(id));
  known.forEach((id) => {
    alarms.cancel(id);
  });
  const after = known.length === 0 ? listed : alarms.left();
  return { after, stubborn: after === 'unknown' ? [] : known.filter((id) => after.includes(id)) };
}

/**
 * Sets an alarm; 0 when the watch refuses. If the watch's answer is not an id, the alarm is the one now listed that was
 * not before and is not among those `just` set.
 */
function setAndLook(
  alarms: Alarms,
  alarm: Alarm,
  listed: Listed,
  owners: AlarmOwners,
  just: readonly number[] = [],
): number {
  const answer = alarms.set(alarm);
  if (answer !== 'unknown') return answer;
  const after = alarms.left();
  if (listed === 'unknown' || after === 'unknown') return 0;
  const before = [...listed, ...just, ...owned(owners)];
  return after.find((id) => !before.includes(id)) ?? 0;
}

/** Listed alarms that have no owner, except possibly `besides`. */
function freeIn(listed: Listed, owners: AlarmOwners, besides?: AlarmOwner): readonly number[] {
  if (listed === 'unknown') return [];
  const taken = owned(owners, besides);
  return listed.filter((id) => !taken.includes(id));
}

type Listed = ReturnType<Alarms['left']>;
