import type { ReminderPlace } from '../alarm/reminder-alarm';
import { REMINDER_PLACES } from '../alarm/reminder-alarm';
import { EVERY_DAY } from '../calendar/day';
import { isWhole } from '../json';
import type { Instant } from '../time';
import { HOUR, MINUTE } from '../time';

/** A time of day in minutes after midnight, usually whole. */
export type MinuteOfDay = number;

export const MINUTES_A_DAY = 24 * 60;

/** What a person wants to be reminded of, and when. */
export interface Reminder {
  readonly isOn: boolean;
  /** The moment in the person's own words, such as "After the shower"; may be empty. */
  readonly words: string;
  readonly minute: MinuteOfDay;
  /** From 1 for Monday to 7 for Sunday, ascending; at least one. */
  readonly weekdays: readonly number[];
  /** How often it rings again while nothing has been done. */
  readonly repeats: number;
  /** Minutes between two rings. */
  readonly every: number;
  /**
   * Which of those that were ever added at its place it is, so that none is taken for an older one. Undefined of one that
   * an older Legato has added or changed.
   */
  readonly added?: number | undefined;
}

/** What ties the mark of a run to its reminder: another reminder, or another hour, makes another key. */
export type ReminderKey = string;

export function keyOf({ minute, added }: Pick<Reminder, 'minute' | 'added'>): ReminderKey {
  return added === undefined ? String(minute) : `${minute}-${added}`;
}

/**
 * The hours in which nothing rings, from `from` (included) to `until` (excluded); they span midnight if `until` is
 * earlier.
 */
export interface QuietHours {
  readonly from: MinuteOfDay;
  readonly until: MinuteOfDay;
}

/** Everything a person can set about reminders. */
export interface Reminders {
  readonly at: Readonly<Record<ReminderPlace, Reminder | undefined>>;
  readonly quiet: QuietHours;
  readonly evening: MinuteOfDay;
}

/** The places of the reminders that are on. */
export function remindersOn({ at }: Reminders): readonly ReminderPlace[] {
  return REMINDER_PLACES.filter((place) => at[place]?.isOn === true);
}

/** The maximum length of the words, in characters, so that they can be read at a glance. */
export const WORDS_LIMIT = 40;
export const REPEATS_LIMIT = 4;
/** Minutes between two rings of a reminder. */
export const EVERY_LIMITS = { min: 15, max: 240 } as const;

/** The defaults of a newly added reminder. */
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

/** No quiet hours: both ends are equal. */
export const NO_QUIET_HOURS: QuietHours = { from: 0, until: 0 };

/** Cleans up what a person typed: puts it on one line and cuts it to the limit, without cutting an emoji in two. */
export function wordsFrom(text: string): string {
  const signs = text.replace(/\s+/g, ' ').trim().match(SIGNS) ?? [];
  const at = (place: number): string => signs[place] ?? '';
  let end = WORDS_LIMIT;
  while (end > 0 && (at(end - 1) === JOINER || JOINS.test(at(end)))) end -= 1;
  // The flag of a country is two letters: in a row of them the first and second, the third and fourth, and so on.
  let letters = 0;
  while (LETTER.test(at(end)) && LETTER.test(at(end - 1 - letters))) letters += 1;
  return signs
    .slice(0, end - (letters % 2))
    .join('')
    .trim();
}

/** All but halves of signs. */
const SIGNS = /[\ud800-\udbff][\udc00-\udfff]|[^\ud800-\udfff]/g;

/**
 * What belongs to the sign before it: a joiner, a form of an emoji, a key, a colour of the skin, a letter in the flag of
 * a part of a country.
 */
const JOINS = /^(?:\u200d|\ufe0e|\ufe0f|\u20e3|\ud83c[\udffb-\udfff]|\udb40)/;
const JOINER = '\u200d';
const LETTER = /^\ud83c[\udde6-\uddff]/;

/**
 * The time of day at `now`, including the fraction of a minute, where local time is `utcOffset` minutes ahead of UTC.
 */
export function minuteAt(now: Instant, utcOffset: number): number {
  const local = (now + utcOffset * MINUTE) % (24 * HOUR);
  return ((local + 24 * HOUR) % (24 * HOUR)) / MINUTE;
}

export function isQuietAt({ from, until }: QuietHours, minute: number): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** A reminder as the text in which it is stored and sent. */
export function reminderText({ isOn, words, minute, weekdays, repeats, every, added }: Reminder): string {
  const own = added === undefined ? [] : [added];
  return JSON.stringify([isOn ? 1 : 0, minute, weekdays.join(''), repeats, every, words, ...own]);
}

/**
 * Parses such a text; undefined if it is invalid. Fields that this version of Legato does not know are ignored. Its words
 * are those of `wordsFrom`, so they are only kept from being longer, and the watch need not carry that.
 */
export function reminderFrom(json: unknown): Reminder | undefined {
  if (!Array.isArray(json)) return undefined;
  const [isOn, minute, days, repeats, every, words, own] = json as readonly unknown[];
  if (!isMinute(minute) || !isDays(days) || typeof words !== 'string') return undefined;
  if (!isWhole(repeats) || repeats > REPEATS_LIMIT) return undefined;
  if (!isWhole(every, EVERY_LIMITS.min) || every > EVERY_LIMITS.max) return undefined;
  const weekdays = Array.from(days, Number);
  const added = isWhole(own) ? own : undefined;
  return {
    isOn: isOn === 1,
    words: words.slice(0, 2 * WORDS_LIMIT),
    minute,
    weekdays,
    repeats,
    every,
    added,
  };
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
