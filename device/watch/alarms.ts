import { REPEAT_DAY, REPEAT_ONCE, cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmParam, ReminderParam } from '../../core/alarm/param';
import { makeAlarmParam, makeReminderParam } from '../../core/alarm/param';
import type { ReminderAlarm } from '../../core/reminder/sheet';
import { isWhole } from '../../core/json';
import type { Instant } from '../../core/time';
import { SECOND } from '../../core/time';
import { answerOf, attempt } from './fence';
import { pageUrl } from './page-url';

const CUE_SERVICE = 'app-service/cue';
const REMINDER_SERVICE = 'app-service/remind';

/**
 * An alarm that rings at a whole second. It wakes a service or opens a page, as its parameter says. One of a reminder
 * survives a restart of the watch, and the first of a day rings daily; every other rings once.
 */
export interface Alarm {
  readonly rings: Instant;
  readonly param: AlarmParam;
}

/**
 * All alarms of this app on the watch. Pages set and cancel theirs through the book of alarms
 * (device/store/alarm-book.ts), which knows the owner of each.
 */
export interface Alarms {
  /** Sets an alarm; returns its id, 0 when the watch refuses, or `unknown` when the watch's answer is not an id. */
  set(alarm: Alarm): number | 'unknown';
  /** Cancels an alarm; it may have rung already, or not exist. */
  cancel(id: number): void;
  /** The ids of all alarms that have not rung. */
  left(): readonly number[] | 'unknown';
}

export const watchAlarms: Alarms = {
  set({ rings, param }) {
    if (param.kind === 'reminder') return setReminderAlarm({ rings, param });
    return setAlarm(rings, targetOf(param), makeAlarmParam(param), REPEAT_ONCE, false);
  },
  cancel: cancelAlarm,
  left: alarmsLeft,
};

/** `Alarms.set` for code that sets only alarms of reminders. */
export function setReminderAlarm({ rings, param }: ReminderAlarm): number | 'unknown' {
  const repeat = param.rung.why === 'first' ? REPEAT_DAY : REPEAT_ONCE;
  return setAlarm(rings, REMINDER_SERVICE, makeReminderParam(param), repeat, true);
}

function setAlarm(
  rings: Instant,
  url: string,
  param: string,
  repeat: number,
  store: boolean,
): number | 'unknown' {
  const time = Math.round(rings / SECOND);
  const id = answerOf(() => set({ url, time, param, repeat_type: repeat, store }));
  return isWhole(id) ? id : 'unknown';
}

/** `Alarms.cancel`. */
export function cancelAlarm(id: number): void {
  attempt(() => {
    cancel({ id });
  });
}

/** `Alarms.left`. */
export function alarmsLeft(): readonly number[] | 'unknown' {
  const ids = answerOf(getAllAlarms);
  return Array.isArray(ids) && ids.every((id) => isWhole(id, 1)) ? ids : 'unknown';
}

/** The service that an alarm wakes, or the page that it opens. */
function targetOf(param: Exclude<AlarmParam, ReminderParam>): string {
  return param.kind === 'page' ? pageUrl(param.of === 'check' ? 'check' : 'session') : CUE_SERVICE;
}
