import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Clock, Undo } from '../../device/watch/clock';

/** Two touches that are closer than this are none: greasy fingers slip. */
export const TOUCH_GAP: Millis = 400;

/** A palm on the glass touches before and after the watch says so. */
export const PALM_REST: Millis = SECOND;

/** Waits whether a touch was meant as an answer. */
export interface Answering<Answer> {
  /** Takes note of a touch, and of what it answers, if anything. */
  touched(answer?: Answer): void;
  /** Takes note of a palm on the glass. */
  covered(): void;
  /** What was touched and may still be no answer. */
  waiting(): Answer | undefined;
  /** The page goes. What is waited for is taken at once where it `counts` now that no other touch can come; else it was no answer. */
  close(counts?: (answer: Answer) => boolean): void;
}

/**
 * Tells `take` of an answer a second after it was touched, when nothing else was touched within 400 ms of it and no palm lay
 * on the glass within a second of it. `changed` is told when one is waited for, and when it was none after all.
 */
export function answering<Answer>(
  clock: Pick<Clock, 'now' | 'after'>,
  take: (answer: Answer) => void,
  changed: () => void,
): Answering<Answer> {
  let lastTouch: Instant = -Infinity;
  let lastPalm: Instant = -Infinity;
  let waited: { readonly answer: Answer; readonly at: Instant } | undefined;
  let undo: Undo = () => undefined;

  /** A clock that was set back is as good as one that stood still: on doubt it was no answer. */
  const isWithin = (then: Instant, time: Millis): boolean => clock.now() - then < time;
  const drop = (): void => {
    undo();
    if (!waited) return;
    waited = undefined;
    changed();
  };
  return {
    touched(answer) {
      const isClose = isWithin(lastTouch, TOUCH_GAP);
      lastTouch = clock.now();
      if (waited && isWithin(waited.at, TOUCH_GAP)) drop();
      if (answer === undefined || waited || isClose || isWithin(lastPalm, PALM_REST)) return;
      waited = { answer, at: lastTouch };
      undo = clock.after(PALM_REST, () => {
        waited = undefined;
        take(answer);
      });
      changed();
    },
    covered() {
      lastPalm = clock.now();
      drop();
    },
    waiting: () => waited?.answer,
    close(counts) {
      undo();
      const last = waited;
      waited = undefined;
      if (last && counts?.(last.answer) === true) take(last.answer);
    },
  };
}
