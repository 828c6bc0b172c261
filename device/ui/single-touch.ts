import type { Clock } from '../watch/clock';
import type { Instant, Millis } from '../../core/time';

/** Touches closer together than this are one, because greasy fingers slip. */
export const TOUCH_GAP: Millis = 400;

/**
 * Wraps what touches on a page do so that one touch never does two things: a touch is ignored if the one before was less
 * than 400 ms ago. After a clock was set back that is unknown, so one touch is ignored.
 */
export function singleTouch<Action>(
  clock: Pick<Clock, 'now'>,
  act: (action: Action) => void,
): (action: Action) => void {
  let last: Instant = -Infinity;
  return (action) => {
    const now = clock.now();
    const isApart = now - last >= TOUCH_GAP;
    last = now;
    if (isApart) act(action);
  };
}
