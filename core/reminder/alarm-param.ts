import { RING_KINDS } from './decide';
import type { ReminderPlace } from './reminder';
import { REMINDER_PLACES } from './reminder';
import type { Rung } from './ring';

/** What an alarm of a reminder passes to the service that it wakes. */
export interface ReminderParam {
  readonly place: ReminderPlace;
  readonly rung: Rung;
}

export function reminderParam(place: ReminderPlace, rung: Rung): string {
  return rung.why === 'first' ? `${place} first 0 0` : `${place} ${rung.why} ${rung.day} ${rung.left}`;
}

/** Parses such a text; undefined for any other. */
export function reminderParamFrom(text: unknown): ReminderParam | undefined {
  const [, digit, kind, day, left] = (typeof text === 'string' ? PARAM.exec(text) : undefined) ?? [];
  const place = REMINDER_PLACES.find((known) => String(known) === digit);
  const why = RING_KINDS.find((known) => known === kind);
  if (place === undefined || why === undefined) return undefined;
  return { place, rung: why === 'first' ? { why } : { why, day: Number(day), left: Number(left) } };
}

const PARAM = /^(\d) ([a-z]+) (\d{1,6}) (\d)$/;
