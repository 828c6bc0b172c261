import type { LaterRing, ReminderPlace } from '../alarm/reminder-alarm';
import { REMINDER_RINGS } from '../alarm/reminder-alarm';
import type { Day, Here } from '../calendar/day';
import { bytesSum } from '../session/mark';
import { asciiText, shortBytes } from '../ascii';
import type { Instant } from '../time';
import type { Silence } from './decide';
import type { ReminderKey, Reminders } from './reminder';
import type { Memory, OneShot, Outcome } from './ring';
import { isSharedBy } from './ring';
import { dayAt } from '../calendar/day';

/**
 * What the last run of a reminder did. Its service writes it to a file of its own, if the watch allows, and the next
 * run and the pages read it.
 */
export interface ReminderMark {
  readonly place: ReminderPlace;
  readonly day: Day;
  readonly at: Instant;
  readonly came: Came | Silence;
  /** When it last rang, or was about to, and on which day, if that counts for the day of the run. */
  readonly rang: Rang | undefined;
  /** The alarm that should follow. Each opening of the app checks it and sets it again if the watch has lost it. */
  readonly next: OneShot | undefined;
}

/**
 * What became of a ring. `unknown`: it was about to ring when the mark was written, and its service could not write what
 * came of it, because the notification has lit the screen, or has ended before.
 */
export type Came = 'rang' | 'refused' | 'unknown';

export interface Rang {
  readonly at: Instant;
  readonly on: Day;
}

/**
 * The last ring that counts for a day: one on that day, or on the day after it, for a person who flew back over
 * midnight and has the same day again. A ring dated further ahead came from a wrong clock.
 */
export function rangFor(day: Day, mark: ReminderMark | undefined): Rang | undefined {
  const rang = mark?.rang;
  return rang && (rang.on === day || rang.on === day + 1) ? rang : undefined;
}

/** The mark after an outcome. `came` is what became of the ring, if it is one; what is unknown of a day stays so. */
export function markAfter(
  place: ReminderPlace,
  { day, decision, next }: Outcome,
  { now }: Here,
  before: ReminderMark | undefined,
  came: Came,
): ReminderMark {
  const today = before?.day === day ? before : undefined;
  const isRinging = decision.act === 'ring';
  return {
    place,
    day,
    at: now,
    came: isRinging ? came : today?.came === 'unknown' ? today.came : decision.because,
    rang: isRinging && came !== 'refused' ? later({ at: now, on: day }, before) : rangFor(day, before),
    next: next === 'asBefore' ? today?.next : next === 'none' ? undefined : next,
  };
}

/** When a day is lived again, a ring on it must not erase that the reminder has rung on the day after. */
function later(rang: Rang, before: ReminderMark | undefined): Rang {
  const known = rangFor(rang.on, before);
  return known ? { at: rang.at, on: known.on } : rang;
}

/** The reminders, and until when each waits at the person's request. */
export interface Waits {
  readonly reminders: Reminders;
  readonly delayed: Readonly<Partial<Record<ReminderPlace, Instant | undefined>>>;
}

/** What is known about a reminder on the present day, from its mark and from what the person asked for. */
export function memoryOf(
  here: Here,
  place: ReminderPlace,
  mark: ReminderMark | undefined,
  { reminders, delayed }: Waits,
): Memory {
  const day = dayAt(here);
  const isShared = isSharedBy(place, reminders, delayed);
  return { day, rangAt: rangFor(day, mark)?.at, delayedUntil: delayed[place], isShared };
}

/** The text of a mark, in ASCII, with the key of the reminder; undefined if the reminder is gone. */
export function reminderMarkText(
  { place, day, at, came, rang, next }: ReminderMark,
  key: ReminderKey | undefined,
): string {
  const then = next ? `${next.why} ${next.at} ${next.left}` : 'none 0 0';
  const words = `1 ${place} ${day} ${at} ${came} ${rang?.at ?? 0} ${rang?.on ?? 0} ${then} ${String(key)}`;
  return [words, bytesSum(shortBytes(words))].join(' ');
}

/**
 * Parses the bytes of a mark; undefined if it is cut off, damaged, or from a later version of Legato. The content is not
 * validated further, since a matching checksum means that this app wrote it. With a key, a mark of another one is none:
 * since it was left, the person has moved the reminder or put another in its place. An older Legato wrote no key.
 */
export function reminderMarkFrom(bytes: Uint8Array, key?: ReminderKey): ReminderMark | undefined {
  const text = asciiText(bytes);
  const end = text.lastIndexOf(' ');
  const words = text.slice(0, end);
  const [version, place, day, at, came, rangAt, rangOn, why, next, left, of = key] = words.split(' ');
  if (version !== '1' || Number(text.slice(end)) !== bytesSum(bytes.subarray(0, end))) return undefined;
  if (key !== undefined && of !== key) return undefined;
  const kind = REMINDER_RINGS.find((known): known is LaterRing => known === why);
  return {
    place: Number(place) as ReminderPlace,
    day: Number(day),
    at: Number(at),
    came: came as ReminderMark['came'],
    rang: Number(rangAt) > 0 ? { at: Number(rangAt), on: Number(rangOn) } : undefined,
    next: kind && { why: kind, at: Number(next), day: Number(day), left: Number(left) },
  };
}
