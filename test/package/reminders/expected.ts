/**
 * When reminders have to ring at a place whose clocks are never changed. Written from what people are told about
 * reminders, without the rules of `core`. All times are minutes since the midnight before the first day, a Monday.
 */

export interface Setting {
  readonly minute: number;
  /** From 1 for Monday. */
  readonly weekdays: readonly number[];
  readonly repeats: number;
  readonly every: number;
}

export interface Settings {
  readonly reminders: readonly Setting[];
  readonly quiet: { readonly from: number; readonly until: number };
}

export type Leg = 'left' | 'right';
export type Delay = 'quarter' | 'hour' | 'evening';

export interface Ring {
  /** The number of the reminder, from 0. */
  readonly of: number;
  readonly at: number;
  /** Whether it says that the other leg is still to come. */
  readonly isOther: boolean;
}

/** A further try on the same day; each reminder has one at most. */
interface Try {
  readonly at: number;
  readonly why: 'again' | 'later' | 'look' | 'evening';
  readonly left: number;
}

interface Today {
  done: readonly Leg[];
  isLeftOut: boolean;
  /** Until when each reminder waits. */
  waits: Readonly<Record<number, number>>;
  tries: Readonly<Record<number, Try>>;
  /** When each rang last. */
  rang: Readonly<Record<number, number>>;
}

const A_DAY = 24 * 60;
const DAY_END = 4 * 60;
const EVENING = 20 * 60;
/** Two rings of a reminder are this far apart, unless the person has asked for the second. */
const APART = 10;
const LEGS: readonly Leg[] = ['left', 'right'];
const NOTHING: Today = { done: [], isLeftOut: false, waits: {}, tries: {}, rang: {} };

export class Expected {
  private now: number;
  private today: Today = NOTHING;
  private locked: readonly Leg[] = [];
  private silenced: readonly [from: number, until: number] = [0, 0];
  private session: readonly [from: number, until: number] = [0, 0];
  private rings: readonly Ring[] = [];
  private readonly settings: Settings;

  constructor(settings: Settings, from: number) {
    this.settings = settings;
    this.now = from;
  }

  /** Lets time pass; returns what rings in it. */
  until(at: number): readonly Ring[] {
    const before = this.rings.length;
    for (;;) {
      const next = this.next();
      const morning = (Math.floor((this.now - DAY_END) / A_DAY) + 1) * A_DAY + DAY_END;
      const then = Math.min(next?.at ?? Infinity, morning);
      if (then > at) break;
      this.now = then;
      if (then === morning) this.today = NOTHING;
      if (next?.at === then) this.ring(next.of, next.isFirst);
    }
    this.now = at;
    return this.rings.slice(before);
  }

  /** Something is left that a session could do. */
  isOpen(): boolean {
    return this.open().length > 0 && !this.today.isLeftOut;
  }

  isUntouched(): boolean {
    return this.today.done.length === 0 && this.open().length > 0;
  }

  isLocked(): boolean {
    return this.locked.length > 0;
  }

  leaveOut(): void {
    this.today = { ...this.today, isLeftOut: true, tries: {} };
  }

  silence(from: number, until: number): void {
    this.silenced = [from, until];
  }

  massage(from: number, until: number): void {
    this.session = [from, until];
  }

  /** A session with these legs is over. */
  massaged(legs: readonly Leg[]): void {
    this.today = { ...this.today, done: [...this.today.done, ...legs] };
    this.settle();
  }

  lock(legs: readonly Leg[]): void {
    this.locked = legs;
    this.settle();
  }

  /** Whether a delay is offered: it ends on the same day, and not in the quiet hours. */
  canDelay(by: Delay): boolean {
    const end = this.endOf(by);
    return this.isOpen() && end > this.now && this.dayOf(end) === this.dayOf(this.now) && !this.isQuiet(end);
  }

  delay(by: Delay): void {
    const end = this.endOf(by);
    const waiting = this.waitingUntil(end);
    const first = Math.min(...waiting);
    const waits = { ...this.today.waits, ...Object.fromEntries(waiting.map((each) => [each, end])) };
    const tries = Object.entries(this.today.tries).filter(([each]) => !waiting.includes(Number(each)));
    const left = this.isItsDay(first) ? this.setting(first).repeats : 0;
    this.today = {
      ...this.today,
      waits,
      tries: { ...Object.fromEntries(tries), [first]: { at: end, why: 'later', left } },
    };
  }

  /** What would ring by then waits; otherwise what rang last today, or else what rings next. */
  private waitingUntil(end: number): readonly number[] {
    const ahead = this.copy();
    const by = [...new Set(ahead.until(end).map(({ of }) => of))];
    if (by.length > 0) return [...new Set(by.flatMap((of) => this.waitingWith(of)))];
    const rang = Object.entries(this.today.rang).sort(([, one], [, other]) => other - one)[0];
    if (rang) return this.waitingWith(Number(rang[0]));
    for (let day = 0; day <= 7; day += 1) {
      const next = ahead.until(ahead.now + A_DAY)[0];
      if (next) return this.waitingWith(next.of);
    }
    return [0];
  }

  /** What waits for the same moment is put off as one. */
  private waitingWith(of: number): readonly number[] {
    const { waits } = this.today;
    const wait = waits[of];
    const others = Object.keys(waits)
      .map(Number)
      .filter((each) => waits[each] === wait);
    return wait !== undefined && wait > this.now ? others : [of];
  }

  private copy(): Expected {
    const copy = new Expected(this.settings, this.now);
    [copy.today, copy.locked] = [this.today, this.locked];
    return copy;
  }

  private setting(of: number): Setting {
    const setting = this.settings.reminders[of];
    if (!setting) throw new Error('there is no such reminder');
    return setting;
  }

