import type { ReminderPlace, ReminderRing } from '../alarm/reminder-alarm';
import type { Here } from '../calendar/day';
import { dayAt } from '../calendar/day';
import type { QuietMode } from '../session/delivery';
import type { Instant } from '../time';
import { HOUR, MINUTE } from '../time';
import type { DayState, Silence } from './decide';
import { isBegun, nothingToDo, SILENCES } from './decide';
import type { ReminderMark } from './mark';
import { rangFor } from './mark';
import type { MinuteOfDay, Reminder, Reminders } from './reminder';
import { isQuietAt, minuteAt, remindersOn } from './reminder';
import type { OneShot } from './ring';
import {
  dailyAt,
  eveningPlace,
  hasEveningHour,
  instantOf,
  isFor,
  isItsDay,
  LATEST,
  LOOK_AGAIN,
} from './ring';

/** When a reminder will ring next, as far as is known now. */
export interface Coming {
  readonly place: ReminderPlace;
  readonly at: Instant;
  readonly why: ReminderRing;
}

/** What is known about one reminder, apart from the day. */
export interface Known {
  readonly mark: ReminderMark | undefined;
  readonly delayedUntil: Instant | undefined;
  /** Whether another reminder rings for this one at that moment. */
  readonly isShared: boolean;
  /**
   * The first ring of its daily alarm since the person set it. A reminder that was set after its hour begins the next
   * day.
   */
  readonly setFrom: Instant;
  /** The quiet mode in which the watch is now. */
  readonly mode: QuietMode | undefined;
}

/**
 * When and why a reminder rings next, assuming that the person does nothing until then; they may still do something
 * that keeps it silent. Undefined if it is off, all legs are locked, or each of its rings falls into the quiet hours.
 */
export function comingOf(
  reminders: Reminders,
  place: ReminderPlace,
  today: Omit<DayState, 'isItsDay'>,
  known: Known,
  here: Here,
): Coming | undefined {
  const reminder = reminders.at[place];
  if (!reminder?.isOn || areAllLocked(today)) return undefined;
  const day = dayAt(here);
  const isOver = nothingToDo({ ...today, isItsDay: true }) !== undefined;
  const shot = isOver ? undefined : oneShotWanted(reminders, place, today, known, here);
  const isLeft = (at: Instant): boolean => isBegun(today) && at < instantOf(reminders.evening, here);
  const shotAt = shot && audible(reminders, reminder, shot.at, isLeft(shot.at) ? 0 : shot.left, here);
  if (shot && shotAt !== undefined)
    return { place, at: shotAt, why: shot.at === shotAt ? shot.why : 'again' };
  const rang = rangFor(day, known.mark);
  const next = dailyAt(reminder.minute, here);
  for (const later of WITHIN_A_WEEK) {
    const at = next + later * 24 * HOUR;
    const itsDay = dayAt({ ...here, now: at });
    if ((rang && itsDay <= rang.on) || !isItsDay(reminder, itsDay)) continue;
    const isToday = itsDay === day;
    if (isToday && (isOver || at < (known.delayedUntil ?? 0))) continue;
    if (isToday && isLeft(at)) continue;
    const rings = audible(reminders, reminder, at, reminder.repeats, here);
    if (rings !== undefined) return { place, at: rings, why: rings === at ? 'first' : 'again' };
  }
  return undefined;
}

/** Why a reminder that is on has nothing ahead: all legs are locked, or each of its rings falls into the quiet hours. */
export function whyNever(today: Omit<DayState, 'isItsDay'>): Extract<Silence, 'locked' | 'quietHours'> {
  return areAllLocked(today) ? 'locked' : 'quietHours';
}

function areAllLocked({ planned, locked }: Omit<DayState, 'isItsDay'>): boolean {
  return planned.every((leg) => locked.includes(leg));
}

