import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { TOUCH_GAP } from '../../device/ui/single-touch';
import type { Clock, Undo } from '../../device/watch/clock';

/** A palm on the glass causes touches before and after the watch reports it. */
export const PALM_REST: Millis = SECOND;

/** Decides whether a touch was meant as an answer. */
export interface Answering<Answer> {
  /** Notes a touch, and the answer it gives, if any. */
  touched(answer?: Answer): void;
  /** Notes a palm on the glass. */
  covered(): void;
  /** The answer that may still turn out to be none. */
  waiting(): Answer | undefined;
  /**
   * The page closes. A pending answer is taken at once if it `counts` even though no other touch can follow; otherwise
   * it is dropped.
   */
  close(counts?: (answer: Answer) => boolean): void;
}

/**
 * Passes an answer to `take` one second after the touch, provided that nothing else was touched within 400 ms and no
 * palm lay on the glass within a second of it. Two quick touches of the same answer count as one if it `isGrave`: a
 * report that something is wrong is not lost to a double touch. `changed` is called when an answer becomes pending, and
 * when it is dropped.
 */
export function answering<Answer>(
  clock: Pick<Clock, 'now' | 'after'>,
  take: (answer: Answer) => void,
  changed: () => void,
  isGrave: (answer: Answer) => boolean = () => false,
): Answering<Answer> {
  let lastTouch: Instant = -Infinity;
  let lastPalm: Instant = -Infinity;
  let waited: { readonly answer: Answer; readonly at: Instant } | undefined;
  let undo: Undo = () => undefined;

  const isWithin = (then: Instant, time: Millis): boolean => clock.now() - then < time;
  /** After a clock was set back, a time ahead of it is unknown, and counts as now. */
  const suitClock = (): void => {
    lastTouch = Math.min(lastTouch, clock.now());
    lastPalm = Math.min(lastPalm, clock.now());
  };
  const drop = (): void => {
    undo();
    if (!waited) return;
    waited = undefined;
    changed();
  };
  return {
    touched(answer) {
      suitClock();
      const isClose = isWithin(lastTouch, TOUCH_GAP);
      lastTouch = clock.now();
      const isMeant = answer !== undefined && answer === waited?.answer && isGrave(answer);
      if (waited && !isMeant && isWithin(waited.at, TOUCH_GAP)) drop();
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
    close(counts = () => false) {
      undo();
      const last = waited;
      waited = undefined;
      if (last && counts(last.answer)) take(last.answer);
    },
  };
}
