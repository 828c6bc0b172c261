import type { Instant } from '../../core/time';
import type { Text } from './ids';

/** A moment as seen from another; `time` is as on a clock, `08:14`. */
export type DayAgo =
  | { readonly kind: 'today'; readonly time: string }
  | { readonly kind: 'yesterday' }
  | { readonly kind: 'earlier'; readonly month: number; readonly day: number };

export function dayName(text: Text, day: DayAgo): string {
  switch (day.kind) {
    case 'today':
      return text('today {time}', { time: day.time });
    case 'yesterday':
      return text('yesterday');
    case 'earlier':
      return text('{month}-{day}', { month: twoDigits(day.month), day: twoDigits(day.day) });
  }
}

/** When something was, as one says it today, by the watch's local time. */
export function dayAgo(then: Instant, now: Instant): DayAgo {
  const day = new Date(then);
  const today = new Date(now);
  if (isSameDay(day, today))
    return { kind: 'today', time: `${twoDigits(day.getHours())}:${twoDigits(day.getMinutes())}` };
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (isSameDay(day, yesterday)) return { kind: 'yesterday' };
  return { kind: 'earlier', month: day.getMonth() + 1, day: day.getDate() };
}

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