/** The first moment outside the quiet hours among a ring and its repeats; undefined if there is none on that day. */
function audible(
  { quiet }: Reminders,
  { every }: Reminder,
  at: Instant,
  left: number,
  here: Here,
): Instant | undefined {
  const day = dayAt({ ...here, now: at });
  for (let turn = 0; turn <= left; turn += 1) {
    const then = at + turn * every * MINUTE;
    const isStillTheDay = dayAt({ ...here, now: then }) === day;
    if (isStillTheDay && !isQuietAt(quiet, minuteAt(then, here.utcOffset))) return then;
  }
  return undefined;
}

/**
 * The time of day at which a reminder rings first, which is later than its hour if that is a quiet one; undefined if it
 * and each repeat of its day fall into the quiet hours.
 */
export function firstHeard(
  reminders: Reminders,
  reminder: Reminder,
  dayEnd: number,
): MinuteOfDay | undefined {
  const here = { now: 24 * HOUR + reminder.minute * MINUTE, utcOffset: 0, dayEnd };
  const heard = audible(reminders, reminder, here.now, reminder.repeats, here);
  return heard === undefined ? undefined : minuteAt(heard, here.utcOffset);
}

/** Days from now on. Today's day of the week appears twice. */
const WITHIN_A_WEEK = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The one-shot a reminder should have now: the one its last run asked for, the later moment the person chose, or, if
 * one leg is left that no run knows of, the evening, unless its own hour is still to ring in it. Undefined if there is
 * nothing to do.
 *
 * An alarm that has come may have left no mark, as a service cannot while the screen is lit, also for a session. It is
 * then followed by what its run would have set: the next repeat, or in a quiet mode another look.
 */
export function oneShotWanted(
  reminders: Reminders,
  place: ReminderPlace,
  today: Omit<DayState, 'isItsDay'>,
  known: Known,
  here: Here,
): OneShot | undefined {
  const { mark, delayedUntil = 0, isShared } = known;
  const reminder = reminders.at[place];
  if (!reminder?.isOn) return undefined;
  const day = dayAt(here);
  const isPutOff = isFor(day, delayedUntil, here);
  if (nothingToDo({ ...today, isItsDay: isItsDay(reminder, day) || isPutOff })) return undefined;
  const pending = pendingOf(reminder, known, here);
  const isLook = pending?.why === 'look';
  if (!isBegun(today) || pending?.why === 'later' || (isLook && isPutOff)) return pending;
  const at = instantOf(reminders.evening, here);
  const isForBoth = isShared && delayedUntil > here.now;
  const isSaid = hasEveningHour(reminders, place, here) && (mark?.rang?.on ?? 0) < day;
  if (eveningPlace(reminders, here) === place && at > here.now && !isSaid && !isForBoth)
    return { why: 'evening', at, day, left: 0 };
  // A pending look after a quiet mode is kept, and in the evening a repeat as well.
  return isLook || (pending && pending.at >= at) ? pending : undefined;
}

/** What is still ahead of what the person, the last run, or one that left no mark has asked for on this day. */
function pendingOf(
  reminder: Reminder,
  { mark, delayedUntil = 0, isShared, setFrom, mode }: Known,
  here: Here,
): OneShot | undefined {
  const { now } = here;
  const day = dayAt(here);
  const isOwnDay = isItsDay(reminder, day);
  const repeats = isOwnDay ? reminder.repeats : 0;
  const due = instantOf(reminder.minute, here);
  const run = mark?.day === day ? mark : undefined;
  const ran = run?.at ?? 0;
  const rang = mark?.rang;
  const hasRun = (at: Instant): boolean => ran >= at - MINUTE && ran <= now;
  let asked = run?.next;
  // It may lie ahead again after it has rung, if the clock was set back.
  if (
    isFor(day, delayedUntil, here) &&
    !hasRun(delayedUntil) &&
    Math.abs((rang?.at ?? 0) - delayedUntil) > MINUTE
  ) {
    // It repeats from then on as often as was set, whatever has rung before.
    asked = isShared ? undefined : { why: 'later', at: delayedUntil, day, left: repeats };
  } else if (isOwnDay && due <= now && due >= setFrom && !hasRun(due) && (rang?.on ?? 0) < day) {
    asked = { why: 'again', at: due, day, left: repeats };
  }
  while (asked && asked.at <= now && (mode || asked.left > 0)) {
    asked = {
      ...asked,
      why: mode ? 'look' : 'again',
      at: asked.at + (mode ? LOOK_AGAIN : reminder.every * MINUTE),
      left: asked.left - (mode ? 0 : 1),
    };
  }
  // The person may have lowered the number of repeats since.
  return asked &&
    asked.at > now &&
    dayAt({ ...here, now: asked.at }) === day &&
    (asked.why !== 'again' || asked.left < repeats)
    ? { ...asked, left: Math.min(asked.left, repeats) }
    : undefined;
}

