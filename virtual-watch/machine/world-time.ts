import type { Clock } from './clock';

/** How often the time may be read at one moment before that counts as busy waiting. */
const FREE_READS = 1_000;
/** From then on a millisecond passes every so many reads. */
const READS_PER_MS = 20;

/**
 * The time as one script world sees it. On the virtual clock no time passes while a script runs, so a script that polls
 * the clock would wait forever. Here such polling makes time pass, in this world only: the world gets ahead of the
 * clock, and its requests to the motor are deferred until the clock catches up.
 */
export class WorldTime {
  readonly #clock: Clock;
  /** Called when the world has reached the end of its time; does not return. */
  readonly #onLimit: () => never;
  readonly #limit: number;
  #now = -1;
  #reads = 0;
  #isOver = false;

  /** `limit`: the end of the world's time, in ms since boot. */
  constructor(clock: Clock, limit: number, onLimit: () => never) {
    this.#clock = clock;
    this.#limit = limit;
    this.#onLimit = onLimit;
  }

  /** Whether the world was still waiting when its time ended. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** ms since boot. */
  now(): number {
    return Math.max(this.#now, this.#clock.now());
  }

  /** The time of day, ms since 1970 UTC. */
  wall(): number {
    return this.#clock.wall() + this.aheadMs;
  }

  /** The time of day as a script reads it; polling it lets time pass. */
  read(): number {
    this.#pass();
    return this.wall();
  }

  /** How far this world is ahead of the clock. */
  get aheadMs(): number {
    return this.now() - this.#clock.now();
  }

  /** Calls `run` when the clock has caught up with this world: at once, unless it is ahead. */
  whenThere(run: () => void): void {
    if (this.aheadMs === 0) run();
    else this.#clock.at(this.#now, run);
  }

  #pass(): void {
    if (this.#clock.now() > this.#now) {
      this.#now = this.#clock.now();
      this.#reads = 0;
    }
    this.#reads += 1;
    if (this.#reads < FREE_READS) return;
    this.#reads -= READS_PER_MS;
    this.#now += 1;
    if (this.#now < this.#limit) return;
    this.#isOver = true;
    this.#onLimit();
  }
}
