/** The session as the files of the app have it, for those who look at a watch from outside. */
import { parseSessionFile, type StoredSession } from '../../core/state/session-file';
import { openSlot } from '../../core/state/slots';
import type { ObservedWatch } from '../observed';

const SLOTS = ['session.a', 'session.b'] as const;

/**
 * The session that is on the disk of a watch, or the last one that was: when a session is over the app empties one of
 * the two slots, and the other still has all of it until the next one begins.
 */
export function storedSession(watch: Pick<ObservedWatch, 'files'>): StoredSession | undefined {
  const files = watch.files();
  const decoder = new TextDecoder();
  const whole = SLOTS.flatMap((path) => {
    const bytes = files.get(path);
    const slot = openSlot(bytes && decoder.decode(bytes));
    return slot.ok && slot.value.payload !== '' ? [slot.value] : [];
  });
  const newest = whole.sort((a, b) => b.sequence - a.sequence)[0];
  const parsed = newest && parseSessionFile(newest.payload);
  return parsed?.ok === true ? parsed.value : undefined;
}