/**
 * The reminders that wait if the person wants to be reminded at `until` instead: all that would ring by then; if none
 * would, the one that rang last on the present day, or the next to ring; and all that already wait with any of these.
 * Those that wait together ring once (`isSharedBy`). Empty if none is on.
 */
export function waitingUntil(
  until: Instant,
  reminders: Reminders,
  today: Omit<DayState, 'isItsDay'>,
  knownAt: (place: ReminderPlace) => Known,
  here: Here,
): readonly ReminderPlace[] {
  const on = remindersOn(reminders);
  const coming = on
    .flatMap((place) => comingOf(reminders, place, today, knownAt(place), here) ?? [])
    .sort((one, other) => one.at - other.at);
  const before = coming.filter(({ at }) => at <= until).map(({ place }) => place);
  const wait = (place: ReminderPlace): Instant => knownAt(place).delayedUntil ?? 0;
  const andTheirs = (places: readonly ReminderPlace[]): readonly ReminderPlace[] =>
    on.filter((place) => {
      const isWaiting = wait(place) > here.now && places.some((each) => wait(each) === wait(place));
      return isWaiting || places.includes(place);
    });
  if (before.length > 0) return andTheirs(before);
  const rang = (place: ReminderPlace): Instant => rangFor(dayAt(here), knownAt(place).mark)?.at ?? 0;
  const last = on.reduce((most, place) => Math.max(most, rang(place)), 0);
  const meant = last > 0 ? on.find((place) => rang(place) === last) : (coming[0]?.place ?? on[0]);
  return meant === undefined ? [] : andTheirs([meant]);
}

/** What became of a reminder today. */
export type Today =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'rang'; readonly at: Instant }
  | { readonly kind: 'silent'; readonly because: Silence | 'refused'; readonly at: Instant }
  /**
   * Its hour has passed and no run is known: the watch was off, lost the alarm, or could not write a mark. Or one is
   * known, and not what became of its ring.
   */
  | { readonly kind: 'unknown' };

/**
 * What became of a reminder on the present day, to explain why it did or did not ring. `setFrom`: the first ring of its
 * daily alarm since the person set it; a reminder set after its hour begins the next day.
 */
export function toldOfToday(
  reminders: Reminders,
  place: ReminderPlace,
  mark: ReminderMark | undefined,
  setFrom: Instant | undefined,
  here: Here,
): Today {
  const reminder = reminders.at[place];
  const rang = rangFor(dayAt(here), mark);
  if (reminder && mark?.day === dayAt(here) && mark.came === 'unknown') return { kind: 'unknown' };
  if (reminder && rang) return { kind: 'rang', at: rang.at };
  if (reminder && mark?.day === dayAt(here)) {
    const { at, came } = mark;
    if (came !== 'early' && isReason(came)) return { kind: 'silent', because: came, at };
  }
  const due = reminder && instantOf(reminder.minute, here);
  if (due === undefined || due >= here.now || due < (setFrom ?? 0)) return { kind: 'ahead' };
  if (reminder && !isItsDay(reminder, dayAt(here))) return { kind: 'silent', because: 'notItsDay', at: due };
  // An alarm may be slightly late.
  return here.now - due < LATEST / 60 ? { kind: 'ahead' } : { kind: 'unknown' };
}

/** Whether a mark tells why it stayed silent; a later version of Legato may know more reasons. */
function isReason(came: ReminderMark['came']): came is Silence | 'refused' {
  return came === 'refused' || SILENCES.some((known) => known === came);
}
