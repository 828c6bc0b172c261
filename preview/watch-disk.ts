/** Reads what the app keeps on the disk of a virtual watch, to show it outside the watch. */
import type { Outbox } from '../core/record/outbox';
import { loadOutbox } from '../core/record/outbox-files';
import { openSlot, type Slot } from '../core/state/slots';
import type { ObservedWatch } from '../virtual-watch/observed';

export type Files = Pick<ObservedWatch, 'files'>;

/** The valid slots of a file, newest first. */
export function slotsOn(watch: Files, name: string): readonly Slot[] {
  const whole = ['a', 'b'].flatMap((slot): readonly Slot[] => {
    const opened = openSlot(watch.files().get(`${name}.${slot}`));
    return opened.ok ? [opened.value] : [];
  });
  return [...whole].sort((one, other) => other.sequence - one.sequence);
}

/** The content of a file's newest valid slot. */
export function payloadOn(watch: Files, name: string): string | undefined {
  return slotsOn(watch, name)[0]?.payload;
}

/** The records on the watch. */
export function outboxOn(watch: Files): Outbox {
  const names = [...watch.files().keys()].flatMap(
    (path) => /^outbox\/(outbox-\d+)\.[ab]$/.exec(path)?.[1] ?? [],
  );
  return loadOutbox(
    [...new Set(names)].map((file) => ({ file, payload: payloadOn(watch, `outbox/${file}`) })),
  );
}
