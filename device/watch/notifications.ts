import { cancel, getAllNotifications, notify } from '@zos/notification';
import { isWhole } from '../../core/json';
import { answerOf, attempt } from './fence';

export interface Notifications {
  /**
   * Buzzes once and replaces the previous line in the notification centre. Returns whether the watch took it. Do not
   * post while a pattern is playing: either may cut the other off (docs/platform.md, B13).
   */
  post(title: string): boolean;
  /** Removes this app's notifications from the notification centre. Returns whether there was one. */
  clear(): boolean;
}

export const watchNotifications: Notifications = {
  post(title) {
    clearNotifications();
    return postWithActions(title, title, []);
  },
  clear: clearNotifications,
};

/** `Notifications.clear`. */
export function clearNotifications(): boolean {
  const told = answerOf(getAllNotifications);
  const ids = Array.isArray(told) ? told.filter((id) => isWhole(id)) : [];
  ids.forEach((id) => attempt(() => cancel(id)));
  return ids.length > 0;
}

/** A button of a notification: the page it opens, and that page's parameter, if the watch passes it on. */
export interface NotificationAction {
  readonly text: string;
  readonly file: string;
  readonly param: string;
}

/** Like `post`, with another line of text and buttons, and beside those that are there. */
export function postWithActions(
  title: string,
  content: string,
  actions: readonly NotificationAction[],
): boolean {
  const id = answerOf(() => notify({ title, content, actions: actions.slice() }));
  return id !== undefined && id !== 0;
}
