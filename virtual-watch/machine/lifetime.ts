/** The lifetime of something, with what must be cleaned up when it ends: timers, listeners, registrations. */
export class Lifetime {
  readonly #ends = new Set<() => void>();
  #alive = true;

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Calls `end` when this lifetime ends, or at once if it has ended already. Returns a function that releases it
   * earlier.
   */
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

  /** Cleans up everything, last registered first. */
  end(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const end of [...this.#ends].reverse()) end();
    this.#ends.clear();
  }
}
