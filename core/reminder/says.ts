import type { ReminderPlace } from '../alarm/reminder-alarm';
import { isDiaryEvening } from './diary';
import { minuteAt } from './reminder';
import type { Outcome } from './ring';
import type { Here } from '../calendar/day';
import type { ReminderSheet } from './sheet';

/**
 * What the notification of a reminder says that rings now. In a diary week an evening's notification also says that the
 * diary asks on the phone.
 */
export function textOf(
  { decision, day }: Outcome,
  place: ReminderPlace,
  { reminders, words, diary: [from, until], dayEnd }: ReminderSheet,
  { now, utcOffset }: Here,
): string {
  const isOther = decision.act === 'ring' && decision.says === 'otherLeg';
  const text = isOther ? words[decision.leg] : (reminders.at[place]?.words ?? '');
  const asks = day >= from && day <= until && isDiaryEvening(minuteAt(now, utcOffset), dayEnd);
  return asks ? `${text} · ${words.diary}` : text;
}
