import type { PhoneClock } from './phone-state';
import type { Storage } from './storage';

/** Puts a text on the phone's clipboard; may fail silently. */
export type Clipboard = (text: string) => void;

/**
 * The phone as the side service and the settings page use it. It is created once at each of these entries
 * (`open-phone.ts`) and passed down, so that nothing else accesses the platform and a test can pass its own.
 */
export interface Phone {
  readonly storage: Storage;
  /** The time of the call. */
  readonly clock: () => PhoneClock;
  /** A number in [0, 1), like `Math.random`. */
  readonly random: () => number;
  /** Undefined in the side service, and where the phone offers none to the page. */
  readonly clipboard: Clipboard | undefined;
}
