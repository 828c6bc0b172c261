import { REPEAT_ONCE, cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmParam } from '../../core/alarm/param';
import { makeAlarmParam } from '../../core/alarm/param';
import { isWhole } from '../../core/json';
import type { Instant } from '../../core/time';
import { SECOND } from '../../core/time';
import { answerOf, attempt } from './fence';

/** The service that an alarm opens. */
const CUE_SERVICE = 'app-service/cue';

/** An alarm that rings once, at a whole second, and opens a service. */
export interface Alarm {
  readonly rings: Instant;
  readonly param: AlarmParam;
}

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
  set({ rings, param }) {
    const id = answerOf(() =>
      set({
        url: CUE_SERVICE,
        time: Math.round(rings / SECOND),
        param: makeAlarmParam(param),
        repeat_type: REPEAT_ONCE,
        store: false,
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
