import type { AlarmOwner, AlarmBook as Owners } from '../../core/alarm/book';
import {
  given,
  isOwned,
  makeAlarmBook,
  NO_ALARMS,
  ownedBy,
  parseAlarmBook,
  RETIRED,
  shareOf,
  stillListed,
  without,
} from '../../core/alarm/book';
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import type { Alarm, Alarms } from '../watch/alarms';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

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
  const file = openSlotted(disk, 'alarms');
  const payload = file.payload();
  const parsed = payload === undefined ? undefined : parseAlarmBook(payload);
  if (payload !== undefined && !parsed) file.setAside();
  let owners: Owners = parsed ?? NO_ALARMS;
  let written = makeAlarmBook(owners);

  const save = (): void => {
    const listed = alarms.left();
    if (listed !== 'unknown' && listed.length > 0) owners = stillListed(owners, listed);
    const text = makeAlarmBook(owners);
    if (text !== written && file.write(text)) written = text;
  };
  /** Takes alarms back, and gives those that would not go to `heir`. */
  const cancelAll = (ids: readonly number[], heir: string): void => {
    const listed = alarms.left();
    // A watch that lists none at all may be one that cannot list them.
    const known = listed === 'unknown' || listed.length === 0 ? ids : ids.filter((id) => listed.includes(id));
    known.forEach((id) => {
      alarms.cancel(id);
    });
    const after = known.length === 0 ? [] : alarms.left();
    const stubborn = after === 'unknown' ? [] : known.filter((id) => after.includes(id));
    owners = given(without(owners, ids), heir, stubborn);
  };
  /** Sets an alarm. Where the watch's answer says nothing, the one that is listed now and was not before is it. */
  const setAndLook = (alarm: Alarm, listed: Listed, just: readonly number[] = []): number => {
    const answer = alarms.set(alarm);
    if (answer !== 'unknown') return answer;
    const after = alarms.left();
    if (listed === 'unknown' || after === 'unknown') return 0;
    return after.find((id) => !listed.includes(id) && !just.includes(id) && !isOwned(owners, id)) ?? 0;
  };
  /** Sets as many as the owner's share leaves room for, and gives it those that the watch took. */
  const setAll = (owner: AlarmOwner, wanted: readonly Alarm[]): readonly number[] => {
    const listed = alarms.left();
    const room = shareOf(owners, owner) - ownedBy(owners, owner).length;
    const taken: number[] = [];
    const ids = wanted.map((alarm) => {
      const id = taken.length < room ? setAndLook(alarm, listed, taken) : 0;
      if (id !== 0) taken.push(id);
      return id;
    });
    owners = given(owners, owner, taken);
    save();
    return ids;
  };
  const ofNobody = (): readonly number[] => {
    const listed = alarms.left();
    return listed === 'unknown' ? [] : listed.filter((id) => !isOwned(owners, id));
  };
  return {
    replace(owner, wanted) {
      // Alarms that were set just before the watch went off are in no book.
      const own = ownedBy(owners, owner);
      cancelAll(owner === 'cue' ? [...own, ...ofNobody()] : own, RETIRED);
      return setAll(owner, wanted);
    },
    add(owner, alarm) {
      return setAll(owner, [alarm])[0] ?? 0;
    },
    cancel(owner, id) {
      if (ownedBy(owners, owner).includes(id)) cancelAll([id], owner);
    },
    left(owner) {
      const listed = alarms.left();
      if (listed === 'unknown') return 'unknown';
      const own = ownedBy(owners, owner);
      return listed.filter((id) => own.includes(id) || !isOwned(owners, id));
    },
    claim(owner, ids) {
      owners = given(
        owners,
        owner,
        ids.filter((id) => id !== 0 && !isOwned(owners, id)),
      );
    },
    cancelStrays() {
      cancelAll([...ofNobody(), ...ownedBy(owners, RETIRED)], RETIRED);
      save();
    },
    takesAnother(now) {
      const id = setAndLook({ rings: now + HOUR, param: { kind: 'probe' } }, alarms.left());
      if (id !== 0) cancelAll([id], RETIRED);
      return id !== 0;
    },
  };
}

type Listed = ReturnType<Alarms['left']>;
