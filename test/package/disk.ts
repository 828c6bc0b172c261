import type { SessionRecord } from '../../core/record/record';
import type { Session } from '../../core/session/session';
import { SESSION_FILE, type StoredSession } from '../../core/state/session-file';
import { readStored } from '../../core/state/stored';
import { outboxOn, payloadOn, slotsOn } from '../../preview/watch-disk';
import type { VirtualWatch } from '../../virtual-watch/node';
import { recordsIn } from '../core/record/records';

export { payloadOn };

/** The session that is on the watch's disk, if there is one that can be read. */
export function sessionOn(watch: VirtualWatch): StoredSession | undefined {
  return parsed(payloadOn(watch, 'session') ?? '');
}

/** The session in the newest slot that holds one: one that is over stays in a slot until another is begun. */
export function lastSessionOn(watch: VirtualWatch): Session | undefined {
  const found = slotsOn(watch, 'session').flatMap(({ payload }) => {
    const stored = parsed(payload);
    return stored ? [stored.session] : [];
  });
  return found[0];
}

/** All records on the watch's disk, newest first. */
export function recordsOn(watch: VirtualWatch): readonly SessionRecord[] {
  return recordsIn(outboxOn(watch));
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
