import { getAllAppServices, start, stop } from '@zos/app-service';
import type { Fact } from '../../core/fact';
import { answerOf, attempt } from './fence';

/** The continuous services of this app. */
export interface Services {
  isRunning(file: string): Fact;
  /**
   * Answers whether the watch says that the service runs. One that the watch has ended stays ended: a restarted watch
   * has no session to cue.
   */
  start(file: string, param: string): boolean;
  stop(file: string): void;
}

/** What `start` answers when the service starts: 0 by the docs, and true is reported (docs/platform.md, B10). */
const STARTED: readonly unknown[] = [0, true];

export const watchServices: Services = {
  isRunning(file) {
    const running = answerOf(getAllAppServices);
    if (!Array.isArray(running)) return 'unknown';
    return running.some((name) => String(name).includes(file)) ? 'yes' : 'no';
  },
  start: (file, param) =>
    STARTED.includes(answerOf(() => start({ file, param, reload: false, complete_func: () => undefined }))),
  stop(file) {
    attempt(() => {
      stop({ file, complete_func: () => undefined });
    });
  },
};
