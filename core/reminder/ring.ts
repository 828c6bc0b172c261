import { REMINDER_PLACES } from '../alarm/reminder-alarm';
import type { LaterRing, ReminderPlace, Rung } from '../alarm/reminder-alarm';
import type { Day, Here } from '../calendar/day';
import { dayAt, weekdayOf } from '../calendar/day';
import type { Fact } from '../fact';
import type { Instant, Millis } from '../time';
import { HOUR, MINUTE } from '../time';
import type { DayState, Decision } from './decide';
import { decide, isBegun } from './decide';
import type { MinuteOfDay, Reminder, Reminders } from './reminder';
import { isQuietAt, minuteAt, remindersOn } from './reminder';

/** An alarm that rings once, in addition to a reminder's daily one. */
export interface OneShot {
  readonly why: LaterRing;
  readonly at: Instant;
  /** The only day it is for. */
  readonly day: Day;
  /** Repeats left after it. */
  readonly left: number;
}

/** What is known about a reminder on this day, apart from what was massaged. */
export interface Memory {
  readonly day: Day;
  /** When it last rang; undefined if it did not. */
  readonly rangAt: Instant | undefined;
  /** The later moment the person has asked for. */
  readonly delayedUntil: Instant | undefined;
  /** Whether another reminder rings for this one at that moment. */
  readonly isShared: boolean;
}

/** Everything that matters when an alarm of a reminder rings. */
export interface RingFacts {
  readonly reminders: Reminders;
  readonly place: ReminderPlace;
  readonly rung: Rung;
  readonly here: Here;
  readonly today: Omit<DayState, 'isItsDay'>;
  readonly isSilenced: Fact;
  readonly memory: Memory | undefined;
}

/** The result of a ring. */
export interface Outcome {
  readonly day: Day;
  readonly decision: Decision;
  /** The one-shot that replaces the reminder's current one; `asBefore` keeps it. */
  readonly next: OneShot | 'none' | 'asBefore';
  /** Whether the daily alarm came at the wrong hour, for example after a flight, and must be set again. */
  readonly isAstray: boolean;
}

/**
 * How late a ring may come and still be valid. If the clock skips the reminder's hour, the ring comes within an hour.
 */
export const LATEST: Millis = HOUR;

/** An alarm rings on the second, and a watch may take a few seconds to wake. */
const GRAIN: Millis = MINUTE;

/** How long until a reminder checks again whether a quiet mode is over. */
export const LOOK_AGAIN: Millis = 15 * MINUTE;

/**
 * The least time between two rings of a reminder, other than a delay the person chose. An alarm may ring twice, and a
 * clock that is set back reaches the same hour again.
 */
const APART: Millis = 10 * MINUTE;

/**
 * Decides what to do when an alarm of a reminder rings. It has no side effects, so it can be asked again for another
 * moment.
 */
export function ring(facts: RingFacts): Outcome {
  const { reminders, place, rung, here, memory } = facts;
  const day = dayAt(here);
  const reminder = reminders.at[place];
  const off = reminder ? hoursOff(rung, reminder, reminders, here) : 0;
  const isAstray = rung.why === 'first' && (off < 0 || off > GRAIN);
  const keeps = (because: Refusal): Outcome => {
    return { day, decision: { act: 'silent', because, then: undefined }, next: 'asBefore', isAstray };
  };
  if (!reminder) return keeps('notItsDay');
  if (rung.why !== 'first' && rung.day !== day) return keeps('anotherDay');
  if (off < 0) return keeps('early');
  if (off > LATEST + GRAIN) return keeps('late');
  const today = memory?.day === day ? memory : undefined;
  if (today && isRepeated(rung, today, here.now)) return keeps('rangAlready');
  const left = rung.why === 'first' ? repeatsOn(reminder, day) : rung.left;
  const decision = decide(stateOf(facts, reminder, left, today));
  const next = following(facts, reminder, decision, left, today) ?? 'none';
  return { day, decision, next, isAstray };
}

type Refusal = 'notItsDay' | 'anotherDay' | 'early' | 'late' | 'rangAlready';

function isRepeated({ why }: Rung, { rangAt, delayedUntil }: Memory, now: Instant): boolean {
  if (rangAt === undefined) return false;
  // Where alarms cannot be cancelled, there may be two for the moment that was chosen.
  if (why === 'later') return Math.abs(rangAt - (delayedUntil ?? 0)) <= GRAIN;
  return why === 'first' || Math.abs(now - rangAt) < APART;
}

