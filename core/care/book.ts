import type { Leg } from '../body';
import type { Said } from './statement';

/** What a watch knows about locks. */
export interface CareBook {
  readonly said: readonly Said[];
  /**
   * Whether statements may have been lost because the file could not be read in full. A leg might be locked without the
   * watch knowing, so no session may begin until the hard questions are answered again.
   */
  readonly mayLack: boolean;
  /**
   * The leg in hand when the person stopped because it hurts. It stays set until they say what is wrong: until then it
   * is unknown what to lock, and no session may begin.
   */
  readonly stopped?: StoppedAt;
}

export const STOPPED_AT = ['left', 'right', 'unknown'] as const satisfies readonly (Leg | 'unknown')[];
export type StoppedAt = (typeof STOPPED_AT)[number];

/** The book after the person has said what was wrong. */
export function withoutStop({ said, mayLack }: CareBook): CareBook {
  return { said, mayLack };
}

export const NOTHING_SAID: CareBook = { said: [], mayLack: false };
