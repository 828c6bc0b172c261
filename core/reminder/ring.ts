import type { Day } from '../calendar/day';
import { dayOf, weekdayOf } from '../calendar/day';
import type { Fact } from '../fact';
import type { Instant, Millis } from '../time';
import { HOUR, MINUTE } from '../time';
import type { DayState, Decision, RingKind } from './decide';
import { decide } from './decide';
import type { MinuteOfDay, Reminder, ReminderPlace, Reminders } from './reminder';
import { isQuietAt, minuteAt, remindersOn } from './reminder';

/** An alarm that rings once, beside the daily one of a reminder. */
export interface OneShot {
  readonly why: Exclude<RingKind, 'first'>;
  readonly at: Instant;
  /** It is for this day only. */
  readonly day: Day;
  /** Rings that are left after it. */
  readonly left: number;
}

/** What an alarm says of itself that has rung: the daily one only that it is that. */
export type Rung = { readonly why: 'first' } | Omit<OneShot, 'at'>;

/** Where and when one is. */
export interface Here {
  readonly now: Instant;
  /** Minutes by which local time is ahead of UTC. */
  readonly utcOffset: number;
  /** Hours after midnight at which the person's day ends. */
  readonly dayEnd: number;
}

/** What is known of a reminder this day, besides what was massaged. */
export interface Memory {
  readonly day: Day;
  /** When it rang last; nothing where it did not. */
  readonly rangAt: Instant | undefined;
  /** The later moment that the person has asked for. */
  readonly delayedUntil: Instant | undefined;
}

/** All that counts when an alarm of a reminder rings. */
export interface RingFacts {
  readonly reminders: Reminders;
  readonly place: ReminderPlace;
  readonly rung: Rung;
  readonly here: Here;
  readonly today: Omit<DayState, 'isItsDay'>;
  readonly isSilenced: Fact;
  readonly memory: Memory | undefined;
}

/** What a ring comes to. */
export interface Outcome {
  readonly day: Day;
  readonly decision: Decision;
  /** The one-shot that takes the place of what the reminder had; `asBefore` leaves that alone. */
  readonly next: OneShot | 'none' | 'asBefore';
  /** The daily alarm came at a wrong hour, as after a flight, and is to be set anew. */
  readonly isAstray: boolean;
}

/** So late a ring is still true: where the clock leaps over its hour it comes within an hour. */
export const LATEST: Millis = HOUR;

/** An alarm rings on the second, and a watch may take a few to wake. */
const GRAIN: Millis = MINUTE;

/** After so long a reminder looks again whether a quiet mode is over. */
export const LOOK_AGAIN: Millis = 15 * MINUTE;

/**
 * No two rings of a reminder are closer, but for a delay that the person has chosen: an alarm may ring twice, and a clock that is
 * put back comes to the same hour again.
 */
const APART: Millis = 10 * MINUTE;

/** Decides what an alarm of a reminder is good for. Asking again at another moment is another question, and changes nothing. */
export function ring(facts: RingFacts): Outcome {
  const { reminders, place, rung, here, memory } = facts;
  const day = dayAt(here);
  const reminder = reminders.at[place];
  const off = rung.why === 'first' && reminder ? hoursOff(reminder, here) : 0;
  const isAstray = off < 0 || off > GRAIN;
  const keeps = (because: Refusal): Outcome => {
    return { day, decision: { act: 'silent', because, then: undefined }, next: 'asBefore', isAstray };
  };
  if (!reminder) return keeps('notItsDay');
  if (rung.why !== 'first' && rung.day !== day) return keeps('anotherDay');
  if (off < 0) return keeps('early');
  if (off > LATEST + GRAIN) return keeps('late');
  const today = memory?.day === day ? memory : undefined;
  if (today && isRepeated(rung, today, here.now)) return keeps('rangAlready');
  const left = rung.why === 'first' ? reminder.repeats : rung.left;
  const decision = decide(stateOf(facts, reminder, left, today));
  const next = following(facts, reminder, decision, left, today) ?? 'none';
  return { day, decision, next, isAstray };
}

type Refusal = 'notItsDay' | 'anotherDay' | 'early' | 'late' | 'rangAlready';

function isRepeated({ why }: Rung, { rangAt }: Memory, now: Instant): boolean {
  if (rangAt === undefined) return false;
  return why === 'first' || (why !== 'later' && Math.abs(now - rangAt) < APART);
}

function stateOf(
  { reminders, place, here, today, isSilenced }: RingFacts,
  reminder: Reminder,
  repeatsLeft: number,
  memory: Memory | undefined,
): Parameters<typeof decide>[0] {
  const minute = minuteAt(here.now, here.utcOffset);
  const until = memory?.delayedUntil;
  return {
    ...today,
    isItsDay: isItsDay(reminder, dayAt(here)),
    isQuietHour: isQuietAt(reminders.quiet, minute),
    isSilenced,
    repeatsLeft,
    isDelayed: until !== undefined && until > here.now,
    isEvening: here.now >= instantOf(reminders.evening, here),
    hasEvening: remindersOn(reminders)[0] === place,
  };
}

/** The one-shot after a decision; nothing where it would be of another day. */
function following(
  { reminders, here }: RingFacts,
  { every }: Reminder,
  { then }: Decision,
  left: number,
  memory: Memory | undefined,
): OneShot | undefined {
  const shot = (at: Instant, leftThen: number): OneShot | undefined =>
    then && dayAt({ ...here, now: at }) === dayAt(here)
      ? { why: then, at, day: dayAt(here), left: leftThen }
      : undefined;
  switch (then) {
    case 'again':
      return shot(here.now + every * MINUTE, left - 1);
    case 'later':
      return memory?.delayedUntil === undefined ? undefined : shot(memory.delayedUntil, left);
    case 'look':
      return shot(here.now + LOOK_AGAIN, left);
    case 'evening':
      return shot(instantOf(reminders.evening, here), 0);
    case undefined:
      return undefined;
  }
}

export function dayAt({ now, utcOffset, dayEnd }: Here): Day {
  return dayOf({ startedAt: now, utcOffset }, dayEnd);
}

export function isItsDay({ isOn, weekdays }: Reminder, day: Day): boolean {
  return isOn && weekdays.includes(weekdayOf(day));
}

/** When it is this time of day on the person's present day; the small hours before the end of a day belong to it. */
export function instantOf(minute: MinuteOfDay, here: Here): Instant {
  return instantOn(dayAt(here), minute, here);
}

function instantOn(day: Day, minute: MinuteOfDay, { utcOffset, dayEnd }: Here): Instant {
  const isAfterMidnight = minute < dayEnd * 60;
  return (day + (isAfterMidnight ? 1 : 0)) * 24 * HOUR + (minute - utcOffset) * MINUTE;
}

/** How much later than the hour of the reminder it is; below nothing where the hour is nearer ahead than behind. */
function hoursOff({ minute }: Reminder, { now, utcOffset }: Here): Millis {
  const late = Math.round((minuteAt(now, utcOffset) - minute) * MINUTE);
  const half = 12 * HOUR;
  return ((late + half + 24 * HOUR) % (24 * HOUR)) - half;
}

/** When the daily alarm of a reminder is to ring next, after `now`, on whatever day: its service decides whether it is the day. */
export function dailyAt({ minute }: Reminder, here: Here): Instant {
  const today = instantOf(minute, here);
  return today > here.now ? today : today + 24 * HOUR;
}
