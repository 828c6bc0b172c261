import type { Clock } from './clock';

/** So often the time may be asked for at one moment before that is taken for waiting. */
const FREE_READS = 1_000;
/** From then on a millisecond passes at every so many looks. */
const READS_PER_MS = 20;

/**
 * The time as one script world sees it. On the virtual clock no time passes while a script runs, so a script that waits
 * by looking at the clock again and again would wait for ever. Here such looks let time pass, in this world only: it is
 * ahead of the clock for a while, and what it asks of the motor meanwhile is put off until the clock is there.
 */
export class WorldTime {
  readonly #clock: Clock;
  /** Called when the world has come to the end of its time; it does not return. */
  readonly #onLimit: () => never;
  readonly #limit: number;
  #now = -1;
  #reads = 0;
  #isOver = false;

  /** `limit`: the end of its time, in ms since boot. */
  constructor(clock: Clock, limit: number, onLimit: () => never) {
    this.#clock = clock;
    this.#limit = limit;
    this.#onLimit = onLimit;
  }

  /** Whether the world was still waiting when its time came to an end. */
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

  /** The time of day as a script asks for it, which may take a moment. */
  read(): number {
    this.#pass();
    return this.wall();
  }

  /** How far this world is ahead of the clock. */
  get aheadMs(): number {
    return this.now() - this.#clock.now();
  }

  /** Runs `run` when the clock is where this world is: at once, unless it is ahead. */
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
