import { cancel, getAllNotifications, notify } from '@zos/notification';

/**
 * Leaves a line to read in the notification centre, in the place of the one before. No way to keep the watch from
 * vibrating for it is documented (docs/platform.md), so whoever posts has played the cue before.
 */
export function postNotice(title: string): void {
  clearNotices();
  notify({ title, content: '', actions: [] });
}

/** Takes back what this app has left in the notification centre. */
export function clearNotices(): void {
  getAllNotifications().forEach((id) => {
    cancel(id);
  });
}
