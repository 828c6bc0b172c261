/** How a person gets to the screens of the app. */
import type { VirtualWatch } from '../../virtual-watch';

export const SECOND = 1000;

export interface Scene {
  /** Its name in file names. */
  readonly name: string;
  /**
   * Whether the page is longer than the screen. If so, its elements are checked at the scroll positions that show them
   * best.
   */
  readonly scrolls?: boolean;
  /** Brings a newly booted watch to this screen. `say` returns a text of the app in the watch's language. */
  readonly play: (watch: VirtualWatch, say: (text: string) => string) => void;
}

export type Play = Scene['play'];

/** Touches as a person does, who touches no second time at once. */
export const touch = (watch: VirtualWatch, label: string): void => {
  watch.tap(label);
  watch.advance(SECOND / 2);
};

/** Opens a newly installed app. */
export const openNew: Play = (watch) => {
  watch.openApp();
};

/** The text above Start on the start screen while questions are open. */
export const questionsRow = (say: (text: string) => string): string =>
  say('Questions first: {count}').replace('{count}', '6');

/** The questions, after this many were answered with no. */
export const questions =
  (answered: number): Play =>
  (watch, say) => {
    openNew(watch, say);
    watch.tap(questionsRow(say));
    touch(watch, say('Next'));
    for (let number = 0; number < answered; number += 1) touch(watch, say('No'));
  };

/** Opens the app of a healthy person who has answered the questions, as on every day but the first. */
export const open: Play = (watch, say) => {
  openNew(watch, say);
  if (!watch.texts().includes(questionsRow(say))) return;
  questions(6)(watch, say);
  watch.tap(say('Done'));
};

export const start: Play = (watch, say) => {
  open(watch, say);
  watch.tap(say('Start'));
  watch.advance(5 * SECOND);
};

/** A quarter of a minute into the first zone: no cue is lit, and the next is due at its middle. */
export const firstZone: Play = (watch, say) => {
  start(watch, say);
  watch.advance(30 * SECOND);
};

/** A summary creates the part below the screen once it has appeared. */
const WHOLE_AFTER = SECOND / 8;

export const lastSession: Play = (watch, say) => {
  start(watch, say);
  watch.advance(3 * 60 * SECOND);
  reach(watch, say('End session'));
  watch.tap(say('End'));
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 30 * SECOND);
  watch.advance(WHOLE_AFTER);
};

export const finishedSession: Play = (watch, say) => {
  start(watch, say);
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 15 * 60 * SECOND);
  watch.advance(WHOLE_AFTER);
};

/** Far enough to reach the end of any page. */
export const ALL_THE_WAY = 5000;

export const preferences: Play = (watch, say) => {
  open(watch, say);
  watch.scroll(ALL_THE_WAY);
  watch.tap(say('Preferences'));
};

export const fromPreferences =
  (label: string): Play =>
  (watch, say) => {
    preferences(watch, say);
    watch.scroll(ALL_THE_WAY);
    watch.tap(say(label));
  };

/** Scrolls down to the element with this label, and touches it. */
export const reach = (watch: VirtualWatch, label: string): void => {
  for (let tries = 0; tries < 30 && !watch.texts().includes(label); tries += 1) watch.scroll(60);
  watch.tap(label);
};
