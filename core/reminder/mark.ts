import type { Day } from '../calendar/day';
import { markSum } from '../session/mark';
import type { Instant } from '../time';
import type { RingKind, Silence } from './decide';
import { RING_KINDS, SILENCES } from './decide';
import type { ReminderPlace } from './reminder';
import type { Here, Memory, OneShot, Outcome } from './ring';
import { dayAt } from './ring';

/**
 * What the last run of a reminder came to. Its service leaves it in a file of its own, where the watch lets it, and the next run
 * and the pages read it.
 */
export interface ReminderMark {
  readonly place: ReminderPlace;
  readonly day: Day;
  readonly at: Instant;
  readonly came: 'rang' | 'refused' | Silence;
  /** When it rang last this day; nothing where it did not. */
  readonly rangAt: Instant | undefined;
  /** The alarm that was to follow; it is looked for at each opening, and set again where the watch has lost it. */
  readonly next: OneShot | undefined;
}

/** The mark after an outcome. `wasTaken`: the watch took the notification, where there was one. */
export function markAfter(
  place: ReminderPlace,
  { day, decision, next }: Outcome,
  { now }: Here,
  before: ReminderMark | undefined,
  wasTaken: boolean,
): ReminderMark {
  const today = before?.day === day ? before : undefined;
  const rang = wasTaken ? 'rang' : 'refused';
  return {
    place,
    day,
    at: now,
    came: decision.act === 'ring' ? rang : decision.because,
    rangAt: decision.act === 'ring' && wasTaken ? now : today?.rangAt,
    next: next === 'asBefore' ? today?.next : next === 'none' ? undefined : next,
  };
}

/** What is known of a reminder on the present day by its mark and by what the person asked for. */
export function memoryOf(
  here: Here,
  mark: ReminderMark | undefined,
  delayedUntil: Instant | undefined,
): Memory {
  const day = dayAt(here);
  return { day, rangAt: mark?.day === day ? mark.rangAt : undefined, delayedUntil };
}

/** The text of a mark, ASCII. */
export function reminderMarkText({ place, day, at, came, rangAt = 0, next }: ReminderMark): string {
  const then = next ? `${next.why} ${next.at} ${next.left}` : 'none 0 0';
  const words = `1 ${place} ${day} ${at} ${came} ${rangAt} ${then}`;
  return `${words} ${markSum(words)}`;
}

/** Reads a mark; nothing where the text is torn, damaged, or of a later Legato. */
export function reminderMarkFrom(text: string): ReminderMark | undefined {
  const [, words = '', place, day, at, came, rangAt, why, next, left, sum] = FORM.exec(text) ?? [];
  if (Number(sum) !== markSum(words)) return undefined;
  const kind = RING_KINDS.find((known): known is Exclude<RingKind, 'first'> => known === why);
  return {
    place: Number(place) as ReminderPlace,
    day: Number(day),
    at: Number(at),
    came: came as ReminderMark['came'],
    rangAt: Number(rangAt) || undefined,
    next: kind && { why: kind, at: Number(next), day: Number(day), left: Number(left) },
  };
}

const FORM = new RegExp(
  `^(1 ([123]) (\\d{1,6}) (\\d{1,15}) (rang|refused|${SILENCES.join('|')}) (\\d{1,15}) (none|${RING_KINDS.slice(1).join('|')}) (\\d{1,15}) (\\d)) (\\d+)$`,
);
