import type { ReminderPlace } from '../alarm/reminder-alarm';
import { REMINDER_PLACES } from '../alarm/reminder-alarm';
import type { Day } from '../calendar/day';
import type { Instant } from '../time';

/** Which ring a notification is from, as its buttons tell the page they open. */
export interface RingTold {
  readonly day: Day;
  /** The reminder and when it rang; an older Legato told the day only. */
  readonly rang: { readonly place: ReminderPlace; readonly at: Instant } | undefined;
}

export function ringParam(day: Day, place: ReminderPlace, at: Instant): string {
  return [day, place, at].join(' ');
}

/** Undefined if the watch has passed something else, or nothing. */
export function ringTold(param: unknown): RingTold | undefined {
  const [, day, digit, at] = (typeof param === 'string' ? PARAM.exec(param) : undefined) ?? [];
  if (day === undefined) return undefined;
  const place = REMINDER_PLACES.find((known) => String(known) === digit);
  return { day: Number(day), rang: place && { place, at: Number(at) } };
}

const PARAM = /^(\d{1,6})(?: (\d) (\d{1,15}))?$/;
