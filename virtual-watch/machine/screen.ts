import type { Cancel, Clock } from './clock';

/**
 * How long the screen stays lit after the last touch, key or wake: the default for a page (Zepp OS docs,
 * setPageBrightTime). The watchface gets the same.
 */
export const DEFAULT_BRIGHT_MS = 10_000;

/** Default duration of `pauseDropWristScreenOff` and `pausePalmScreenOff` (Zepp OS docs). */
export const DEFAULT_PAUSE_MS = 30_000;

/** What turns the screen off besides its timeout. */
const SCREEN_OFF_GESTURES = ['dropWrist', 'palm'] as const;
export type ScreenOffGesture = (typeof SCREEN_OFF_GESTURES)[number];

/**
 * The brightness of the screen, in percent, and whether a light sensor controls it. The watch keeps it, whoever set it.
 */
export interface Brightness {
  readonly level: number;
  readonly auto: boolean;
}

/** The glass and the light behind it. */
export class Screen {
  readonly #clock: Clock;
  readonly #listeners = new Set<(lit: boolean) => void>();
  readonly #pausedUntil: Record<ScreenOffGesture, number> = { dropWrist: -Infinity, palm: -Infinity };
  #lit = true;
  #brightMs = DEFAULT_BRIGHT_MS;
  #darkAt: Cancel = () => undefined;
  brightness: Brightness = { level: 60, auto: true };

  constructor(clock: Clock) {
    this.#clock = clock;
    this.touch();
  }

  get lit(): boolean {
    return this.#lit;
  }

  get brightMs(): number {
    return this.#brightMs;
  }

  /** Calls `listener` when the screen goes dark or is lit. Returns a function that unsubscribes. */
  onChange(listener: (lit: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** A touch or key press restarts the timeout. */
  touch(): void {
    this.#darkAt();
    if (!this.#lit) return;
    this.#darkAt = this.#clock.after(this.#brightMs, () => this.turnOff());
  }

  light(): void {
    if (!this.#lit) this.#set(true);
    this.touch();
  }

  turnOff(): void {
    this.#darkAt();
    if (this.#lit) this.#set(false);
  }

  setBrightTime(ms: number): void {
    this.#brightMs = ms;
    this.touch();
  }

  resetBrightTime(): void {
    if (this.#brightMs !== DEFAULT_BRIGHT_MS) this.setBrightTime(DEFAULT_BRIGHT_MS);
  }

  /** Pauses a gesture for `ms`, or, with 0, until `resume`. */
  pause(gesture: ScreenOffGesture, ms: number): void {
    this.#pausedUntil[gesture] = ms === 0 ? Infinity : this.#clock.now() + ms;
  }

  resume(gesture: ScreenOffGesture): void {
    this.#pausedUntil[gesture] = -Infinity;
  }

  isPaused(gesture: ScreenOffGesture): boolean {
    return this.#clock.now() < this.#pausedUntil[gesture];
  }

  /** A hand on the glass or a dropped wrist turns the screen off, unless that is paused. */
  turnOffBy(gesture: ScreenOffGesture): void {
    if (!this.isPaused(gesture)) this.turnOff();
  }

  #set(lit: boolean): void {
    this.#lit = lit;
    for (const listener of [...this.#listeners]) listener(lit);
  }
}
