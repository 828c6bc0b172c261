import type { Clock } from './clock';

/** A button or key that may be held. A long press is reported once, and its release is then not a click. */
export class Hold {
  #isClick = false;
  #cancel = (): void => undefined;

  /** Starts the hold. After `ms`, `onLong` is called and returns whether anything handles the long press. */
  begin(clock: Clock, ms: number, onLong: () => boolean): void {
    this.#cancel();
    this.#isClick = true;
    this.#cancel = clock.after(ms, () => {
      if (onLong()) this.#isClick = false;
    });
  }

  /** Ends the hold and returns whether it was a click. */
  end(): boolean {
    const isClick = this.#isClick;
    this.#cancel();
    this.#isClick = false;
    return isClick;
  }
}
