import { isFields, isWhole } from '../json';
import type { Stored } from '../state/stored';

/** The features that set and cancel alarms. Add a new owner here. */
export const ALARM_OWNERS = ['cue', 'check', 'pause', 'deadMan', 'reminder'] as const;
export type AlarmOwner = (typeof ALARM_OWNERS)[number];

/**
 * Alarm ids by owner. Keeps owners that only a later version of Legato knows. `RETIRED` holds alarms that were
 * cancelled but that the watch still lists.
 */
export type AlarmOwners = Readonly<Record<string, readonly number[]>>;

export const NO_ALARMS: AlarmOwners = {};

export const RETIRED = 'retired';

/** The most alarms this app holds at once. A shipped app is known to hold 23 (docs/platform.md, A5). */
export const MOST_ALARMS = 24;

/** How many alarms reminders leave for a session, or for a check. The two never run at the same time. */
export const SESSION_SHARE = 18;

/**
 * The most alarms each owner holds: a daily alarm and a one-shot for each of three reminders, four rings of a check,
 * and a few spare.
 */
const MOST_OF: Readonly<Record<Exclude<AlarmOwner, 'cue'>, number>> = {
  reminder: MOST_ALARMS - SESSION_SHARE,
  check: 6,
  pause: 1,
  deadMan: 1,
};

export function ownedBy(book: AlarmOwners, owner: string): readonly number[] {
  return book[owner] ?? [];
}

/** Gives alarms to an owner. Each id has one owner only, so any previous owner loses it. */
export function given(book: AlarmOwners, owner: string, ids: readonly number[]): AlarmOwners {
  const rest = without(book, ids);
  return { ...rest, [owner]: [...ownedBy(rest, owner), ...ids] };
}

export function without(book: AlarmOwners, ids: readonly number[]): AlarmOwners {
  return onlyThose(book, (id) => !ids.includes(id));
}

/** The book without alarms that the watch no longer lists. */
export function stillListed(book: AlarmOwners, listed: readonly number[]): AlarmOwners {
  return onlyThose(book, (id) => listed.includes(id));
}

/** All owned alarms, except those of the owner `besides`. */
export function owned(book: AlarmOwners, besides?: string): readonly number[] {
  return Object.keys(book).reduce<readonly number[]>(
    (ids, owner) => (owner === besides ? ids : ids.concat(ownedBy(book, owner))),
    [],
  );
}

/**
 * How many alarms an owner may hold in total. The cues of a session get what the others leave. Reminders, whose alarms
 * nobody else may cancel, leave enough for every other owner, no matter who was first.
 */
export function shareOf(book: AlarmOwners, owner: AlarmOwner): number {
  const held = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + ownedBy(book, name).length, 0);
  const free = MOST_ALARMS - held(Object.keys(book).filter((name) => name !== owner));
  if (owner === 'cue') return Math.max(SESSION_SHARE - held(['check', 'pause', 'deadMan']), free);
  return Math.max(0, Math.min(MOST_OF[owner], free));
}

/** The file that stores the book of alarms. */
export const ALARMS_FILE: Stored<AlarmOwners> = {
  name: 'alarms',
  version: 1,
  initial: NO_ALARMS,
  write(book) {
    const owners = Object.keys(book).filter((owner) => ownedBy(book, owner).length > 0);
    const held = owners.reduce<AlarmOwners>(
      (rest, owner) => ({ ...rest, [owner]: ownedBy(book, owner) }),
      {},
    );
    return { version: 1, owners: held };
  },
  read(json) {
    const owners = isFields(json) ? json['owners'] : undefined;
    return isFields(owners) && Object.keys(owners).every((owner) => isIds(owners[owner]))
      ? { value: owners as AlarmOwners }
      : undefined;
  },
};

function isIds(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((id) => isWhole(id, 1));
}

function onlyThose(book: AlarmOwners, wanted: (id: number) => boolean): AlarmOwners {
  return Object.keys(book).reduce<AlarmOwners>(
    (rest, owner) => ({ ...rest, [owner]: ownedBy(book, owner).filter(wanted) }),
    {},
  );
}
