/** The screen of the last days. */
import type { Scene } from './ways';
import { finishedSession, open, reach, SECOND } from './ways';

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
];
