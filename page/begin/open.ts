import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import type { Day } from '../../core/calendar/day';
import { nothingToDo } from '../../core/reminder/decide';
import { ringTold } from '../../core/reminder/ring-param';
import { dayAt } from '../../core/calendar/day';
import { dayNow, restoreReminders } from '../../device/reminder/keep';
import { noteRang } from '../../device/reminder/rang';
import { hereNow, openPreferences } from '../../device/store/preferences-store';
import { beginToday } from '../../device/session/begin';
import { openAlarmBook } from '../../device/store/alarm-book';
import { openCareStore } from '../../device/store/care-store';
import { readReminderMark, ownSheet } from '../../device/store/reminder-files';
import { openSessionStore } from '../../device/store/session-store';
import type { LaunchMemory } from '../../device/watch/launch';
import type { Watch } from '../../device/watch/watch';

/**
 * Begins the session of a reminder, after a single touch on Start in its notification. Shows nothing itself. With a phone
 * nearby the start page does so instead, once the phone has told whether a leg was locked there. If a session is running,
 * today is done, the notification is from another day, or no session may begin at all, it begins none, and the start page
 * says why.
 *
 * `param` says which ring the notification is from, if the watch passes it to the page; otherwise the marks of the
 * reminders tell the day.
 */
export function openBeginPage(watch: Watch, param: unknown): void {
  const { bluetooth, disk, launch, router } = watch;
  const told = ringTold(param);
  noteRang(watch, told);
  const session = openSessionStore(disk, launch.memory());
  if (session.value()) {
    router.goTo('session');
    return;
  }
  const care = openCareStore(disk, launch.memory());
  const why = care.book().stopped ? 'stopped' : whyNot(watch, told?.day);
  if (why === undefined && bluetooth.isConnected()) launch.memory().begins = true;
  else if (why === undefined) {
    const book = openAlarmBook(disk, watch.alarms);
    restoreReminders(watch, book);
    // Writes the book, by which the page of the session knows whose alarms these are.
    book.cancelStrays();
    const begun = beginToday(watch, session, care.book(), openPreferences(watch));
    if (begun === 'begun') {
      router.goTo('session');
      return;
    }
    launch.memory().notBegun = begun === 'noRoom' ? begun : undefined;
  } else if (why !== 'stopped' && why !== 'unknown') launch.memory().notBegun = why;
  router.goTo('start');
}

/** Why the notification begins nothing, as far as this page knows; `unknown` if nothing tells which day it is from. */
function whyNot(watch: Watch, told: Day | undefined): LaunchMemory['notBegun'] | 'unknown' {
  const { disk } = watch;
  const here = hereNow(watch);
  const today = dayAt(here);
  const day = told ?? dayOfRing(watch, today);
  if (day !== today) return day === undefined ? 'unknown' : 'anotherDay';
  const sheet = ownSheet(disk);
  return sheet && nothingToDo({ ...dayNow(sheet, here), isItsDay: true }) === 'done' ? 'done' : undefined;
}

/** The day on which a reminder last rang; today, if one did. */
function dayOfRing({ disk }: Watch, today: Day): Day | undefined {
  const days = REMINDER_PLACES.flatMap((place) => {
    const rang = readReminderMark(place, (path) => disk.read(path))?.rang;
    return rang ? [rang.on] : [];
  });
  return days.includes(today) ? today : days[0];
}
