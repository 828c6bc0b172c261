import type { ReminderTexts } from '../../core/reminder/sheet';
import type { Text } from './ids';

/** The texts of reminder notifications, for a service, which has no texts of its own. */
export function reminderTexts(text: Text): ReminderTexts {
  return {
    title: text('Time for your legs'),
    words: {
      left: text('The left leg is still to come.'),
      right: text('The right leg is still to come.'),
      start: text('Start'),
      later: text('Later, or not today'),
      diary: text('the diary asks on your phone'),
    },
  };
}
