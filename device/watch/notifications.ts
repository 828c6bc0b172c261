import { cancel, getAllNotifications, notify } from '@zos/notification';
import { isWhole } from '../../core/json';
import { answerOf, attempt } from './fence';

export interface Notifications {
  /**
   * Leaves a line to read in the notification centre, in the place of the one before. No way to keep the watch from
   * vibrating for it is documented (docs/platform.md), so whoever posts has played the cue before.
   */
  post(title: string): void;
  /** Takes back what this app has left in the notification centre. */
  clear(): void;
}

export const watchNotifications: Notifications = {
  post(title) {
    clear();
    attempt(() => notify({ title, content: '', actions: [] }));
  },
  clear,
};

function clear(): void {
  const ids = answerOf(getAllNotifications);
  if (!Array.isArray(ids)) return;
  ids.filter((id) => isWhole(id)).forEach((id) => attempt(() => cancel(id)));
}
