/**
 * The places for reminders. A reminder keeps its place; the first whose day it is looks after the evening (`decide`).
 */
export const REMINDER_PLACES = [1, 2, 3] as const;
export type ReminderPlace = (typeof REMINDER_PLACES)[number];

/**
 * What a ring of a reminder is for: the set hour, a repeat, the end of a delay, another look after a quiet mode, or the
 * other leg.
 */
export const REMINDER_RINGS = ['first', 'again', 'later', 'look', 'evening'] as const;
export type ReminderRing = (typeof REMINDER_RINGS)[number];
/** Those of a one-shot. */
export type LaterRing = Exclude<ReminderRing, 'first'>;

/**
 * What an alarm of a reminder says about itself: the daily one only that it is the daily one, a one-shot the only day it
 * is for and how many repeats are left after it.
 */
export type Rung =
  { readonly why: 'first' } | { readonly why: LaterRing; readonly day: number; readonly left: number };
