import type { Cancel } from './clock';

/** What keeps timers from ringing for a while: those that come due then ring, in order, as soon as it lets go. */
export class TimerHold {
  readonly #isHeld: () => boolean;
  readonly #waiting = new Set<() => void>();

  constructor(isHeld: () => boolean) {
    this.#isHeld = isHeld;
  }

  get isHeld(): boolean {
    return this.#isHeld();
  }

  /** Runs `ring` when the hold lets go. */
  wait(ring: () => void): Cancel {
    this.#waiting.add(ring);
    return () => {
      this.#waiting.delete(ring);
    };
  }

  /** Something has changed that may let go. */
  release(): void {
    for (const ring of [...this.#waiting]) {
      if (this.#isHeld()) return;
      if (this.#waiting.delete(ring)) ring();
    }
  }
}
