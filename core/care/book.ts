import type { Said } from './statement';

/** What a watch knows of locks. */
export interface CareBook {
  readonly said: readonly Said[];
  /**
   * Whether some of what was said may be lost, as the file could not be read whole: a leg may be locked and nobody knows. No
   * session begins until the person has answered the hard questions again.
   */
  readonly mayLack: boolean;
}

export const NOTHING_SAID: CareBook = { said: [], mayLack: false };
