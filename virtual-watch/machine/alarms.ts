import type { Cancel, Clock } from './clock';
import type { AlarmGrain, Unknowns } from './unknowns';

/** An alarm that waits: what `@zos/alarm` was asked for. */
export interface Alarm {
  readonly id: number;
  /** Page or app service, without `.js`. */
  readonly url: string;
  /** When it goes off, or goes off next: UTC seconds of the wall clock, whole. */
  readonly time: number;
  /** It goes off every 24 hours from then on, until it is cancelled. */
  readonly daily?: boolean;
  readonly param: string | undefined;
  /** Whether it survives a reboot. */
  readonly store: boolean;
}

interface Listed extends Alarm {
  time: number;
  disarm: Cancel;
  hasGoneOff: boolean;
}

/** How far an alarm is from its second, in ms: later, or earlier if negative. */
export type LatenessOf = (alarm: Alarm) => number;

type AlarmUnknowns = Pick<
  Unknowns,
  'alarmSlots' | 'alarmGrain' | 'alarmsOnClockSet' | 'alarmsStayListed' | 'alarmsCanBeCancelled'
>;

/**
 * Alarms of the app, on whole seconds of the wall clock: setting that clock moves them nearer or farther, and what it
 * jumps over goes off at once. Setting one always adds one. One that has gone off is gone, but for a daily one (Zepp OS docs,
 * alarm; that cancelling it then throws was reported of a GTR 4).
 */
export class Alarms {
  readonly #clock: Clock;
  readonly #unknowns: AlarmUnknowns;
  readonly #listed = new Map<number, Listed>();
  #lastId = 0;
  #refusals = 0;
  #limit: number;
  #latenessOf: LatenessOf = () => 0;
  #goOff: (alarm: Alarm) => void = () => undefined;

  constructor(clock: Clock, unknowns: AlarmUnknowns) {
    this.#clock = clock;
    this.#unknowns = unknowns;
    this.#limit = unknowns.alarmSlots;
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
    if (isPast || this.#listed.size >= this.#limit) return 0;
    const alarm: Listed = {
      ...wanted,
      id: (this.#lastId += 1),
      disarm: () => undefined,
      hasGoneOff: false,
    };
    this.#listed.set(alarm.id, alarm);
    this.#arm(alarm);
    return alarm.id;
  }

  /** `false` when there is no such alarm (any more). */
  cancel(id: number): boolean {
    const alarm = this.#listed.get(id);
    if (alarm === undefined) return false;
    if (alarm.hasGoneOff || this.#unknowns.alarmsCanBeCancelled) this.#remove(alarm);
    return true;
  }

  /** All that are listed, those that wait and those that a watch goes on listing. */
  all(): readonly Alarm[] {
    return [...this.#listed.values()].map(described);
  }

  /** The next `count` calls of `set` return 0. */
  refuse(count: number): void {
    this.#refusals = count;
  }

  /** At most so many at a time; a watch's own limit is not documented. */
  limitTo(count: number): void {
    this.#limit = count;
  }

  /** Makes alarms go off later or earlier than their second, those that wait from the next `rearm` on. */
  setLateness(latenessOf: LatenessOf): void {
    this.#latenessOf = latenessOf;
  }

  /** The time of day was set. */
  onClockSet(): void {
    switch (this.#unknowns.alarmsOnClockSet) {
      case 'follow':
        this.rearm();
        return;
      case 'keepWaiting':
        return;
      case 'dropped':
        this.loseAll();
        return;
    }
  }

  /** Works out anew when each goes off. */
  rearm(): void {
    for (const alarm of this.#listed.values()) this.#arm(alarm);
  }

  /** What a reboot leaves: the stored ones whose time has not passed. A daily one waits for its next time. */
  loseUnstored(): void {
    for (const alarm of [...this.#listed.values()]) {
      if (alarm.daily === true) alarm.time = nextTime(alarm.time, this.#clock.wall());
      if (!alarm.store || alarm.time * 1000 <= this.#clock.wall()) this.#remove(alarm);
    }
  }

  /** What an update of the system or the app may leave: nothing. */
  loseAll(): void {
    for (const alarm of [...this.#listed.values()]) this.#remove(alarm);
  }

  /** Keeps all alarms from going off while the watch is off. */
  disarmAll(): void {
    for (const alarm of this.#listed.values()) alarm.disarm();
  }

  /** One that is early has gone off for the time that is still to come. */
  #armForNextDay(alarm: Listed): void {
    alarm.time = Math.max(alarm.time + A_DAY, nextTime(alarm.time, this.#clock.wall()));
    this.#arm(alarm);
  }

  #remove(alarm: Listed): void {
    alarm.disarm();
    this.#listed.delete(alarm.id);
  }

  #arm(alarm: Listed): void {
    alarm.disarm();
    if (alarm.hasGoneOff) return;
    const onTheWall = atGrain(alarm.time, this.#unknowns.alarmGrain) * 1000;
    const inMs = Math.max(0, onTheWall - this.#clock.wall()) + this.#latenessOf(described(alarm));
    alarm.disarm = this.#clock.after(inMs, () => {
      const gone = described(alarm);
      if (alarm.daily === true) this.#armForNextDay(alarm);
      else {
        alarm.hasGoneOff = true;
        if (!this.#unknowns.alarmsStayListed) this.#listed.delete(alarm.id);
      }
      this.#goOff(gone);
    });
  }
}

function described({ id, url, time, daily, param, store }: Listed): Alarm {
  return { id, url, time, ...(daily === true ? { daily } : {}), param, store };
}

/** The first time of a daily alarm after `wall`, in ms; its own where that is still to come. */
function nextTime(time: number, wall: number): number {
  const past = Math.max(0, Math.floor((wall / 1000 - time) / A_DAY) + 1);
  return time + past * A_DAY;
}

/** In seconds. */
const A_DAY = 24 * 60 * 60;

function atGrain(seconds: number, grain: AlarmGrain): number {
  const minutes = seconds / 60;
  switch (grain) {
    case 'second':
      return seconds;
    case 'minuteBefore':
      return Math.floor(minutes) * 60;
    case 'minuteAfter':
      return Math.ceil(minutes) * 60;
    case 'nearestMinute':
      return Math.round(minutes) * 60;
  }
}
