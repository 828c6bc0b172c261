/** What the page shows while its package is being built, from the progress the server reports. */
import type { BuildProgress } from './build-progress';
import { el, setText } from './dom';
import type { Words } from './text/words';

/** How often the server is polled, in ms; often enough to show each second. */
const ASK_EVERY_MS = 500;

export interface ProgressView {
  readonly element: HTMLElement;
  /** Stops polling. */
  readonly stop: () => void;
}

/** Shows that something is loading and, during a build, the current step. */
export function makeProgressView(words: Words): ProgressView {
  const doing = el('p', { role: 'status' }, words.loading);
  // Screen readers announce the steps but not the seconds.
  const since = el('p', { 'aria-hidden': 'true' });
  const ask = async (): Promise<void> => {
    const answer = await fetch('/progress.json');
    const progress = (await answer.json()) as BuildProgress | null;
    setText(doing, progress === null ? words.loading : words.building(progress.step));
    setText(since, progress === null ? '' : words.buildingSince(words.lasting(progress.seconds)));
  };
  const timer = setInterval(() => {
    // If the server is gone, fetching the package fails too, and that error is shown.
    void ask().catch(stop);
  }, ASK_EVERY_MS);
  const stop = (): void => clearInterval(timer);
  return { element: el('div', { class: 'notice' }, doing, since), stop };
}
