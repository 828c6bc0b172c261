import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import type { MinuteOfDay, Reminder } from '../../core/reminder/reminder';
import { wordsFrom } from '../../core/reminder/reminder';
import { remindersOf, setEvening, setQuietHours, setReminder } from '../../core/reminder/reminders-file';
import type { Phone } from '../../phone/phone';
import { changeReminders, remindersIn } from '../../phone/reminders/chosen';
import { readPreferences } from '../../phone/preferences';
import type { Attempt } from '../attempt';
import { viewOn } from '../attempt';
import { typedTime } from '../typed';

/** The reminder settings. An invalid time changes nothing and is reported in the section. */
export interface ReminderActions {
  readonly set: (place: ReminderPlace, reminder: Reminder | undefined) => void;
  readonly words: (place: ReminderPlace, reminder: Reminder, text: string) => void;
  readonly time: (place: ReminderPlace, reminder: Reminder, text: string) => void;
  readonly quiet: (side: 'from' | 'until', text: string) => void;
  readonly evening: (text: string) => void;
}

/** Set in the view after an invalid time. */
export const TIME_PROBLEM = 'reminders.noTime';

export function reminderActionsOn({ storage }: Phone, attempt: Attempt): ReminderActions {
  const { show } = viewOn(storage);
  const change = (made: Parameters<typeof changeReminders>[1]): boolean =>
    changeReminders(storage, made).ok && show({ problem: '' });
  const set: ReminderActions['set'] = (place, reminder) =>
    attempt('pageNotChanged', () => change((stored) => setReminder(stored, place, reminder)));
  const timed = (text: string, then: (minute: MinuteOfDay) => boolean): void =>
    attempt('pageNotChanged', () => {
      const minute = typedTime(text);
      return minute === undefined ? show({ problem: TIME_PROBLEM }) : then(minute);
    });
  return {
    set,
    words: (place, reminder, text) => set(place, { ...reminder, words: wordsFrom(text) }),
    time: (place, reminder, text) =>
      timed(text, (minute) => change((stored) => setReminder(stored, place, { ...reminder, minute }))),
    quiet: (side, text) =>
      timed(text, (minute) => {
        const { quiet } = remindersOf(remindersIn(readPreferences(storage)));
        return change((stored) => setQuietHours(stored, { ...quiet, [side]: minute }));
      }),
    evening: (text) => timed(text, (minute) => change((stored) => setEvening(stored, minute))),
  };
}
