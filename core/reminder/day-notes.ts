import type { Day } from '../calendar/day';
import { isFields, isWhole } from '../json';
import type { Stored } from '../state/stored';
import type { Instant } from '../time';
import { HOUR, isInstant, MINUTE } from '../time';
import type { ReminderPlace } from './reminder';
import { REMINDER_PLACES } from './reminder';
import type { Here } from './ring';
import { dayAt, instantOf } from './ring';

/** Why a day is left out, as the person says it. It is no more than that. */
export const EXCUSE_REASONS = ['unwell', 'away', 'noTime', 'other'] as const;
export type ExcuseReason = (typeof EXCUSE_REASONS)[number];

/** What the person has said of days to come and to leave out; only pages write it. */
export interface DayNotes {
  /** Days that are left out, the latest last. */
  readonly excused: readonly (readonly [day: Day, reason: ExcuseReason])[];
  /** Until when each reminder waits. */
  readonly delayed: Readonly<Partial<Record<ReminderPlace, Instant>>>;
  /** The day on which it was last offered to do without reminders. */
  readonly offered: Day | undefined;
}

export const NO_DAY_NOTES: DayNotes = { excused: [], delayed: {}, offered: undefined };

/** As many days are remembered; the phone is to have heard of them by then. */
export const EXCUSED_LIMIT = 28;

export function isExcused({ excused }: DayNotes, day: Day): boolean {
  return excused.some(([known]) => known === day);
}

/** Leaves a day out, or says another reason for it. */
export function excuse(notes: DayNotes, day: Day, reason: ExcuseReason): DayNotes {
  const others = notes.excused.filter(([known]) => known !== day);
  const excused = [...others, [day, reason] as const].sort(([one], [other]) => one - other);
  return { ...notes, excused: excused.slice(-EXCUSED_LIMIT) };
}

/** Takes back that a day is left out. */
export function unexcuse(notes: DayNotes, day: Day): DayNotes {
  return { ...notes, excused: notes.excused.filter(([known]) => known !== day) };
}

/** Days that were left out as a text of at most 252 characters, `20588u,20590a`: each with the first letter of its reason. */
export function leftOutText(excused: DayNotes['excused']): string {
  return excused.map(([day, reason]) => `${day}${reason.charAt(0)}`).join();
}

/** Reads such a text; what in it is no day is passed over. */
export function leftOutFrom(text: string): DayNotes['excused'] {
  return text.split(',').flatMap((part) => {
    const [, day, letter] = /^(\d{1,6})([a-z])$/.exec(part) ?? [];
    const reason = EXCUSE_REASONS.find((known) => letter !== undefined && known.startsWith(letter));
    return reason ? [[Number(day), reason] as const] : [];
  });
}

/** What a person may put a reminder off to. */
export const DELAYS = ['quarter', 'hour', 'evening'] as const;
export type Delay = (typeof DELAYS)[number];

/** The moment that a delay ends at; nothing where the person's day is over by then, or the evening has come. */
export function delayEnd(delay: Delay, evening: number, here: Here): Instant | undefined {
  const at = delayedTo(delay, evening, here);
  return at > here.now && dayAt({ ...here, now: at }) === dayAt(here) ? at : undefined;
}

function delayedTo(delay: Delay, evening: number, here: Here): Instant {
  switch (delay) {
    case 'quarter':
      return here.now + 15 * MINUTE;
    case 'hour':
      return here.now + HOUR;
    case 'evening':
      return instantOf(evening, here);
  }
}

/** Has a reminder wait until this moment, or, without one, no longer. */
export function delay(notes: DayNotes, place: ReminderPlace, until: Instant | undefined): DayNotes {
  const { [place]: _before, ...others } = notes.delayed;
  return { ...notes, delayed: until === undefined ? others : { ...others, [place]: until } };
}

export const DAY_NOTES_FILE: Stored<DayNotes> = {
  name: 'day-notes',
  version: 1,
  initial: NO_DAY_NOTES,
  write: ({ excused, delayed, offered }) => ({
    version: 1,
    excused,
    delayed: REMINDER_PLACES.map((place) => delayed[place] ?? 0),
    ...(offered === undefined ? {} : { offered }),
  }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { excused, delayed, offered } = json;
    if (!Array.isArray(excused) || !Array.isArray(delayed)) return undefined;
    const read = excused
      .filter(isExcuse)
      .reduce((notes, [day, reason]) => excuse(notes, day, reason), NO_DAY_NOTES);
    const value = REMINDER_PLACES.reduce<DayNotes>(
      (notes, place, index) => {
        const until: unknown = delayed[index];
        return isInstant(until) && until > 0 ? delay(notes, place, until) : notes;
      },
      { ...read, offered: isWhole(offered) ? offered : undefined },
    );
    const isWholly = read.excused.length === excused.length;
    return { value, ...(isWholly ? {} : { problem: 'damaged' as const }) };
  },
};

function isExcuse(entry: unknown): entry is readonly [Day, ExcuseReason] {
  if (!Array.isArray(entry)) return false;
  const [day, reason] = entry as readonly unknown[];
  return isWhole(day) && EXCUSE_REASONS.some((known) => known === reason);
}
