import { isWhole } from '../json';
import type { Instant } from '../time';
import { HOUR, MINUTE } from '../time';

/** A reminder has a place, which stays its own: the first one looks after the evening (`decide`). */
export const REMINDER_PLACES = [1, 2, 3] as const;
export type ReminderPlace = (typeof REMINDER_PLACES)[number];

/** A time of day, as whole minutes after midnight where one is. */
export type MinuteOfDay = number;

export const MINUTES_A_DAY = 24 * 60;

/** What a person wants to be reminded of, and when. */
export interface Reminder {
  readonly isOn: boolean;
  /** The moment in the person's own words, as "After the shower"; may be empty. */
  readonly words: string;
  readonly minute: MinuteOfDay;
  /** 1 for a Monday up to 7 for a Sunday, growing; at least one. */
  readonly weekdays: readonly number[];
  /** How often it rings again while nothing was done. */
  readonly repeats: number;
  /** Minutes from one ring to the next. */
  readonly every: number;
}

/** The hours in which nothing rings, from the first minute until before the last; over midnight where the last is the earlier. */
export interface QuietHours {
  readonly from: MinuteOfDay;
  readonly until: MinuteOfDay;
}

/** All that a person can set of reminders. */
export interface Reminders {
  readonly at: Readonly<Record<ReminderPlace, Reminder | undefined>>;
  readonly quiet: QuietHours;
  readonly evening: MinuteOfDay;
}

/** The reminders that are on, by their places. */
export function remindersOn({ at }: Reminders): readonly ReminderPlace[] {
  return REMINDER_PLACES.filter((place) => at[place]?.isOn === true);
}

/** Words have at most so many characters. They have to be read at a glance. */
export const WORDS_LIMIT = 40;
export const REPEATS_LIMIT = 4;
/** Minutes between two rings of a reminder. */
export const EVERY_LIMITS = { min: 15, max: 240 } as const;

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** What a reminder is like that a person has just added. */
export const NEW_REMINDER: Reminder = {
  isOn: true,
  words: '',
  minute: 8 * 60,
  weekdays: EVERY_DAY,
  repeats: 1,
  every: 60,
};

/** When the other leg is reminded of, and what "this evening" means. */
export const EVENING: MinuteOfDay = 20 * 60;

/** No quiet hours: none of the two is after the other. */
export const NO_QUIET_HOURS: QuietHours = { from: 0, until: 0 };

/**
 * Words as they are kept, from whatever a person typed: in one line, and no longer than there is room for. A sign that takes two
 * units is not cut in two.
 */
export function wordsFrom(text: string): string {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim());
  return signs
    .filter((sign) => !/^[\ud800-\udfff]$/.test(sign))
    .slice(0, WORDS_LIMIT)
    .join('')
    .trim();
}

/** The time of day at `now`, where local time is `utcOffset` minutes ahead of UTC; with its part of a minute. */
export function minuteAt(now: Instant, utcOffset: number): number {
  const local = (now + utcOffset * MINUTE) % (24 * HOUR);
  return ((local + 24 * HOUR) % (24 * HOUR)) / MINUTE;
}

export function isQuietAt({ from, until }: QuietHours, minute: number): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** A reminder as a text, in which it is stored and travels. */
export function reminderText({ isOn, words, minute, weekdays, repeats, every }: Reminder): string {
  return JSON.stringify([isOn ? 1 : 0, minute, weekdays.join(''), repeats, every, words]);
}

/** Reads such a text; nothing for what is none. More than this Legato knows of is passed over. */
export function reminderFrom(json: unknown): Reminder | undefined {
  if (!Array.isArray(json)) return undefined;
  const [isOn, minute, days, repeats, every, words] = json as readonly unknown[];
  if (!isMinute(minute) || !isDays(days) || typeof words !== 'string') return undefined;
  if (!isWhole(repeats) || repeats > REPEATS_LIMIT) return undefined;
  if (!isWhole(every, EVERY_LIMITS.min) || every > EVERY_LIMITS.max) return undefined;
  const weekdays = Array.from(days, Number);
  return { isOn: isOn === 1, words: wordsFrom(words), minute, weekdays, repeats, every };
}

export function quietHoursText({ from, until }: QuietHours): string {
  return JSON.stringify([from, until]);
}

export function quietHoursFrom(json: unknown): QuietHours | undefined {
  const [from, until] = Array.isArray(json) ? (json as readonly unknown[]) : [];
  return isMinute(from) && isMinute(until) ? { from, until } : undefined;
}

export function isMinute(value: unknown): value is MinuteOfDay {
  return isWhole(value) && value < MINUTES_A_DAY;
}

function isDays(value: unknown): value is string {
  return typeof value === 'string' && /^1?2?3?4?5?6?7?$/.test(value) && value !== '';
}
