import type { Delivery } from '../../../core/session/delivery';
import { parseSessionFile, type StoredSession } from '../../../core/state/session-file';
import { openSlot } from '../../../core/state/slots';
import type { VirtualWatch } from '../../watch';
import { el, setText } from '../dom';
import type { Words } from '../texts';
import type { Section, SectionContext } from './section';

/** What is armed, and what became of each cue that was due, as the session file on the watch has it. */
export function bookSection({ words }: SectionContext): Section {
  const alarms = el('p', { class: 'quiet' });
  const book = el('ol', { class: 'book' });
  let shownWrites = -1;
  let shownAlarms = -1;
  return {
    title: words.book,
    folded: true,
    content: el('div', {}, alarms, book),
    refresh(watch) {
      const [writes, armed] = [watch.writes(), watch.alarms().length];
      if (writes === shownWrites && armed === shownAlarms) return;
      [shownWrites, shownAlarms] = [writes, armed];
      setText(alarms, words.alarmsArmed(armed));
      const lines = (sessionOn(watch)?.session.book ?? []).map((delivery) =>
        el('li', {}, told(words, delivery)),
      );
      book.replaceChildren(...lines);
    },
  };
}

function told(words: Words, delivery: Delivery): string {
  return delivery.outcome === 'delivered'
    ? words.delivered(delivery.by, delivery.late / 1000)
    : words.missed(delivery.reason);
}

function sessionOn(watch: VirtualWatch): StoredSession | undefined {
  const decoder = new TextDecoder();
  const slots = ['session.a', 'session.b'].flatMap((path) => {
    const bytes = watch.files().get(path);
    const slot = openSlot(bytes && decoder.decode(bytes));
    return slot.ok ? [slot.value] : [];
  });
  const newest = slots.sort((a, b) => b.sequence - a.sequence)[0];
  const parsed = newest === undefined || newest.payload === '' ? undefined : parseSessionFile(newest.payload);
  return parsed?.ok === true ? parsed.value : undefined;
}
