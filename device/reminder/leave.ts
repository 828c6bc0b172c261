import { dayAt } from '../../core/calendar/day';
import type { DayNotes } from '../../core/reminder/day-notes';
import { DAY_NOTES_FILE } from '../../core/reminder/day-notes';
import { offersToLeave } from '../../core/reminder/leave';
import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { remindersOn } from '../../core/reminder/reminder';
import { REMINDERS_FILE, remindersOf } from '../../core/reminder/reminders-file';
import { TODAY_STORED } from '../../core/today/noting';
import { setFrom } from './keep';
import { ownSheet } from '../store/reminder-files';
import { hereNow } from '../store/preferences-store';
import type { StoredFile } from '../store/stored-file';
import { openStored } from '../store/stored-file';
import type { Watch } from '../watch/watch';

/** The reminder that offers to be turned off, since all was done before it rang on most of the last days. */
export function reminderToLeave(watch: Pick<Watch, 'clock' | 'disk' | 'launch'>): ReminderPlace | undefined {
  const { disk } = watch;
  const reminders = remindersOf(openStored(disk, REMINDERS_FILE).value());
  const on = remindersOn(reminders);
  if (on.length === 0) return undefined;
  const { isKnown, days } = openStored(disk, TODAY_STORED).value();
  const notes = openStored(disk, DAY_NOTES_FILE).value();
  const here = hereNow(watch);
  const sheet = ownSheet(disk);
  return on.find((place) => {
    const reminder = reminders.at[place];
    if (!isKnown || !reminder || !sheet) return false;
    return offersToLeave(days, reminder, here, notes, setFrom(sheet, place, here));
  });
}

/** Notes that the offer was made today, so that it does not come again soon. */
export function noteOfferToLeave(
  watch: Pick<Watch, 'clock' | 'disk' | 'launch'>,
  notes: StoredFile<DayNotes> = openStored(watch.disk, DAY_NOTES_FILE),
): void {
  notes.write({ ...notes.value(), offered: dayAt(hereNow(watch)) });
}
