import type { AlarmOwner, AlarmBook as Owners } from '../../core/alarm/book';
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
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import type { Alarm, Alarms } from '../watch/alarms';
import type { Disk } from '../watch/disk';
import { openStored } from './stored-file';

/**
 * Whose each alarm of this app is, on disk: nobody takes back what is another's, and nothing that was set is forgotten.
 *
 * A book that is lost, or that was not written before the app went, errs toward taking back: what no owner claims by a
 * file of its own (`claim`) is a stray and goes once, at the first page of a launch. So no forgotten alarm piles up, and
 * an owner whose alarm was a stray in error sets it again at the same opening, since its own file says what should ring.
 */
export interface AlarmBook {
  /**
   * Takes back what the owner has and sets these alarms in its place. Answers the id of each in order, 0 for one that the
   * watch refused or that is beyond the owner's share: the first ones come first.
   */
  replace(owner: AlarmOwner, alarms: readonly Alarm[]): readonly number[];
  /**
   * Sets this alarm, or none, in the place of what the owner has, often and for a short time: the book on disk hears of it when
   * it is written for something else. Until then it is a stray to all but this page.
   */
  renew(owner: AlarmOwner, alarm?: Alarm): void;
  /** Sets one more; answers as `replace` does. */
  add(owner: AlarmOwner, alarm: Alarm): number;
  /**
   * Takes back one alarm of the owner; one that will not go stays the owner's and is left. Nothing happens to one that is
   * another's, or that has rung.
   */
  cancel(owner: AlarmOwner, id: number): void;
  /**
   * The ids of alarms that have not rung and are no other owner's. Those that nobody owns are among them: the watch may have
   * gone off before they were in the book.
   */
  left(owner: AlarmOwner): readonly number[] | 'unknown';
  /** Gives the owner the alarms that its own file names, unless the book knows better. */
  claim(owner: AlarmOwner, ids: readonly number[]): void;
  /** Takes back what nobody owns, and what would not go before. To be called once a launch, after all claims. */
  cancelStrays(): void;
  /** Whether the watch takes another alarm at `now`: sets one and takes it back. */
  takesAnother(now: Instant): boolean;
}

export function openAlarmBook(disk: Disk, alarms: Alarms): AlarmBook {
  const file = openStored(disk, ALARMS_FILE);
  let owners: Owners = file.value();

  const save = (listed = alarms.left()): void => {
    if (listed !== 'unknown' && listed.length > 0) owners = stillListed(owners, listed);
    file.write(owners);
  };
  /** Takes alarms back, and gives those that would not go to `heir`. Answers what is listed then. */
  const cancelAll = (ids: readonly number[], heir: string, listed = alarms.left()): Listed => {
    if (ids.length === 0) return listed;
    const { after, stubborn } = takeBack(alarms, ids, listed);
    owners = given(without(owners, ids), heir, stubborn);
    return after;
  };
  /** Sets as many as the owner's share leaves room for, and gives it those that the watch took. */
  const setAll = (owner: AlarmOwner, wanted: readonly Alarm[], listed = alarms.left()): readonly number[] => {
    const room = shareOf(owners, owner) - ownedBy(owners, owner).length;
    const taken: number[] = [];
    const ids = wanted.map((alarm) => {
      const id = taken.length < room ? setAndLook(alarms, alarm, listed, owners, taken) : 0;
      if (id !== 0) taken.push(id);
      return id;
    });
    owners = given(owners, owner, taken);
    save(taken.length === 0 ? listed : undefined);
    return ids;
  };
  return {
    replace(owner, wanted) {
      const listed = alarms.left();
      const own = ownedBy(owners, owner);
      // Alarms that were set just before the watch went off are in no book.
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

/** Takes alarms back. Answers what is listed then, and which of them are listed all the same. */
function takeBack(
  alarms: Alarms,
  ids: readonly number[],
  listed: Listed,
): { readonly after: Listed; readonly stubborn: readonly number[] } {
  // A watch that lists none at all may be one that cannot list them.
  const known = listed === 'unknown' || listed.length === 0 ? ids : ids.filter((id) => listed.includes(id));
  known.forEach((id) => {
    alarms.cancel(id);
  });
  const after = known.length === 0 ? listed : alarms.left();
  return { after, stubborn: after === 'unknown' ? [] : known.filter((id) => after.includes(id)) };
}

/**
 * Sets an alarm; 0 when the watch refuses. Where the watch's answer says nothing, the one that is listed now, was not before and
 * is not one of those `just` set is it.
 */
function setAndLook(
  alarms: Alarms,
  alarm: Alarm,
  listed: Listed,
  owners: Owners,
  just: readonly number[] = [],
): number {
  const answer = alarms.set(alarm);
  if (answer !== 'unknown') return answer;
  const after = alarms.left();
  if (listed === 'unknown' || after === 'unknown') return 0;
  const before = [...listed, ...just, ...owned(owners)];
  return after.find((id) => !before.includes(id)) ?? 0;
}

/** Those that are listed and that no owner has, but perhaps `besides`. */
function freeIn(listed: Listed, owners: Owners, besides?: AlarmOwner): readonly number[] {
  if (listed === 'unknown') return [];
  const taken = owned(owners, besides);
  return listed.filter((id) => !taken.includes(id));
}

type Listed = ReturnType<Alarms['left']>;
