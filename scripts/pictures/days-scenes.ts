/** The screens of the last days and of reminders. */
import type { Play, Scene } from './ways';
import { finishedSession, open, preferences, reach, SECOND } from './ways';

const reminders: Play = (watch, say) => {
  preferences(watch, say);
  reach(watch, say('Reminders'));
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
  {
    name: 'reminders',
    scrolls: true,
    play: (watch, say) => {
      reminders(watch, say);
      reach(watch, say('Add a reminder'));
      reach(watch, say('Done'));
    },
  },
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
      reminders(watch, say);
      reach(watch, say('Add a reminder'));
      reach(watch, say('Done'));
    },
  },
];
