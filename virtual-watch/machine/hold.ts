import type { Clock } from './clock';

/** A button or a key that may be held: long enough is told once, and its release is then no click. */
export class Hold {
  #isClick = false;
  #cancel = (): void => undefined;

  /** Takes hold; `onLong` tells whether anybody wanted to know that it has been `ms`. */
  begin(clock: Clock, ms: number, onLong: () => boolean): void {
    this.#cancel();
    this.#isClick = true;
    this.#cancel = clock.after(ms, () => {
      if (onLong()) this.#isClick = false;
    });
  }

  /** Lets go, and tells whether it was a click. */
  end(): boolean {
    const isClick = this.#isClick;
    this.#cancel();
    this.#isClick = false;
    return isClick;
  }
}
