import type { EndedSession } from '../../core/session/session';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { SessionStore } from '../store/session-store';
import type { Undo } from '../watch/clock';
import type { Watch } from '../watch/watch';
import type { Host } from './host';
import { keepRecord } from './keep-record';

/** How long a page waits before it retries to keep a record that the disk did not take. */
const RETRY: Millis = 5 * SECOND;

/**
 * Keeps the record of the session, and retries until it is on disk or the page is left. Returns whether it is on disk
 * at once.
 */
export function recordKeeper(
  watch: Watch,
  store: SessionStore,
  { over }: Pick<Host, 'over'>,
  isStopNoted: boolean,
) {
  let leave: Undo = () => undefined;
  const keep = (session: EndedSession): boolean => {
    const isKept = keepRecord(watch, store, session);
    over(session, isKept, isStopNoted);
    if (!isKept) {
      leave = watch.clock.after(RETRY, () => {
        keep(session);
      });
    }
    return isKept;
  };
  return {
    keep,
    leave: () => {
      leave();
    },
  };
}
