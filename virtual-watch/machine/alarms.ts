import type { Cancel, Clock } from './clock';
import type { AlarmGrain, Unknowns } from './unknowns';
import type { Zone } from './zone';

/** A pending alarm, as requested from `@zos/alarm`. */
export interface Alarm {
  readonly id: number;
  /** The page or app service, without `.js`. */
  readonly url: string;
  /** When it goes off next: whole seconds of UTC, by the wall clock. */
  readonly time: number;
  /** Whether it goes off every day from then on, until it is cancelled. */
  readonly daily?: boolean;
  readonly param: string | undefined;
  /** Whether it survives a reboot. */
  readonly store: boolean;
}

interface Listed extends Alarm {
  time: number;
  /** For a daily alarm: the local time of day it was set for, in seconds. */
  readonly timeOfDay: number;
  disarm: Cancel;
  hasGoneOff: boolean;
}

/** How long after its second an alarm goes off, in ms; negative for early. */
export type LatenessOf = (alarm: Alarm) => number;

type AlarmUnknowns = Pick<
  Unknowns,
  | 'alarmSlots'
  | 'alarmGrain'
  | 'alarmsOnClockSet'
  | 'dailyAlarms'
  | 'alarmsStayListed'
  | 'alarmsCanBeCancelled'
>;

/**
 * The app's alarms, on whole seconds of the wall clock. Setting the clock moves them nearer or farther, and those it
 * jumps over go off at once. Each `set` adds an alarm. An alarm that has gone off is gone, except for a daily one (Zepp
 * OS docs, alarm; cancelling a gone one throws, as reported for a GTR 4).
 */
export class Alarms {
  readonly #clock: Clock;
  readonly #unknowns: AlarmUnknowns;
  readonly #zone: Zone;
  readonly #listed = new Map<number, Listed>();
  #lastId = 0;
  #refusals = 0;
  #limit: number;
  #latenessOf: LatenessOf = () => 0;
  #goOff: (alarm: Alarm) => void = () => undefined;

  constructor(clock: Clock, unknowns: AlarmUnknowns, zone: Zone) {
    this.#clock = clock;
    this.#zone = zone;
    this.#unknowns = unknowns;
    this.#limit = unknowns.alarmSlots;
  }

  /** Registers the handler for alarms that go off. */
  onGoOff(listener: (alarm: Alarm) => void): void {
    this.#goOff = listener;
  }

  /**
   * Adds an alarm and returns its id, or 0 if it is refused: its time is past, a refusal was requested, or there are
   * too many.
   */
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
      timeOfDay: modulo(wanted.time + this.#offset(wanted.time), A_DAY),
      disarm: () => undefined,
      hasGoneOff: false,
    };
    this.#listed.set(alarm.id, alarm);
    this.#arm(alarm);
    return alarm.id;
  }

  /** Returns `false` if there is no such alarm. */
  cancel(id: number): boolean {
    const alarm = this.#listed.get(id);
    if (alarm === undefined) return false;
    if (alarm.hasGoneOff || this.#unknowns.alarmsCanBeCancelled) this.#remove(alarm);
    return true;
  }

  /** All listed alarms: the pending ones and those that the watch keeps listing. */
  all(): readonly Alarm[] {
    return [...this.#listed.values()].map(described);
  }

  /** Makes the next `count` calls of `set` return 0. */
  refuse(count: number): void {
    this.#refusals = count;
  }

  /** Limits the number of alarms; the limit of a real watch is not documented. */
  limitTo(count: number): void {
    this.#limit = count;
  }

  /** Makes alarms go off late or early; takes effect for pending ones at the next `rearm`. */
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

  /** The watch has moved to another time zone. */
  onZoneSet(): void {
    if (this.#unknowns.dailyAlarms === 'every24Hours') return;
    for (const alarm of this.#listed.values()) {
      if (alarm.daily !== true) continue;
      alarm.time = this.#nextTime(alarm);
      this.#arm(alarm);
    }
  }

  /** Recalculates when each alarm goes off. */
  rearm(): void {
    for (const alarm of this.#listed.values()) this.#arm(alarm);
  }

  /** What remains after a reboot: the stored alarms whose time has not passed. A daily one waits for its next time. */
  loseUnstored(): void {
    for (const alarm of [...this.#listed.values()]) {
      if (alarm.daily === true) alarm.time = this.#nextTime(alarm);
      if (!alarm.store || alarm.time * 1000 <= this.#clock.wall()) this.#remove(alarm);
    }
  }

  /** Removes all alarms, as an update of the system or the app may. */
  loseAll(): void {
    for (const alarm of [...this.#listed.values()]) this.#remove(alarm);
  }

  /** Keeps all alarms from going off while the watch is off. */
  disarmAll(): void {
    for (const alarm of this.#listed.values()) alarm.disarm();
  }

  /** An alarm that rang early counts for the time that is still to come. */
  #armForNextDay(alarm: Listed): void {
    alarm.time = this.#nextTime(alarm, alarm.time);
    this.#arm(alarm);
  }

  /** The first time of a daily alarm that is in the future and later than `after`. */
  #nextTime({ time, timeOfDay }: Listed, after = 0): number {
    const past = Math.max(after, Math.floor(this.#clock.wall() / 1000));
    switch (this.#unknowns.dailyAlarms) {
      case 'every24Hours':
        return time + Math.max(0, Math.floor((past - time) / A_DAY) + 1) * A_DAY;
      case 'atLocalTime': {
        const today = past - modulo(past + this.#offset(past), A_DAY);
        const times = [today, today + A_DAY, today + 2 * A_DAY].map(
          (midnight) => midnight + timeOfDay + this.#offset(past) - this.#offset(midnight + timeOfDay),
        );
        return times.find((each) => each > past) ?? past + A_DAY;
      }
    }
  }

  /** Seconds by which local time is ahead of UTC. */
  #offset(seconds: number): number {
    return 60 * this.#zone(seconds * 1000);
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

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

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