function stateOf(
  { reminders, place, rung, here, today, isSilenced }: RingFacts,
  reminder: Reminder,
  repeatsLeft: number,
  memory: Memory | undefined,
): Parameters<typeof decide>[0] {
  const day = dayAt(here);
  const minute = minuteAt(here.now, here.utcOffset);
  const { why } = rung;
  // The alarm of a delay rings on a whole second, which can be earlier than the delay ends.
  const early = why === 'later' ? GRAIN : 0;
  const isDelayed = (memory?.delayedUntil ?? 0) - early > here.now;
  const isOwnDay = isItsDay(reminder, day);
  const isPutOff = reminder.isOn && isFor(day, memory?.delayedUntil, here) && (isDelayed || why !== 'first');
  return {
    ...today,
    isItsDay: isOwnDay || isPutOff,
    isQuietHour: isQuietAt(reminders.quiet, minute),
    isSilenced,
    repeatsLeft,
    isDelayed,
    isAskedFor: why === 'later' || (why === 'look' && isOwed(memory?.delayedUntil, memory?.rangAt, here)),
    isEvening: here.now >= instantOf(reminders.evening, here),
    // Asked only where it matters, since a service has little time.
    hasEvening: isBegun(today) && eveningPlace(reminders, here) === place,
  };
}

/** The one-shot that follows a decision; undefined if it would fall on another day. */
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
      return memory?.delayedUntil === undefined || memory.isShared
        ? undefined
        : shot(memory.delayedUntil, left);
    case 'look':
      return shot(here.now + LOOK_AGAIN, left);
    case 'evening':
      return shot(instantOf(reminders.evening, here), 0);
    case undefined:
      return undefined;
  }
}

export function isItsDay(reminder: Reminder | undefined, day: Day): boolean {
  return reminder?.isOn === true && reminder.weekdays.includes(weekdayOf(day));
}

/**
 * The reminder that looks after the evening of the present day: the first that rings in it at its own hour or, if none
 * does, the first whose day it is.
 */
export function eveningPlace(reminders: Reminders, here: Here): ReminderPlace | undefined {
  const today = REMINDER_PLACES.filter((place) => isItsDay(reminders.at[place], dayAt(here)));
  return today.find((place) => hasEveningHour(reminders, place, here)) ?? today[0];
}

/** Whether the hour of a reminder is in the evening, and not a quiet one. */
export function hasEveningHour({ at, evening, quiet }: Reminders, place: ReminderPlace, here: Here): boolean {
  const minute = at[place]?.minute ?? 0;
  return !isQuietAt(quiet, minute) && instantOf(minute, here) >= instantOf(evening, here);
}

/** How often it rings again on a day. On a day that is not its own it rings only because the person asked, and once. */
function repeatsOn(reminder: Reminder, day: Day): number {
  return isItsDay(reminder, day) ? reminder.repeats : 0;
}

/** Whether the moment to which a reminder was put off belongs to this day. */
export function isFor(day: Day, delayedUntil: Instant | undefined, here: Here): boolean {
  return delayedUntil !== undefined && dayAt({ ...here, now: delayedUntil }) === day;
}

/** Whether the moment the person asked for has come on the present day, and nothing has rung since. */
export function isOwed(delayedUntil: Instant | undefined, rangAt: Instant | undefined, here: Here): boolean {
  if (delayedUntil === undefined || !isFor(dayAt(here), delayedUntil, here)) return false;
  return delayedUntil - GRAIN <= here.now && (rangAt === undefined || rangAt < delayedUntil - GRAIN);
}

/**
 * Whether another reminder waits for the same moment and rings for both: those put off together ring once, the first
 * that is on.
 */
export function isSharedBy(
  place: ReminderPlace,
  reminders: Reminders,
  delayed: Readonly<Partial<Record<ReminderPlace, Instant | undefined>>>,
): boolean {
  const until = delayed[place];
  return until !== undefined && remindersOn(reminders).find((each) => delayed[each] === until) !== place;
}

/** The instant of a time of day on the person's present day, which includes the small hours before the day ends. */
export function instantOf(minute: MinuteOfDay, here: Here): Instant {
  return instantOn(dayAt(here), minute, here);
}

function instantOn(day: Day, minute: MinuteOfDay, { utcOffset, dayEnd }: Here): Instant {
  const isAfterMidnight = minute < dayEnd * 60;
  return (day + (isAfterMidnight ? 1 : 0)) * 24 * HOUR + (minute - utcOffset) * MINUTE;
}

/**
 * How far the present time is past the hour of the place that an alarm is for; negative if the hour of a daily alarm is
 * closer ahead than behind. A delay counts from when the person chose it, wherever that was.
 */
function hoursOff({ why }: Rung, { minute }: Reminder, { evening }: Reminders, here: Here): Millis {
  const { now, utcOffset } = here;
  // Before the evening, `decide` waits for it.
  if (why === 'evening') return Math.max(0, now - instantOf(evening, here));
  if (why !== 'first') return 0;
  const late = Math.round((minuteAt(now, utcOffset) - minute) * MINUTE);
  const half = 12 * HOUR;
  return ((late + half + 24 * HOUR) % (24 * HOUR)) - half;
}

/**
 * When the daily alarm of a reminder at this time of day should ring next after `now`. Any day will do, since its service
 * checks the day of the week.
 */
export function dailyAt(minute: MinuteOfDay, here: Here): Instant {
  const today = instantOf(minute, here);
  return today > here.now ? today : today + 24 * HOUR;
}
