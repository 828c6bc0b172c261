/** The start screen: on the first day, on other days, and with problems and hazards. */
import { HOUR } from '../../core/time';
import type { Play, Scene } from './ways';
import { ALL_THE_WAY, finishedSession, lastSession, open, openNew, SECOND } from './ways';

const openWithWarnings: Play = (watch, say) => {
  watch.setMode({ DND: true, powerSaving: true });
  watch.setWorn(false);
  open(watch, say);
};

export const START_SCENES: readonly Scene[] = [
  { name: 'start-new', scrolls: true, play: openNew },
  { name: 'start', scrolls: true, play: open },
  {
    name: 'start-after-a-session',
    scrolls: true,
    play: (watch, say) => {
      lastSession(watch, say);
      watch.tap(say('Done'));
      watch.openApp();
      watch.advance(SECOND);
    },
  },
  {
    name: 'start-next-day',
    scrolls: true,
    play: (watch, say) => {
      finishedSession(watch, say);
      watch.tap(say('Done'));
      watch.advance(24 * HOUR);
      watch.openApp();
      watch.advance(SECOND);
    },
  },
  {
    name: 'start-below',
    scrolls: true,
    play: (watch, say) => {
      open(watch, say);
      watch.scroll(ALL_THE_WAY);
    },
  },
  { name: 'start-with-warnings', scrolls: true, play: openWithWarnings },
  {
    name: 'warnings',
    scrolls: true,
    play: (watch, say) => {
      openWithWarnings(watch, say);
      watch.tap(say('Cues may not be felt'));
    },
  },
  {
    name: 'start-with-trouble',
    scrolls: true,
    play: (watch, say) => {
      open(watch, say);
      watch.failWrites(1);
      watch.tap(say('Start'));
      watch.advance(SECOND);
    },
  },
];
