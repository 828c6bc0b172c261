import { loadOutbox } from '../../core/record/outbox-files';
import type { SessionRecord } from '../../core/record/record';
import type { Session } from '../../core/session/session';
import { openSlot, type Slot } from '../../core/state/slots';
import { SESSION_FILE, type StoredSession } from '../../core/state/session-file';
import { readStored } from '../../core/state/stored';
import type { VirtualWatch } from '../../virtual-watch/node';
import { recordsIn } from '../core/record/records';

/** What the newest whole slot of a file holds. */
export function payloadOn(watch: VirtualWatch, name: string): string | undefined {
  return slotsOf(watch, name)[0]?.payload;
}

/** The whole slots of a file, the newest first. */
function slotsOf(watch: VirtualWatch, name: string): readonly Slot[] {
  const slots = ['a', 'b'].map((slot) => openSlot(watch.files().get(`${name}.${slot}`)));
  const whole = slots.flatMap((slot): Slot[] => (slot.ok ? [slot.value] : []));
  return whole.sort((a, b) => b.sequence - a.sequence);
}

/** The session that is on the watch's disk, if there is one that can be read. */
export function sessionOn(watch: VirtualWatch): StoredSession | undefined {
  return parsed(payloadOn(watch, 'session') ?? '');
}

/** The session in the newest slot that holds one: one that is over stays in a slot until another is begun. */
export function lastSessionOn(watch: VirtualWatch): Session | undefined {
  const found = slotsOf(watch, 'session').flatMap(({ payload }) => {
    const stored = parsed(payload);
    return stored ? [stored.session] : [];
  });
  return found[0];
}

/** All records on the watch's disk, newest first. */
export function recordsOn(watch: VirtualWatch): readonly SessionRecord[] {
  const names = [...watch.files().keys()].flatMap(
    (path) => /^outbox\/(outbox-\d+)\.[ab]$/.exec(path)?.[1] ?? [],
  );
  const found = [...new Set(names)].map((file) => ({ file, payload: payloadOn(watch, `outbox/${file}`) }));
  return recordsIn(loadOutbox(found));
}

const parsed = remembering((text) => readStored(SESSION_FILE, text).value);

/** The same answers, kept for as long as a story may ask again. */
function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.get(text) ?? read(text);
    if (known.size > 100) known.clear();
    known.set(text, answer);
    return answer;
  };
}
