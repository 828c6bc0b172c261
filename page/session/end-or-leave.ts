import type { Instant, Millis } from '../../core/time';
import { isWithin, SECOND } from '../../core/time';
import type { Question } from './view';

/** What the page asks the person about the session itself: whether to end, to keep or to leave it. */
export interface EndOrLeave {
  open(): Question | undefined;
  ask(question: Question): void;
  drop(): void;
  /** Asks once whether to leave. Returns whether the page should stay. */
  askToLeave(): boolean;
  /** Drops the question about leaving once its time is over, or once nothing runs. */
  age(isRunning: boolean): void;
}

/** A second swipe within this time leaves the page. */
const LEAVES_WITHIN: Millis = 5 * SECOND;

export function endOrLeave(now: () => Instant): EndOrLeave {
  let asking: Question | undefined;
  let askedAt: Instant = -Infinity;
  const isLeaving = (): boolean => asking === 'leave' && isWithin(askedAt, LEAVES_WITHIN, now());
  return {
    open: () => asking,
    ask(question) {
      asking = question;
    },
    drop() {
      asking = undefined;
    },
    askToLeave() {
      if (isLeaving()) return false;
      asking = 'leave';
      askedAt = now();
      return true;
    },
    age(isRunning) {
      if (asking === 'leave' && !(isRunning && isLeaving())) asking = undefined;
    },
  };
}
