import { REPEAT_DAY, REPEAT_ONCE, cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmParam } from '../../core/alarm/param';
import { makeAlarmParam } from '../../core/alarm/param';
import { isWhole } from '../../core/json';
import type { Instant } from '../../core/time';
import { SECOND } from '../../core/time';
import { answerOf, attempt } from './fence';
import { pageUrl } from './page-url';

/** The service that an alarm wakes. */
const CUE_SERVICE = 'app-service/cue';
const REMINDER_SERVICE = 'app-service/remind';

/**
 * An alarm that rings at a whole second, and once unless it is daily. It wakes a service with a parameter, or opens a
 * page without one, because it is not known whether a page receives it (docs/platform.md, A4).
 */
export type Alarm = { readonly rings: Instant } & (
  | { readonly param: AlarmParam }
  | { readonly opens: 'session' | 'check' }
  /** For a reminder, with the parameter of its service; it survives a restart of the watch. */
  | { readonly reminds: string; readonly daily: boolean }
);

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
  set(alarm) {
    const [url, param] = targetOf(alarm);
    const reminds = 'reminds' in alarm;
    const id = answerOf(() =>
      set({
        url,
        time: Math.round(alarm.rings / SECOND),
        param,
        repeat_type: reminds && alarm.daily ? REPEAT_DAY : REPEAT_ONCE,
        store: reminds,
      }),
    );
    return isWhole(id) ? id : 'unknown';
  },
  cancel(id) {
    attempt(() => {
      cancel({ id });
    });
  },
  left() {
    const ids = answerOf(getAllAlarms);
    return Array.isArray(ids) && ids.every((id) => isWhole(id, 1)) ? ids : 'unknown';
  },
};

function targetOf(alarm: Alarm): readonly [url: string, param: string] {
  if ('opens' in alarm) return [pageUrl(alarm.opens), ''];
  if ('reminds' in alarm) return [REMINDER_SERVICE, alarm.reminds];
  return [CUE_SERVICE, makeAlarmParam(alarm.param)];
}
