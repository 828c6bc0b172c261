/** What the page shows while its package is being built; the server tells how far that is. */
import type { BuildProgress } from './build-progress';
import { el, setText } from './dom';
import type { Words } from './text/words';

/** How often the server is asked, in ms: often enough for seconds that pass one by one. */
const ASK_EVERY_MS = 500;

export interface ProgressView {
  readonly element: HTMLElement;
  /** No more is asked. */
  readonly stop: () => void;
}

/** Says that something is being loaded, and as long as it is being built what is done for that. */
export function makeProgressView(words: Words): ProgressView {
  const doing = el('p', { role: 'status' }, words.loading);
  // A reader of the screen hears the steps and not the seconds.
  const since = el('p', { 'aria-hidden': 'true' });
  const ask = async (): Promise<void> => {
    const answer = await fetch('/progress.json');
    const progress = (await answer.json()) as BuildProgress | null;
    setText(doing, progress === null ? words.loading : words.building(progress.step));
    setText(since, progress === null ? '' : words.buildingSince(words.lasting(progress.seconds)));
  };
  const timer = setInterval(() => {
    // A server that is gone does not give the package either, and that is told.
    void ask().catch(stop);
  }, ASK_EVERY_MS);
  const stop = (): void => clearInterval(timer);
  return { element: el('div', { class: 'notice' }, doing, since), stop };
}
