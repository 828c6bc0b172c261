import type { Alarm, Alarms } from '../../../device/watch/alarms';

/** How a watch may answer about its alarms, evaluated at every call. */
export interface AlarmHabits {
  /** How many it takes at once. */
  slots: number;
  /** What `set` returns for the alarm that it has set. */
  tells: (id: number) => number | 'unknown';
  lists: boolean;
  cancels: boolean;
}

/** The alarms of a fictional watch. */
export interface FakeAlarms extends Alarms, AlarmHabits {
  readonly set: (alarm: Alarm) => number | 'unknown';
  /** What would ring, by id. */
  readonly held: Map<number, Alarm>;
  /** The ids passed to `cancel`, in order. */
  readonly cancelled: number[];
}

export function fakeAlarms(habits: Partial<AlarmHabits> = {}): FakeAlarms {
  const held = new Map<number, Alarm>();
  const cancelled: number[] = [];
  let last = 0;
  const alarms: FakeAlarms = {
    ...{ slots: Infinity, tells: (id) => id, lists: true, cancels: true, held, cancelled },
    ...habits,
    set(alarm) {
      if (held.size >= alarms.slots) return alarms.tells(0);
      last += 1;
      held.set(last, alarm);
      return alarms.tells(last);
    },
    cancel(id) {
      cancelled.push(id);
      if (alarms.cancels) held.delete(id);
    },
    left: () => (alarms.lists ? [...held.keys()] : 'unknown'),
  };
  return alarms;
}
