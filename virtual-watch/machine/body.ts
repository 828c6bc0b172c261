/** What the watch senses about itself and the wrist, and the system's settings. */

/** System modes (Zepp OS docs, getSystemMode). */
export const SYSTEM_MODES = [
  'DND',
  'sleep',
  'theater',
  'systemLock',
  'lowTemperature',
  'powerSaving',
  'ultraPowerSaving',
  'button',
  'accessibleSwitch',
] as const;
export type SystemMode = (typeof SYSTEM_MODES)[number];

/** The values of `getStatus` of the Wear sensor, by meaning (Zepp OS docs, Wear). */
export const WEAR_STATES = ['notWorn', 'worn', 'moving', 'unsure'] as const;
export type WearState = (typeof WEAR_STATES)[number];

/**
 * Modes in which an app's vibration is not felt. Do-not-disturb and sleep were reported by an app's author; that
 * theatre mode does the same is inferred.
 */
const SILENT_MODES = ['DND', 'sleep', 'theater'] as const satisfies readonly SystemMode[];

export class Body {
  readonly #modes = new Set<SystemMode>();
  readonly #listeners = { wear: new Set<() => void>(), battery: new Set<() => void>() };
  #wear: WearState = 'worn';
  #battery = 80;

  get wear(): WearState {
    return this.#wear;
  }

  /** In percent. */
  get battery(): number {
    return this.#battery;
  }

  has(mode: SystemMode): boolean {
    return this.#modes.has(mode);
  }

  setMode(mode: SystemMode, on: boolean): void {
    if (on) this.#modes.add(mode);
    else this.#modes.delete(mode);
  }

  setWear(wear: WearState): void {
    this.#wear = wear;
    for (const listener of [...this.#listeners.wear]) listener();
  }

  setBattery(percent: number): void {
    if (!(percent >= 0 && percent <= 100))
      throw new RangeError(`a battery has 0 to 100 percent, not ${percent}`);
    this.#battery = percent;
    for (const listener of [...this.#listeners.battery]) listener();
  }

  /** Calls `listener` on each change. Returns a function that unsubscribes. */
  onChange(what: 'wear' | 'battery', listener: () => void): () => void {
    this.#listeners[what].add(listener);
    return () => {
      this.#listeners[what].delete(listener);
    };
  }

  /** The active mode that suppresses vibrations, if any. */
  silencedBy(): SystemMode | undefined {
    return SILENT_MODES.find((mode) => this.#modes.has(mode));
  }
}
