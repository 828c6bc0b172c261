import type { ReminderPlace, ReminderRing } from '../alarm/reminder-alarm';
import type { Instant } from '../time';
import { HOUR } from '../time';
import type { DayState, Silence } from './decide';
import { nothingToDo } from './decide';
import type { ReminderMark } from './mark';
import { rangFor } from './mark';
import type { Reminders } from './reminder';
import { remindersOn } from './reminder';
import type { OneShot } from './ring';
import type { Here } from '../calendar/day';
import { dailyAt, instantOf, isItsDay, LATEST } from './ring';
import { dayAt } from '../calendar/day';

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
}

/**
 * When and why a reminder rings next, assuming that the person does nothing until then; they may still do something
 * that keeps it silent. Undefined if it is off.
 */
export function comingOf(
  reminders: Reminders,
  place: ReminderPlace,
  today: Omit<DayState, 'isItsDay'>,
  { mark, delayedUntil }: Known,
  here: Here,
): Coming | undefined {
  const reminder = reminders.at[place];
  if (!reminder?.isOn) return undefined;
  const day = dayAt(here);
  const isOver = nothingToDo({ ...today, isItsDay: true }) !== undefined;
  const shot = isOver ? undefined : oneShotWanted(reminders, place, today, { mark, delayedUntil }, here);
  if (shot) return { place, at: shot.at, why: shot.why };
  const rang = rangFor(day, mark);
  const first = dailyAt(reminder, here);
  const at = WITHIN_A_WEEK.map((later) => first + later * 24 * HOUR).find((each) => {
    const itsDay = dayAt({ ...here, now: each });
    const counts = itsDay !== day || !isOver;
    const hasRung = rang !== undefined && itsDay <= rang.on;
    return counts && !hasRung && isItsDay(reminder, itsDay);
  });
  return at === undefined ? undefined : { place, at, why: 'first' };
}

/** Days from now on. Today's day of the week appears twice. */
const WITHIN_A_WEEK = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The one-shot a reminder should have now: the one its last run asked for, the later moment the person chose, or, if
 * one leg is left that no run knows of, the evening. Undefined if there is nothing to do.
 */
export function oneShotWanted(
  reminders: Reminders,
  place: ReminderPlace,
  today: Omit<DayState, 'isItsDay'>,
  { mark, delayedUntil }: Known,
  here: Here,
): OneShot | undefined {
  const reminder = reminders.at[place];
  const day = dayAt(here);
  if (!reminder || nothingToDo({ ...today, isItsDay: isItsDay(reminder, day) })) return undefined;
  const isAhead = (at: Instant): boolean => at > here.now && dayAt({ ...here, now: at }) === day;
  const ofMark = mark?.day === day ? mark.next : undefined;
  if (delayedUntil !== undefined && isAhead(delayedUntil)) {
    return { why: 'later', at: delayedUntil, day, left: ofMark?.left ?? reminder.repeats };
  }
  const isBegun = today.planned.some((leg) => today.done.includes(leg));
  const left = ofMark && isAhead(ofMark.at) ? ofMark : undefined;
  if (!isBegun) return left;
  // A pending look after a quiet mode is kept, even in the evening.
  return eveningWanted(reminders, place, here, isAhead) ?? (left?.why === 'look' ? left : undefined);
}

function eveningWanted(
  reminders: Reminders,
  place: ReminderPlace,
  here: Here,
  isAhead: (at: Instant) => boolean,
): OneShot | undefined {
  const at = instantOf(reminders.evening, here);
  if (remindersOn(reminders)[0] !== place || !isAhead(at)) return undefined;
  return { why: 'evening', at, day: dayAt(here), left: 0 };
}

/**
 * The reminder that "later" refers to: the one that rang last on the present day, otherwise the next to ring. Undefined
 * if none will ring.
 */
export function meantBy(
  reminders: Reminders,
  today: Omit<DayState, 'isItsDay'>,
  knownAt: (place: ReminderPlace) => Known,
  here: Here,
): ReminderPlace | undefined {
  const on = remindersOn(reminders);
  const rang = (place: ReminderPlace): Instant => rangFor(dayAt(here), knownAt(place).mark)?.at ?? 0;
  const last = on.reduce((most, place) => Math.max(most, rang(place)), 0);
  if (last > 0) return on.find((place) => rang(place) === last);
  const coming = on.map((place) => comingOf(reminders, place, today, knownAt(place), here));
  return coming.reduce(
    (soonest, next) => (next && (!soonest || next.at < soonest.at) ? next : soonest),
    undefined,
  )?.place;
}

/** What became of a reminder today. */
export type Today =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'rang'; readonly at: Instant }
  | { readonly kind: 'silent'; readonly because: Silence | 'refused'; readonly at: Instant }
  /** Its hour has passed and no run is known: the watch was off, lost the alarm, or could not write a mark. */
  | { readonly kind: 'unknown' };

/** What became of a reminder on the present day, to explain why it did or did not ring. */
export function toldOfToday(
  reminders: Reminders,
  place: ReminderPlace,
  mark: ReminderMark | undefined,
  here: Here,
): Today {
  const reminder = reminders.at[place];
  const rang = rangFor(dayAt(here), mark);
  if (reminder && rang) return { kind: 'rang', at: rang.at };
  if (reminder && mark?.day === dayAt(here)) {
    const { at, came } = mark;
    if (came !== 'early' && came !== 'rang') return { kind: 'silent', because: came, at };
  }
  const due = reminder && instantOf(reminder.minute, here);
  if (due === undefined || due >= here.now) return { kind: 'ahead' };
  if (reminder && !isItsDay(reminder, dayAt(here))) return { kind: 'silent', because: 'notItsDay', at: due };
  // An alarm may be slightly late.
  return here.now - due < LATEST / 60 ? { kind: 'ahead' } : { kind: 'unknown' };
}
