import type { Cancel } from './clock';

/** Delays timers for a while. Those that come due meanwhile fire in order as soon as it is released. */
export class TimerHold {
  readonly #isHeld: () => boolean;
  readonly #waiting = new Set<() => void>();

  constructor(isHeld: () => boolean) {
    this.#isHeld = isHeld;
  }

  get isHeld(): boolean {
    return this.#isHeld();
  }

  /** Calls `ring` when the hold is released. */
  wait(ring: () => void): Cancel {
    this.#waiting.add(ring);
    return () => {
      this.#waiting.delete(ring);
    };
  }

  /** Checks whether the hold can be released after something has changed. */
  release(): void {
    for (const ring of [...this.#waiting]) {
      if (this.#isHeld()) return;
      if (this.#waiting.delete(ring)) ring();
    }
  }
}
