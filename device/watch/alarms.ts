import { REPEAT_ONCE, cancel, getAllAlarms, set } from '@zos/alarm';
import type { Instant } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmParam } from '../../core/alarm/param';
import { makeAlarmParam } from '../../core/alarm/param';
import { answerOf, attempt } from './fence';

/** The service that an alarm opens. */
const CUE_SERVICE = 'app-service/cue';

/** The watch's alarms as this app uses them: one-shot, each opening a service. */
export interface Alarms {
  /** Sets an alarm; answers its id, or 0 when the watch refuses. `rings` is a whole second. */
  set(rings: Instant, param: AlarmParam): number;
  /** Takes an alarm back; one that has rung or never was is no mistake. */
  cancel(id: number): void;
  /** The ids of all alarms of this app that have not rung. */
  left(): readonly number[];
}

export const watchAlarms: Alarms = {
  set(rings, what) {
    const time = Math.round(rings / SECOND);
    const param = makeAlarmParam(what);
    const id = answerOf(() => set({ url: CUE_SERVICE, time, param, repeat_type: REPEAT_ONCE, store: false }));
    return isId(id) ? id : 0;
  },
  cancel(id) {
    // Cancelling an alarm that has rung threw on a watch (docs/platform.md), so it is looked for first.
    if (left().includes(id)) {
      attempt(() => {
        cancel({ id });
      });
    }
  },
  left,
};

function left(): readonly number[] {
  const ids = answerOf(getAllAlarms);
  return Array.isArray(ids) ? ids.filter(isId) : [];
}

/** Ids are whole numbers above 0, which says that an alarm was not set (Zepp OS docs, set). */
function isId(told: unknown): told is number {
  return typeof told === 'number' && told > 0;
}
