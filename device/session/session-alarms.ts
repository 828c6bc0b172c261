import type { StoredSession } from '../../core/state/session-file';
import type { AlarmBook } from '../store/alarm-book';
import { claimCues, openAlarmBook } from '../store/alarm-book';
import { claimReminders } from '../store/reminder-sheet';
import type { Watch } from '../watch/watch';

/** The alarms of the stored session. Cancels those of a running check, which would ring during the session. */
export function alarmsOf({ alarms, disk }: Watch, { arming }: StoredSession): AlarmBook {
  const book = openAlarmBook(disk, alarms);
  claimCues(book, arming);
  claimReminders(disk, book);
  book.replace('check', []);
  return book;
}

/** Cancels all alarms of a session. */
export function takeBackAlarms(book: AlarmBook): void {
  book.replace('cue', []);
  book.replace('pause', []);
  book.replace('deadMan', []);
}
