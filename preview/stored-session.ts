/** The session as the files of the app have it, for those who look at a watch from outside. */
import { SESSION_FILE, type StoredSession } from '../core/state/session-file';
import { openSlot, type Slot } from '../core/state/slots';
import { readStored } from '../core/state/stored';
import type { ObservedWatch } from '../virtual-watch/observed';

type Files = Pick<ObservedWatch, 'files'>;

const SLOTS = ['session.a', 'session.b'] as const;

/**
 * The session that is on the disk of a watch, or the last one that was: when a session is over the app empties one of
 * the two slots, and the other still has all of it until the next one begins.
 */
export function storedSession(watch: Files): StoredSession | undefined {
  return read(slotsOf(watch).find(({ payload }) => payload !== ''));
}

/** Whether the disk of a watch has a session that is not over. */
export function isSessionRunning(watch: Files): boolean {
  return read(slotsOf(watch)[0]) !== undefined;
}

/** Those that are whole, the newest first. */
function slotsOf(watch: Files): readonly Slot[] {
  const files = watch.files();
  const whole = SLOTS.flatMap((path) => {
    const slot = openSlot(files.get(path));
    return slot.ok ? [slot.value] : [];
  });
  return whole.sort((a, b) => b.sequence - a.sequence);
}

function read(slot: Slot | undefined): StoredSession | undefined {
  return readStored(SESSION_FILE, slot?.payload).value;
}