  private dayOf(at: number): number {
    return Math.floor((at - DAY_END) / A_DAY);
  }

  private isItsDay(of: number): boolean {
    return this.setting(of).weekdays.includes((this.dayOf(this.now) % 7) + 1);
  }

  private isQuiet(at: number): boolean {
    const { from, until } = this.settings.quiet;
    const minute = at % A_DAY;
    return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  }

  private open(): readonly Leg[] {
    return LEGS.filter((leg) => !this.locked.includes(leg) && !this.today.done.includes(leg));
  }

  private endOf(by: Delay): number {
    if (by === 'evening') return this.dayOf(this.now) * A_DAY + EVENING;
    return this.now + (by === 'quarter' ? 15 : 60);
  }

  private next(): { readonly of: number; readonly at: number; readonly isFirst: boolean } | undefined {
    const all = this.settings.reminders.flatMap(({ minute }, of) => {
      const daily = (Math.floor((this.now - minute) / A_DAY) + 1) * A_DAY + minute;
      const shot = this.today.tries[of];
      return [{ of, at: daily, isFirst: true }, ...(shot ? [{ of, at: shot.at, isFirst: false }] : [])];
    });
    // At the same moment what is daily goes first, because its next is a day after what has rung last.
    return all.sort((one, other) => one.at - other.at || Number(other.isFirst) - Number(one.isFirst))[0];
  }

  /**
   * After something was done or locked: no further tries if nothing is left; with a leg done, the evening is next, and
   * what was to come in it.
   */
  private settle(): void {
    const { tries, waits, done } = this.today;
    if (this.open().length === 0) this.today = { ...this.today, tries: {} };
    else if (done.length > 0) {
      const kept = Object.entries(tries).filter(
        ([of, { why }]) => why === 'later' || (why === 'look' && waits[Number(of)] !== undefined),
      );
      const other = Object.fromEntries(kept);
      const stay = Object.entries(tries).filter(([, { why, at }]) => why === 'look' || isEvening(at));
      const first = this.firstInTheEvening();
      // At its own hour it says so without another try.
      const isToCome =
        first !== undefined && this.ringsInTheEvening(first) && this.today.rang[first] === undefined;
      const evening = first === undefined || isToCome ? undefined : this.eveningOf(first);
      const own = first === undefined || !evening ? {} : { [first]: evening };
      this.today = { ...this.today, tries: { ...Object.fromEntries(stay), ...own, ...other } };
    }
  }

  /** The first reminder of the day that rings in the evening by itself, or else the first of the day. */
  private firstInTheEvening(): number | undefined {
    const today = [0, 1, 2].filter((of) => this.settings.reminders[of] && this.isItsDay(of));
    return today.find((of) => this.ringsInTheEvening(of)) ?? today[0];
  }

  private ringsInTheEvening(of: number): boolean {
    const { minute } = this.setting(of);
    return isEvening(minute) && !this.isQuiet(minute);
  }

  /** The other leg is reminded of in the evening by one reminder. */
  private eveningOf(of: number): Try | undefined {
    const at = this.dayOf(this.now) * A_DAY + EVENING;
    return of === this.firstInTheEvening() && at > this.now ? { at, why: 'evening', left: 0 } : undefined;
  }

  private ring(of: number, isFirst: boolean): void {
    const { [of]: shot, ...others } = this.today.tries;
    if (isFirst && this.today.rang[of] !== undefined) return;
    const why = isFirst ? 'first' : (shot?.why ?? 'again');
    const left = isFirst ? (this.isItsDay(of) ? this.setting(of).repeats : 0) : (shot?.left ?? 0);
    const next = this.nextTry(of, why, left);
    const isToday = next !== undefined && this.dayOf(next.at) === this.dayOf(this.now);
    this.today = { ...this.today, tries: isToday ? { ...others, [of]: next } : others };
  }

  /** Rings, or stays silent; returns the try that follows. */
  private nextTry(of: number, why: 'first' | Try['why'], left: number): Try | undefined {
    const { waits, done, rang } = this.today;
    const again =
      left > 0
        ? ({ why: 'again', at: this.now + this.setting(of).every, left: left - 1 } as const)
        : undefined;
    const wait = waits[of];
    const isWaiting = wait !== undefined && wait > this.now;
    const isPutOff = wait !== undefined && (isWaiting || why !== 'first');
    if (!this.isOpen() || !(this.isItsDay(of) || isPutOff)) return undefined;
    if (why !== 'later' && this.now - (rang[of] ?? -A_DAY) < APART) return undefined;
    if (isWithin(this.session, this.now)) return again;
    if (isWaiting) {
      const together = Object.keys(waits)
        .map(Number)
        .filter((each) => waits[each] === wait);
      return Math.min(...together) === of ? { at: wait, why: 'later', left } : undefined;
    }
    const isOwed = wait !== undefined && (rang[of] ?? -1) < wait;
    const isAskedFor = why === 'later' || (why === 'look' && isOwed);
    const isOther = done.length > 0;
    const isLeftForTheEvening = isOther && !isEvening(this.now);
    const then = isLeftForTheEvening ? this.eveningOf(of) : again;
    if (isLeftForTheEvening && !isAskedFor) return then;
    if (this.isQuiet(this.now)) return then;
    if (isWithin(this.silenced, this.now)) return { at: this.now + 15, why: 'look', left };
    this.rings = [...this.rings, { of, at: this.now, isOther }];
    this.today = { ...this.today, rang: { ...rang, [of]: this.now } };
    return then;
  }
}

function isEvening(at: number): boolean {
  return at % A_DAY >= EVENING || at % A_DAY < DAY_END;
}

function isWithin([from, until]: readonly [from: number, until: number], at: number): boolean {
  return at >= from && at < until;
}
