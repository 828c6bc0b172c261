/** Every screen of the app, and how a person gets to it. */
import type { VirtualWatch } from '../../virtual-watch';
import { CARD_SCENES } from './card-scenes';
import { CHECK_SCENES } from './check-scenes';
import { DAYS_SCENES } from './days-scenes';
import { START_SCENES } from './start-scenes';
import { WELCOME_SCENES } from './welcome-scenes';
import type { Play, Scene } from './ways';
import {
  ALL_THE_WAY,
  finishedSession,
  firstZone,
  fromPreferences,
  lastSession,
  open,
  preferences,
  reach,
  SECOND,
  start,
} from './ways';

export type { Scene } from './ways';

/** Turns on a preference that is off by default. */
const turnOn = (watch: VirtualWatch, say: (text: string) => string, preference: string): void => {
  watch.scroll(-ALL_THE_WAY);
  reach(watch, say(`${preference}: {value}`).replace('{value}', say('off')));
};

const lotionMode: Play = (watch, say) => {
  preferences(watch, say);
  turnOn(watch, say, 'Lotion mode');
  turnOn(watch, say, 'Pause by wrist');
  watch.crash();
  firstZone(watch, say);
};

const care: Play = (watch, say) => {
  open(watch, say);
  reach(watch, say('When not to massage'));
};

const learnTest: Play = (watch, say) => {
  fromPreferences('Learn the cues')(watch, say);
  watch.scroll(ALL_THE_WAY);
  watch.tap(say('Test yourself'));
  watch.advance(5 * SECOND);
};

/** Answers that the signal was a light touch, which is a choice in every question, and goes on to the next. */
const answerLightTouch = (watch: VirtualWatch, say: (text: string) => string, goesOn = true): void => {
  for (let tries = 0; tries < 30; tries += 1) {
    const choice = watch.texts().find((words) => words.startsWith(`${say('Light touch')}  `));
    if (choice !== undefined) {
      watch.tap(choice);
      break;
    }
    watch.scroll(60);
  }
  if (!goesOn) return;
  reach(watch, say('Next'));
  watch.advance(5 * SECOND);
};

export const SCENES: readonly Scene[] = [
  ...START_SCENES,
  {
    name: 'summary-details',
    scrolls: true,
    play: (watch, say) => {
      lastSession(watch, say);
      reach(watch, say('Details'));
      watch.scroll(ALL_THE_WAY);
    },
  },
  { name: 'care', scrolls: true, play: care },
  {
    name: 'care-below',
    scrolls: true,
    play: (watch, say) => {
      care(watch, say);
      watch.scroll(ALL_THE_WAY);
    },
  },
  ...DAYS_SCENES,
  { name: 'get-comfortable', scrolls: true, play: start },
  { name: 'zone', scrolls: true, play: firstZone },
  {
    name: 'zone-below',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.scroll(ALL_THE_WAY);
    },
  },
  {
    name: 'cue',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.advanceToNextFelt();
      watch.advanceToNextFelt();
      watch.advance(SECOND / 2);
    },
  },
  {
    name: 'light-touch',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.advanceToNextFelt();
      watch.advance(SECOND / 2);
    },
  },
  {
    name: 'fifteen-seconds-more',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      reach(watch, say('+15 s'));
      reach(watch, say('+15 s'));
      watch.advance(SECOND);
    },
  },
  {
    name: 'paused',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.tap(say('Pause'));
      watch.advance(2 * SECOND);
    },
  },
  {
    name: 'interrupted',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.reboot();
      watch.advance(60 * SECOND);
      open(watch, say);
    },
  },
  { name: 'lotion-mode', play: lotionMode },
  {
    name: 'dark-look',
    play: (watch, say) => {
      firstZone(watch, say);
      reach(watch, say('Dark'));
      watch.advance(SECOND);
    },
  },
  {
    name: 'quiet-mode-in-a-session',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.setMode({ DND: true });
      watch.advance(20 * SECOND);
    },
  },
  {
    name: 'taken-off',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.setWorn(false);
      watch.advance(2 * SECOND);
    },
  },
  {
    name: 'end-question',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.advance(60 * SECOND);
      reach(watch, say('End session'));
    },
  },
  {
    name: 'keep-or-discard',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      reach(watch, say('End session'));
    },
  },
  {
    name: 'leave-question',
    scrolls: true,
    play: (watch, say) => {
      firstZone(watch, say);
      watch.swipe('right');
    },
  },
  {
    name: 'change-legs',
    scrolls: true,
    play: (watch, say) => {
      start(watch, say);
      watch.advance(320 * SECOND);
    },
  },
  {
    name: 'right-leg',
    scrolls: true,
    play: (watch, say) => {
      start(watch, say);
      watch.advance(487 * SECOND);
    },
  },
  {
    name: 'summary',
    scrolls: true,
    play: (watch, say) => {
      finishedSession(watch, say);
      watch.advance(3 * SECOND);
    },
  },
  { name: 'summary-ended-early', scrolls: true, play: lastSession },
  {
    name: 'summary-with-misses',
    scrolls: true,
    play: (watch, say) => {
      watch.setMode({ DND: true });
      lastSession(watch, say);
    },
  },
  {
    name: 'summary-below',
    scrolls: true,
    play: (watch, say) => {
      lastSession(watch, say);
      watch.scroll(ALL_THE_WAY);
    },
  },
  { name: 'preferences', scrolls: true, play: preferences },
  {
    name: 'preferences-below',
    scrolls: true,
    play: (watch, say) => {
      preferences(watch, say);
      watch.scroll(ALL_THE_WAY);
    },
  },
  { name: 'learn', scrolls: true, play: fromPreferences('Learn the cues') },
  {
    name: 'learn-test',
    scrolls: true,
    play: learnTest,
  },
  {
    name: 'learn-answer',
    scrolls: true,
    play: (watch, say) => {
      learnTest(watch, say);
      answerLightTouch(watch, say, false);
    },
  },
  {
    name: 'learn-score',
    scrolls: true,
    play: (watch, say) => {
      learnTest(watch, say);
      for (let number = 1; number <= 16; number++) answerLightTouch(watch, say);
    },
  },
  ...CARD_SCENES,
  ...CHECK_SCENES,
  ...WELCOME_SCENES,
];

export function sceneNamed(name: string): Scene {
  const scene = SCENES.find((each) => each.name === name);
  if (scene === undefined) throw new Error(`there is no scene "${name}"`);
  return scene;
}
