/** Every screen of the app, and how a person gets to see it. */
import type { VirtualWatch } from '../../virtual-watch';

const SECOND = 1000;

export interface Scene {
  /** How it is called in file names. */
  readonly name: string;
  /** The page is longer than the screen: it is judged where it can be scrolled to. */
  readonly scrolls?: boolean;
  /** Brings a watch, just booted, to this screen. `say` gives a text of the app in the watch's language. */
  readonly play: (watch: VirtualWatch, say: (text: string) => string) => void;
}

type Play = Scene['play'];

const open: Play = (watch) => {
  watch.openApp();
};

const start: Play = (watch, say) => {
  open(watch, say);
  watch.tap(say('Start'));
  watch.advance(5 * SECOND);
};

/** Half a minute after the first zone was begun no cue is lit; one is due at its middle. */
const firstZone: Play = (watch, say) => {
  start(watch, say);
  watch.advance(30 * SECOND);
};

const lastSession: Play = (watch, say) => {
  start(watch, say);
  watch.advance(3 * 60 * SECOND);
  watch.tap(say('End session'));
  watch.tap(say('End'));
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 30 * SECOND);
};

export const SCENES: readonly Scene[] = [
  { name: 'start', scrolls: true, play: open },
  {
    name: 'start-after-a-session',
    scrolls: true,
    play: (watch, say) => {
      lastSession(watch, say);
      watch.tap(say('Done'));
      watch.openApp();
    },
  },
  { name: 'get-comfortable', play: start },
  { name: 'zone', play: firstZone },
  {
    name: 'cue',
    play: (watch, say) => {
      firstZone(watch, say);
      watch.advanceToNextFelt();
      watch.advanceToNextFelt();
      watch.advance(SECOND / 2);
    },
  },
  {
    name: 'paused',
    play: (watch, say) => {
      firstZone(watch, say);
      watch.tap(say('Pause'));
      watch.advance(SECOND);
    },
  },
  {
    name: 'end-question',
    play: (watch, say) => {
      firstZone(watch, say);
      watch.tap(say('End session'));
    },
  },
  {
    name: 'change-legs',
    play: (watch, say) => {
      start(watch, say);
      for (let step = 0; step < 6; step++) watch.tap(say('Next'));
      watch.advance(5 * SECOND);
    },
  },
  {
    name: 'right-leg',
    play: (watch, say) => {
      start(watch, say);
      for (let step = 0; step < 9; step++) watch.tap(say('Next'));
      watch.advance(38 * SECOND);
    },
  },
  { name: 'summary', scrolls: true, play: lastSession },
];
