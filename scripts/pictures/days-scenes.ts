/** The screens of the last days and of reminders. */
import type { Scene } from './ways';
import { finishedSession, fromPreferences, open, reach, SECOND } from './ways';

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
  { name: 'reminders-none', scrolls: true, play: fromPreferences('Reminders') },
  {
    name: 'reminder',
    scrolls: true,
    play: (watch, say) => {
      fromPreferences('Reminders')(watch, say);
      reach(watch, say('Add a reminder'));
    },
  },
  {
    name: 'reminders',
    scrolls: true,
    play: (watch, say) => {
      fromPreferences('Reminders')(watch, say);
      reach(watch, say('Add a reminder'));
      reach(watch, say('Done'));
    },
  },
];
