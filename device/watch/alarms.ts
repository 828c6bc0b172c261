import { REPEAT_DAY, REPEAT_ONCE, cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmParam } from '../../core/alarm/param';
import { makeAlarmParam } from '../../core/alarm/param';
import { isWhole } from '../../core/json';
import type { Instant } from '../../core/time';
import { SECOND } from '../../core/time';
import { answerOf, attempt } from './fence';
import { pageUrl } from './page-url';

/** The service that an alarm opens. */
const CUE_SERVICE = 'app-service/cue';
const REMINDER_SERVICE = 'app-service/remind';

/**
 * An alarm that rings at a whole second, and once, unless it is daily. It wakes a service with what it carries, or opens a page, which is told
 * nothing: whether a page hears what its alarm carries is not known (docs/platform.md, A4).
 */
export type Alarm = { readonly rings: Instant } & (
  | { readonly param: AlarmParam }
  | { readonly opens: 'session' | 'check' }
  /** Of a reminder, with what its service is told; it outlives a restart of the watch. */
  | { readonly reminds: string; readonly daily: boolean }
);

/**
 * The alarms of this app as the watch has them, whoever set them. Pages set and cancel theirs through the book of alarms
 * (device/store/alarm-book.ts), which knows whose each is.
 */
export interface Alarms {
  /** Sets an alarm; answers its id, 0 when the watch refuses, `unknown` when what it answers is no id. */
  set(alarm: Alarm): number | 'unknown';
  /** Takes an alarm back; one that has rung or never was is no mistake. */
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
