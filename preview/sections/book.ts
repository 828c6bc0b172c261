import { signalOf } from '../../core/cue/cue';
import { cuesOfCourse } from '../../core/session/course';
import type { Delivery } from '../../core/session/delivery';
import { lossOf } from '../../core/session/delivery';
import type { Session } from '../../core/session/session';
import { el, setText } from '../dom';
import { storedSession } from '../stored-session';
import { feltName } from '../text/texts';
import type { Words } from '../text/words';
import type { Section, SectionContext } from './section';

/** What became of each due cue, according to the app; shows the last session until another begins. */
export function bookSection({ words }: SectionContext): Section {
  const none = el('p', { class: 'quiet' }, words.bookEmpty);
  const list = el('ol', { class: 'lines-of-cues', tabindex: 0, 'aria-label': words.book });
  let shownWrites = -1;
  let shown: Session | undefined;
  return {
    title: words.book,
    place: 'below',
    content: el('div', {}, none, list),
    refresh(watch) {
      if (watch.writes() === shownWrites) return;
      shownWrites = watch.writes();
      const session = storedSession(watch)?.session ?? shown;
      if (session === undefined || isOlder(session, shown)) return;
      shown = session;
      list.replaceChildren(...linesOf(words, session));
      list.scrollTop = list.scrollHeight;
      setText(none, session.book.length === 0 ? words.bookEmpty : '');
      none.hidden = session.book.length > 0;
    },
  };
}

/** The slot that remains after a session may be older than the one already shown. */
function isOlder(session: Session, shown: Session | undefined): boolean {
  return session.id === shown?.id && session.book.length < shown.book.length;
}

function linesOf(words: Words, { course, book }: Session): readonly HTMLElement[] {
  const cues = cuesOfCourse(course);
  return book.map((delivery, number) => {
    const cue = cues[number]?.cue;
    return el(
      'li',
      { class: delivery.outcome },
      el('span', { class: 'quiet' }, String(number + 1)),
      el('strong', {}, cue === undefined ? '' : feltName(words, signalOf(cue))),
      el('span', {}, told(words, delivery)),
    );
  });
}

function told(words: Words, delivery: Delivery): string {
  if (delivery.outcome === 'played') {
    return words.delivered(delivery.by, delivery.late === undefined ? undefined : delivery.late / 1000);
  }
  return words.missed(lossOf(delivery) ?? 'unknown');
}
