import { loadOutbox } from '../../core/outbox/files';
import { recentRecords } from '../../core/outbox/outbox';
import type { SessionRecord } from '../../core/record';
import type { Session } from '../../core/session/session';
import { openSlot, type Slot } from '../../core/state/slots';
import { parseSessionFile, type StoredSession } from '../../core/state/session-file';
import type { VirtualWatch } from '../../virtual-watch/node';

/** What the newest whole slot of a file holds. */
export function payloadOn(watch: VirtualWatch, name: string): string | undefined {
  return slotsOf(watch, name)[0]?.payload;
}

/** The whole slots of a file, the newest first. */
function slotsOf(watch: VirtualWatch, name: string): readonly Slot[] {
  const slots = ['a', 'b'].map((slot) => openSlot(textOf(watch, `${name}.${slot}`)));
  const whole = slots.flatMap((slot): Slot[] => (slot.ok ? [slot.value] : []));
  return whole.sort((a, b) => b.sequence - a.sequence);
}

/** The session that is on the watch's disk, if there is one that can be read. */
export function sessionOn(watch: VirtualWatch): StoredSession | undefined {
  const payload = payloadOn(watch, 'session');
  const parsed = payload === undefined || payload === '' ? undefined : parseSessionFile(payload);
  return parsed?.ok ? parsed.value : undefined;
}

/** The session in the newest slot that holds one: one that is over stays in a slot until another is begun. */
export function lastSessionOn(watch: VirtualWatch): Session | undefined {
  const parsed = slotsOf(watch, 'session').flatMap(({ payload }) => {
    const stored = parseSessionFile(payload);
    return stored.ok ? [stored.value.session] : [];
  });
  return parsed[0];
}

/** All records on the watch's disk, newest first. */
export function recordsOn(watch: VirtualWatch): readonly SessionRecord[] {
  const names = [...watch.files().keys()].flatMap(
    (path) => /^outbox\/(outbox-\d+)\.[ab]$/.exec(path)?.[1] ?? [],
  );
  const found = [...new Set(names)].map((file) => ({ file, payload: payloadOn(watch, `outbox/${file}`) }));
  return recentRecords(loadOutbox(found));
}

function textOf(watch: VirtualWatch, path: string): string | undefined {
  const bytes = watch.files().get(path);
  return bytes && Buffer.from(bytes).toString('utf8');
}
