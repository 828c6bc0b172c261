import type { ReminderPlace } from '../alarm/reminder-alarm';
import { REMINDER_PLACES } from '../alarm/reminder-alarm';
import type { Day, Here } from '../calendar/day';
import { isFields, isWhole } from '../json';
import type { Readable, Stored } from '../state/stored';
import type { Instant } from '../time';
import { HOUR, isInstant, MINUTE } from '../time';
import type { Reminder, Reminders } from './reminder';
import { isQuietAt, minuteAt } from './reminder';
import { instantOf } from './ring';
import { dayAt } from '../calendar/day';

/** The reasons a person can give for leaving a day out. */
export const EXCUSE_REASONS = ['unwell', 'away', 'noTime', 'other'] as const;
export type ExcuseReason = (typeof EXCUSE_REASONS)[number];

/** What the person has said about days to leave out and moments to wait for. Only pages write it. */
export interface DayNotes {
  /** Days left out, the latest last. */
  readonly excused: readonly (readonly [day: Day, reason: ExcuseReason])[];
  /** Until when each reminder waits, by place. */
  readonly delayed: readonly (Wait | undefined)[];
  /** The last day on which an offer to turn a reminder off stood; an answer ends it with the day before. */
  readonly offered: Day | undefined;
}

/** Until when a reminder waits, and which of those ever added at its place it is (`Reminder.added`), 0 if unknown. */
export type Wait = readonly [until: Instant, added: number];

export const NO_DAY_NOTES: DayNotes = { excused: [], delayed: [], offered: undefined };

/** How many excused days are remembered. The phone should have received them by then. */
export const EXCUSED_LIMIT = 28;

export function isExcused({ excused }: DayNotes, day: Day): boolean {
  return excused.some(([known]) => known === day);
}

/** Leaves a day out, or changes the reason. */
export function excuse(notes: DayNotes, day: Day, reason: ExcuseReason): DayNotes {
  const others = notes.excused.filter(([known]) => known !== day);
  const excused = [...others, [day, reason] as const].sort(([one], [other]) => one - other);
  return { ...notes, excused: excused.slice(-EXCUSED_LIMIT) };
}

/** Undoes leaving a day out. */
export function unexcuse(notes: DayNotes, day: Day): DayNotes {
  return { ...notes, excused: notes.excused.filter(([known]) => known !== day) };
}

/** Excused days as a text of at most 252 characters, `20588u,20590a`: each day with the first letter of its reason. */
export function leftOutText(excused: DayNotes['excused']): string {
  return excused.map(([day, reason]) => `${day}${reason.charAt(0)}`).join();
}

/** Parses such a text; skips invalid entries. */
export function leftOutFrom(text: string): DayNotes['excused'] {
  return text.split(',').flatMap((part) => {
    const [, day, letter] = /^(\d{1,6})([a-z])$/.exec(part) ?? [];
    const reason = EXCUSE_REASONS.find((known) => letter !== undefined && known.startsWith(letter));
    return reason ? [[Number(day), reason] as const] : [];
  });
}

/** The moments a person can put a reminder off to. */
export const DELAYS = ['quarter', 'hour', 'evening'] as const;
export type Delay = (typeof DELAYS)[number];

/**
 * The moment a delay ends; undefined if it would not ring then: the person's day is over, the evening has already come,
 * or it is a quiet hour.
 */
export function delayEnd(
  delay: Delay,
  { evening, quiet }: Pick<Reminders, 'evening' | 'quiet'>,
  here: Here,
): Instant | undefined {
  const at = delayedTo(delay, evening, here);
  if (isQuietAt(quiet, minuteAt(at, here.utcOffset))) return undefined;
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

/**
 * Makes the reminders at these places wait until this moment. Others that waited for the same moment as one of these
 * wait no more, since that one has rung for all.
 */
export function delay(
  notes: DayNotes,
  places: readonly ReminderPlace[],
  until: Instant,
  { at }: Pick<Reminders, 'at'>,
): DayNotes {
  const before = places.map((place) => notes.delayed[place - 1]?.[0]);
  const delayed = REMINDER_PLACES.map((place) => {
    const wait = notes.delayed[place - 1];
    if (places.includes(place)) return [until, at[place]?.added ?? 0] as const;
    return before.includes(wait?.[0]) ? undefined : wait;
  });
  return { ...notes, delayed };
}

/** Until when a reminder waits; undefined if it does not, or if it was an older one at its place that did. */
export function waitsUntil(
  [until, added]: Wait | readonly [] = [],
  reminder: Pick<Reminder, 'added'> | undefined,
): Instant | undefined {
  return added === (reminder?.added ?? 0) ? until : undefined;
}

/** The file of the notes, for code that only reads it. */
export const DAY_NOTES: Readable<DayNotes> = {
  name: 'day-notes',
  version: 1,
  initial: NO_DAY_NOTES,
  read(json) {
    if (!isFields(json)) return undefined;
    const { excused, delayed, offered } = json;
    if (!Array.isArray(excused) || !Array.isArray(delayed)) return undefined;
    const known = excused.filter(isExcuse);
    const value = {
      excused: known,
      delayed: delayed.map(waitFrom),
      offered: isWhole(offered) ? offered : undefined,
    };
    return { value, problem: known.length < excused.length ? 'damaged' : undefined };
  },
};

/** The same file, for code that writes it. */
export const DAY_NOTES_FILE: Stored<DayNotes> = {
  ...DAY_NOTES,
  write: ({ excused, delayed, offered }) => ({
    version: 1,
    excused,
    delayed: delayed.map((wait) => wait ?? 0),
    ...(offered === undefined ? {} : { offered }),
  }),
};

/** An older Legato wrote the moment only. */
function waitFrom(json: unknown): Wait | undefined {
  const [until, added = 0] = Array.isArray(json) ? (json as readonly unknown[]) : [json];
  return isInstant(until) && until > 0 && isWhole(added) ? [until, added] : undefined;
}

function isExcuse(entry: unknown): entry is readonly [Day, ExcuseReason] {
  const [day, reason] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  return isWhole(day) && (EXCUSE_REASONS as readonly unknown[]).includes(reason);
}
