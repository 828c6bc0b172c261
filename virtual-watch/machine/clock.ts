/**
 * The only source of time on the virtual watch. It stands still until it is moved, so simulating ten minutes costs no
 * more than the events in them.
 *
 * It has two readings: `now` is how long the watch has been running, in ms, and never goes back; `wall` is the time of
 * day the watch shows, in ms since 1970 UTC, and can be set forward and back without affecting what waits on `now`.
 */

/** Cancels a request. Calling it again, or too late, does nothing. */
export type Cancel = () => void;

export interface Clock {
  now(): number;
  wall(): number;
  /** Calls `run` when `now` reaches `when`; a time in the past counts as the present. */
  at(when: number, run: () => void): Cancel;
  after(ms: number, run: () => void): Cancel;
}

interface Appointment {
  readonly when: number;
  readonly order: number;
  run: (() => void) | undefined;
}

export class VirtualClock implements Clock {
  #now = 0;
  #order = 0;
  #offset: number;
  readonly #heap: Appointment[] = [];

  constructor(startAt: number) {
    this.#offset = startAt;
  }

  now(): number {
    return this.#now;
  }

  wall(): number {
    return this.#now + this.#offset;
  }

  /** Sets the time of day forward (or back, if negative). Pending durations are not affected. */
  stepWall(ms: number): void {
    this.#offset += ms;
  }

  at(when: number, run: () => void): Cancel {
    const appointment: Appointment = { when: Math.max(when, this.#now), order: (this.#order += 1), run };
    push(this.#heap, appointment);
    return () => {
      appointment.run = undefined;
    };
  }

  after(ms: number, run: () => void): Cancel {
    return this.at(this.#now + ms, run);
  }

  /** The time of the next event; undefined if there is none. */
  next(): number | undefined {
    this.#dropCancelled();
    return this.#heap[0]?.when;
  }

  /**
   * Runs the next event due by `until`, with `now` set to its deadline, and returns whether there was one. Events run
   * in order of their deadlines; those with equal deadlines in the order in which they were requested.
   */
  runNext(until: number): boolean {
    this.#dropCancelled();
    const first = this.#heap[0];
    if (first === undefined || first.when > until) return false;
    pop(this.#heap);
    this.#now = first.when;
    first.run?.();
    return true;
  }

  /** Moves to `when` without running anything; everything due by then must have run. */
  moveTo(when: number): void {
    if (when < this.#now)
      throw new RangeError(`time does not go back: at ${this.#now} ms, asked for ${when} ms`);
    const next = this.next();
    if (next !== undefined && next <= when)
      throw new RangeError(`something is due at ${next} ms, before ${when} ms`);
    this.#now = when;
  }

  #dropCancelled(): void {
    while (this.#heap[0] !== undefined && this.#heap[0].run === undefined) pop(this.#heap);
  }
}

// A binary heap, earliest first.

function isBefore(a: Appointment, b: Appointment): boolean {
  return a.when < b.when || (a.when === b.when && a.order < b.order);
}

function push(heap: Appointment[], item: Appointment): void {
  let index = heap.length;
  heap.push(item);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(item, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = item;
}

function pop(heap: Appointment[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const child = smallerChild(heap, index);
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
}

function smallerChild(heap: readonly Appointment[], index: number): number {
  const left = heap[2 * index + 1];
  const right = heap[2 * index + 2];
  return left !== undefined && right !== undefined && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
}
