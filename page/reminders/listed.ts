import { dayAt, dayOf } from '../../core/calendar/day';
import type { Coming, Today } from '../../core/reminder/coming';
import { comingOf, toldOfToday, whyNever } from '../../core/reminder/coming';
import type { MinuteOfDay, Reminders } from '../../core/reminder/reminder';
import { minuteAt } from '../../core/reminder/reminder';
import type { ReminderPlace, ReminderRing } from '../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import type { ReminderSheet, SetAlarm } from '../../core/reminder/sheet';
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import { byItsClock, dayNow, knownOf } from '../../device/reminder/keep';
import { hereNow } from '../../device/store/preferences-store';
import { dayName, timeOfDay } from '../../device/text/day';
import type { Text, TextId } from '../../device/text/ids';
import { momentHere } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { Listed, ListState } from './view';

/** Each reminder with what it does next and did today, and when the one rings that the person has put off. */
export function listedNow(
  watch: Watch,
  sheet: ReminderSheet,
  reminders: Reminders,
  text: Text,
): Pick<ListState, 'reminders' | 'promise'> {
  const here = hereNow(watch);
  const today = dayNow(sheet, here);
  const ringsAt = ({ at }: Coming): string => {
    const isToday = dayAt({ ...here, now: at }) === dayAt(here);
    return whenOf(isToday ? at : byItsClock(at, here), here.now, watch, text);
  };
  const each = REMINDER_PLACES.map((place) => {
    const reminder = reminders.at[place];
    const known = knownOf(watch, sheet, place);
    const coming = comingOf(reminders, place, today, known, here);
    const isRefused = coming !== undefined && hasNoAlarm(sheet, coming);
    const became = toldOfToday(reminders, place, known.mark, known.setFrom, here);
    // Without an alarm it may not ring again.
    const told: Today = isRefused && became.kind === 'unknown' ? { kind: 'ahead' } : became;
    const listed: Listed = {
      ...{ place, told, at: 'at' in told ? timeAt(told.at, watch, text) : '', isNew: !reminder },
      label: reminder?.isOn ? timeOf(reminder.minute, watch, text) : undefined,
      words: reminder?.words ?? '',
      next: coming
        ? text(isRefused ? 'Cannot remind {when}' : RINGS, { when: ringsAt(coming) })
        : text(NEVER[whyNever(today)]),
      isRefused,
    };
    return { listed, coming };
  });
  const putOff = each.find(({ coming }) => coming?.why === 'later');
  return {
    reminders: andOneMore(each.map(({ listed }) => listed)),
    promise: putOff?.listed.next,
  };
}

/** Why a reminder has nothing ahead, in words; undefined if it has. */
export function silentNow(
  watch: Watch,
  sheet: ReminderSheet,
  reminders: Reminders,
  place: ReminderPlace,
  text: Text,
): string | undefined {
  const here = hereNow(watch);
  const today = dayNow(sheet, here);
  const coming = comingOf(reminders, place, today, knownOf(watch, sheet, place), here);
  return coming ? undefined : text(NEVER[whyNever(today)]);
}

/** The existing reminders, and a place for another. */
function andOneMore(listed: readonly Listed[]): readonly Listed[] {
  const [first] = listed.filter(({ isNew }) => isNew);
  return listed.filter((each) => !each.isNew || each === first);
}

/** Whether the watch did not take the alarm for this: its one-shot or, if there is none yet, its daily alarm. */
export function hasNoAlarm(
  { alarms }: ReminderSheet,
  { place, why }: Pick<Coming, 'place' | 'why'>,
): boolean {
  const of = (ring: ReminderRing): SetAlarm | undefined =>
    alarms.find(({ param }) => param.startsWith(`${place} ${ring} `));
  return (of(why) ?? of('first'))?.id === 0;
}

/** It only rings if a leg is left to do by then. */
const RINGS: TextId = 'Reminds {when}, unless all is done';

/** Why a reminder that is on has nothing ahead. */
const NEVER: Readonly<Record<ReturnType<typeof whyNever>, TextId>> = {
  locked: 'Silent while the legs are locked.',
  quietHours: 'Silent: its hour is a quiet hour.',
};

function timeOf(minute: MinuteOfDay, watch: Watch, text: Text): string {
  const time = { kind: 'today', hour: Math.floor(minute / 60), minute: minute % 60 } as const;
  return timeOfDay(text, time, watch.formats());
}

function timeAt(at: Instant, watch: Watch, text: Text): string {
  return timeOf(Math.floor(minuteAt(at, momentHere(at).utcOffset)), watch, text);
}

function whenOf(at: Instant, now: Instant, watch: Watch, text: Text): string {
  const time = timeAt(at, watch, text);
  const days = dayOfClock(at) - dayOfClock(now);
  if (days <= 0) return text('today {time}', { time });
  if (days === 1) return text('tomorrow {time}', { time });
  const date = new Date(dayOfClock(at) * 24 * HOUR);
  const day = { kind: 'earlier', month: date.getUTCMonth() + 1, day: date.getUTCDate() } as const;
  return text('{day}, {time}', { day: dayName(text, day, watch.formats()), time });
}

/** The calendar day by the clock, which changes at midnight. */
function dayOfClock(at: Instant): number {
  return dayOf(momentHere(at), 0);
}
