import { cancel, getAllNotifications, notify } from '@zos/notification';
import { isWhole } from '../../core/json';
import { answerOf, attempt } from './fence';

export interface Notifications {
  /**
   * Has the watch buzz once, and leaves a line to read in the notification centre, in the place of the one before. Answers
   * whether the watch took it. Nobody posts what plays a pattern: the one may cut the other off (docs/platform.md, B13).
   */
  post(title: string): boolean;
  /** Takes back what this app has left in the notification centre. */
  clear(): void;
}

export const watchNotifications: Notifications = {
  post: (title) => postWithActions(title, title, []),
  clear,
};

function clear(): void {
  const ids = answerOf(getAllNotifications);
  if (!Array.isArray(ids)) return;
  ids.filter((id) => isWhole(id)).forEach((id) => attempt(() => cancel(id)));
}

/** A button below a notification, the page that it opens, and what that page is told, where the watch hands it on. */
export interface NotificationAction {
  readonly text: string;
  readonly file: string;
  readonly param: string;
}

/** As `post`, with a line more to read and buttons below. */
export function postWithActions(
  title: string,
  content: string,
  actions: readonly NotificationAction[],
): boolean {
  clear();
  const id = answerOf(() => notify({ title, content, actions: actions.slice() }));
  return id !== undefined && id !== 0;
}
