/** For first-time visitors: one line about what this is, and one button. */
import type { VirtualWatch } from '../virtual-watch/watch';
import { button, el } from './dom';
import { isSessionRunning } from './stored-session';
import type { Words } from './text/words';
import type { Loop } from './time-loop';

export interface Intro {
  readonly element: HTMLElement;
  /** Disables the button while a session runs. */
  refresh(watch: VirtualWatch): void;
}

export function makeIntro(words: Words, loop: Loop): Intro {
  const tryIt = button(
    words.tryIt,
    () => {
      loop.act((watch) => {
        startSession(watch, words.startOnWatch);
      });
      void loop.toNextCue();
    },
    { class: 'primary', title: words.tips.tryIt },
  );
  return {
    element: el('section', { class: 'intro' }, el('p', {}, words.intro), tryIt),
    refresh(watch) {
      tryIt.disabled = isSessionRunning(watch);
    },
  };
}

/** Does what a finger would: opens the app, scrolls to the button, and taps it. */
function startSession(watch: VirtualWatch, label: string): void {
  if (!watch.screen().lit) watch.wake();
  if (!watch.texts().includes(label)) watch.openApp();
  if (!watch.texts().includes(label)) watch.scroll(-10_000);
  for (let tries = 0; tries < 40 && !watch.texts().includes(label); tries += 1) watch.scroll(40);
  if (watch.texts().includes(label)) watch.tap(label);
}
