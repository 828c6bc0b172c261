import type { Leg } from '../body';
import type { Said } from './statement';

/** What a watch knows of locks. */
export interface CareBook {
  readonly said: readonly Said[];
  /**
   * Whether some of what was said may be lost, as the file could not be read whole: a leg may be locked and nobody knows. No
   * session begins until the person has answered the hard questions again.
   */
  readonly mayLack: boolean;
  /**
   * The leg in hand when the person stopped because it hurts, for as long as they have not said what is wrong: until then nobody
   * knows what has to be locked, and no session begins.
   */
  readonly stopped?: StoppedAt;
}

export const STOPPED_AT = ['left', 'right', 'unknown'] as const satisfies readonly (Leg | 'unknown')[];
export type StoppedAt = (typeof STOPPED_AT)[number];

/** The book of a person who has said what was wrong. */
export function withoutStop({ said, mayLack }: CareBook): CareBook {
  return { said, mayLack };
}

export const NOTHING_SAID: CareBook = { said: [], mayLack: false };
