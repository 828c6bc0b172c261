import type { Cancel, Clock } from './clock';

/** An alarm that waits: what `@zos/alarm` was asked for. */
export interface Alarm {
  readonly id: number;
  /** Page or app service, without `.js`. */
  readonly url: string;
  /** When it goes off: UTC seconds of the wall clock, whole. */
  readonly time: number;
  readonly param: string | undefined;
  /** Whether it survives a reboot. */
  readonly store: boolean;
}

interface Waiting extends Alarm {
  disarm: Cancel;
}

/**
 * Alarms of the app, on whole seconds of the wall clock: setting that clock moves them nearer or farther, and what it
 * jumps over goes off at once. Setting one always adds one. One that has gone off is gone (Zepp OS docs, alarm; that
 * cancelling it then throws was reported of a GTR 4).
 */
export class Alarms {
  readonly #clock: Clock;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #refusals = 0;
  #limit = Infinity;
  #latenessMs = 0;
  #goOff: (alarm: Alarm) => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Who acts on an alarm that goes off. */
  onGoOff(listener: (alarm: Alarm) => void): void {
    this.#goOff = listener;
  }

  /** Returns 0 when it is refused: its time is past, or a refusal was asked for, or there are too many. */
  set(wanted: Omit<Alarm, 'id'>): number {
    if (this.#refusals > 0) {
      this.#refusals -= 1;
      return 0;
    }
    const isPast = wanted.time * 1000 <= this.#clock.wall();
    if (isPast || this.#waiting.size >= this.#limit) return 0;
    const alarm: Waiting = { ...wanted, id: (this.#lastId += 1), disarm: () => undefined };
    this.#waiting.set(alarm.id, alarm);
    this.#arm(alarm);
    return alarm.id;
  }

  /** `false` when there is no such alarm (any more). */
  cancel(id: number): boolean {
    const alarm = this.#waiting.get(id);
    alarm?.disarm();
    return this.#waiting.delete(id);
  }

  all(): readonly Alarm[] {
    return [...this.#waiting.values()].map(({ id, url, time, param, store }) => ({
      id,
      url,
      time,
      param,
      store,
    }));
  }

  /** The next `count` calls of `set` return 0. */
  refuse(count: number): void {
    this.#refusals = count;
  }

  /** At most so many at a time; a watch's own limit is not documented. */
  limitTo(count: number): void {
    this.#limit = count;
  }

  /** Makes alarms go off so much later than their second, those that wait from the next `rearm` on. */
  setLateness(ms: number): void {
    this.#latenessMs = ms;
  }

  /** Works out anew when each goes off. */
  rearm(): void {
    for (const alarm of this.#waiting.values()) this.#arm(alarm);
  }

  /** What a reboot leaves: the stored ones whose time has not passed. */
  loseUnstored(): void {
    for (const alarm of [...this.#waiting.values()]) {
      if (!alarm.store || alarm.time * 1000 <= this.#clock.wall()) this.cancel(alarm.id);
    }
  }

  /** What an update of the system or the app may leave: nothing. */
  loseAll(): void {
    for (const id of [...this.#waiting.keys()]) this.cancel(id);
  }

  /** Keeps all alarms from going off while the watch is off. */
  disarmAll(): void {
    for (const alarm of this.#waiting.values()) alarm.disarm();
  }

  #arm(alarm: Waiting): void {
    alarm.disarm();
    const inMs = Math.max(0, alarm.time * 1000 - this.#clock.wall()) + this.#latenessMs;
    alarm.disarm = this.#clock.after(inMs, () => {
      this.#waiting.delete(alarm.id);
      this.#goOff(alarm);
    });
  }
}
