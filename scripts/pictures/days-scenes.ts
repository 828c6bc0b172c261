/** The screens of the last days and of reminders. */
import { HOUR } from '../../core/time';
import type { Play, Scene } from './ways';
import { finishedSession, open, preferences, reach, SECOND } from './ways';

const reminders: Play = (watch, say) => {
  preferences(watch, say);
  reach(watch, say('Reminders'));
};

const reminded: Play = (watch, say) => {
  reminders(watch, say);
  reach(watch, say('Add a reminder'));
  reach(watch, say('Done'));
};

/** The choices for today, from the notification of a reminder. */
const forToday: Play = (watch, say) => {
  reminded(watch, say);
  watch.crash();
  watch.advance(24 * HOUR);
  watch.wake();
  watch.tapNotification(say('Later, or not today'));
  watch.advance(SECOND);
};

/** The same page after one of them. */
const chosen =
  (...labels: readonly string[]): Play =>
  (watch, say) => {
    forToday(watch, say);
    for (const label of labels) reach(watch, say(label));
    watch.advance(SECOND);
  };

export const DAYS_SCENES: readonly Scene[] = [
  {
    name: 'last-14-days',
    scrolls: true,
    play: (watch, say) => {
      finishedSession(watch, say);
      watch.crash();
      open(watch, say);
      watch.advance(SECOND);
      reach(watch, say('Last 14 days'));
    },
  },
  { name: 'reminders-none', scrolls: true, play: reminders },
  {
    name: 'reminder',
    scrolls: true,
    play: (watch, say) => {
      reminders(watch, say);
      reach(watch, say('Add a reminder'));
    },
  },
  { name: 'reminders', scrolls: true, play: reminded },
  { name: 'reminders-for-today', scrolls: true, play: forToday },
  { name: 'reminders-put-off', scrolls: true, play: chosen('Remind in 15 min') },
  { name: 'reminders-not-today', scrolls: true, play: chosen('Not today') },
  { name: 'reminders-left-out', scrolls: true, play: chosen('Not today', 'Away') },
  {
    name: 'reminder-without-an-alarm',
    scrolls: true,
    play: (watch, say) => {
      watch.limitAlarms(0);
      reminders(watch, say);
      reach(watch, say('Add a reminder'));
    },
  },
  {
    name: 'reminders-without-alarms',
    scrolls: true,
    play: (watch, say) => {
      watch.limitAlarms(0);
      reminded(watch, say);
    },
  },
];
