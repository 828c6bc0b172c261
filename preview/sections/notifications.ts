import type { Notification } from '../../virtual-watch/machine/notifications';
import { timeOfDay } from '../time-of-day';
import { button, el, setText } from '../dom';
import type { Section, SectionContext } from './section';

/** The watch's notification centre, newest first, with a button to dismiss each. */
export function notificationsSection({ words, act }: SectionContext): Section {
  const none = el('p', { class: 'quiet' }, words.notificationsEmpty);
  const list = el('ol', { class: 'lines-of-cues', tabindex: 0, 'aria-label': words.notifications });
  let shown = '';
  return {
    title: words.notifications,
    place: 'below',
    content: el('div', {}, none, list),
    refresh(watch) {
      const notifications = watch.notifications();
      const now = notifications.map(({ id }) => id).join(' ');
      if (now === shown) return;
      shown = now;
      setText(none, notifications.length === 0 ? words.notificationsEmpty : '');
      none.hidden = notifications.length > 0;
      list.replaceChildren(...[...notifications].reverse().map(lineOf));
    },
  };

  function lineOf({ id, wall, title, content, actions }: Notification): HTMLElement {
    const deeds = actions.map(({ text }) => button(text, () => act((watch) => watch.tapNotification(text))));
    const dismiss = button('×', () => act((watch) => watch.dismissNotification(id)), {
      'aria-label': words.dismiss(title),
      title: words.dismiss(title),
    });
    return el(
      'li',
      {},
      el('time', { class: 'quiet' }, timeOfDay(wall)),
      el('span', {}, el('strong', {}, title), ' ', content),
      ...deeds,
      dismiss,
    );
  }
}
