/** How long something lives, and what has to be undone when it ends: timers, listeners, registrations. */
export class Lifetime {
  readonly #ends = new Set<() => void>();
  #alive = true;

  get alive(): boolean {
    return this.#alive;
  }

  /** Undoes `end` when this life is over; at once if it is over already. Returns how to let go of it earlier. */
  own(end: () => void): () => void {
    if (!this.#alive) {
      end();
      return () => undefined;
    }
    this.#ends.add(end);
    return () => {
      this.#ends.delete(end);
    };
  }

  /** Undoes everything, last things first. */
  end(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const end of [...this.#ends].reverse()) end();
    this.#ends.clear();
  }
}
