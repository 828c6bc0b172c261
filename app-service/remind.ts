import type { ReminderPlace } from '../core/alarm/reminder-alarm';
import type { ReminderParam } from '../core/alarm/param';
import { parseReminderParam } from '../core/alarm/param';
import type { Came } from '../core/reminder/mark';
import { markAfter, memoryOf } from '../core/reminder/mark';
import { keyOf, remindersOn } from '../core/reminder/reminder';
import type { Outcome } from '../core/reminder/ring';
import type { Here } from '../core/calendar/day';
import { dailyAt, ring } from '../core/reminder/ring';
import { dayAt } from '../core/calendar/day';
import { ringParam } from '../core/reminder/ring-param';
import { textOf } from '../core/reminder/says';
import type { ReminderAlarm, ReminderSheet } from '../core/reminder/sheet';
import { dailyOf, dayOn, onceOf, placeOf } from '../core/reminder/sheet';
import type { Instant } from '../core/time';
import type { OwnIds } from '../device/store/reminder-files';
import {
  readOwnIds,
  readReminderMark,
  readSheet,
  writeOwnIds,
  writeReminderMark,
} from '../device/store/reminder-files';
import { isSessionOnDisk } from '../device/store/session-on-disk';
import { alarmsLeft, cancelAlarm, setReminderAlarm } from '../device/watch/alarms';
import { utcOffsetAt } from '../device/watch/clock';
import { readFile, writeFile } from '../device/watch/disk';
import { quietMode } from '../device/watch/modes';
import { clearNotifications, postWithActions } from '../device/watch/notifications';
import { pageUrl } from '../device/watch/page-url';

/**
 * Reminds of one moment or stays silent, as the rules decide. It is woken by an alarm, reads what pages have prepared,
 * and writes only its result and the alarms it has set.
 */
AppService({
  onInit(text) {
    const param = parseReminderParam(text);
    const sheet = param && readSheet(readFile);
    if (sheet) remind(param, sheet, Date.now());
  },
});

function remind({ place, rung }: ReminderParam, sheet: ReminderSheet, now: Instant): void {
  const { reminders, dayEnd } = sheet;
  const here: Here = { now, utcOffset: utcOffsetAt(now), dayEnd };
  const reminder = reminders.at[place];
  const key = reminder && keyOf(reminder);
  const before = readReminderMark(place, readFile, key);
  const outcome = ring({
    ...{ reminders, place, rung, here },
    today: dayOn(sheet, dayAt(here), isSessionOnDisk(readFile, now)),
    isSilenced: quietMode() ? 'yes' : 'unknown',
    memory: memoryOf(here, place, before, sheet),
  });
  const note = (came: Came): boolean =>
    writeReminderMark(markAfter(place, outcome, here, before, came), key, writeFile);
  // A notification that is found after the mark is then the one that the mark is about.
  if (outcome.decision.act === 'ring') clearNotifications();
  // First, because a notification may light the screen, and then a service cannot write (docs/platform.md, B4).
  const canNote = note('unknown');
  putRight(place, { isDaily: rung.why === 'first', canNote }, outcome, sheet, here);
  if (outcome.decision.act === 'ring') note(say(outcome, place, sheet, here) ? 'rang' : 'refused');
}

/** Returns whether the watch took the notification. */
function say(outcome: Outcome, place: ReminderPlace, sheet: ReminderSheet, here: Here): boolean {
  const { reminders, words } = sheet;
  const param = ringParam(outcome.day, place, here.now);
  return postWithActions(reminders.at[place]?.words ?? '', textOf(outcome, place, sheet, here), [
    { text: words.start, file: pageUrl('begin'), param },
    { text: words.later, file: pageUrl('reminders'), param },
  ]);
}

/**
 * Replaces the reminder's one-shot by the next one, and resets a daily alarm that came at the wrong hour. Sets daily
 * alarms of other reminders again if the watch has lost them and their ids can be noted. A daily alarm that has just
 * rung (`isDaily`) is there, even if an earlier run could not note its id.
 */
function putRight(
  place: ReminderPlace,
  { isDaily, canNote }: { readonly isDaily: boolean; readonly canNote: boolean },
  { next, isAstray }: Outcome,
  sheet: ReminderSheet,
  here: Here,
): void {
  const listed = alarmsLeft();
  remindersOn(sheet.reminders).forEach((each) => {
    const isOwn = each === place;
    // What a page has set and the watch still holds is not lost, whatever a run has set since.
    if (!isOwn && listed !== 'unknown' && listed.includes(idIn(sheet, each, true))) return;
    const { daily, once } = idsOf(each, sheet);
    const reminder = sheet.reminders.at[each];
    const isLost = daily !== 0 && listed !== 'unknown' && listed.length > 0 && !listed.includes(daily);
    let [dailyNow, onceNow] = [daily, once];
    if (reminder && (isOwn && isDaily ? isAstray : isLost && canNote)) {
      dailyNow = renewed(daily, dailyOf(each, dailyAt(reminder.minute, here)));
    } else if (isOwn && isLost) dailyNow = 0;
    if (isOwn && next !== 'asBefore') {
      onceNow = renewed(once, next === 'none' ? undefined : onceOf(each, next));
    }
    if (dailyNow !== daily || onceNow !== once)
      writeOwnIds(each, { daily: dailyNow, once: onceNow }, writeFile);
  });
}

/** Cancels an alarm and sets this one, or none, in its place; returns its id. */
function renewed(old: number, alarm: ReminderAlarm | undefined): number {
  if (old !== 0) cancelAlarm(old);
  const id = alarm ? setReminderAlarm(alarm) : 0;
  return id === 'unknown' ? 0 : id;
}

/** The alarms of a reminder, from its last run or else from the sheet. */
function idsOf(place: ReminderPlace, sheet: ReminderSheet): OwnIds {
  return readOwnIds(place, readFile) ?? { daily: idIn(sheet, place, true), once: idIn(sheet, place, false) };
}

/** The daily alarm or the one-shot of a reminder, as a page has set it; 0 if there is none. */
function idIn({ alarms }: ReminderSheet, place: ReminderPlace, daily: boolean): number {
  return alarms.find((alarm) => alarm.daily === daily && placeOf(alarm) === place)?.id ?? 0;
}
